import * as z from 'zod'
import { ActSchema } from './acts.ts'
import { COMMANDS } from './commands.ts'
import { SETTINGS } from './settings.ts'
import { Endpoint, FileName, HostFilePath, HostName, Name, Path } from './spelling.ts'

const id = z
  .string()
  .regex(
    /^[a-z][a-zA-Z0-9_]*$/,
    'an id is letters, digits and _, beginning with a small letter; rules read it as a field',
  )
const text = z.strictObject({ en: z.string().min(1), ko: z.string().min(1) })

/** A setting's value: YAML numbers are taken as they stand. */
const value = z.union([z.string(), z.number()]).transform(String)

const setting = z.partialRecord(z.enum(SETTINGS), value)

/** A control: its values, or its values and more. */
export const Control = z.union([
  z.array(value).min(2),
  z.strictObject({
    values: z.array(value).min(2),
    decoy: z
      .string()
      .optional()
      .describe('The misconception that makes a control tempting on which nothing depends.'),
  }),
])

/** Permission bits, written as chmod takes them. */
const mode = (usual: string) =>
  z
    .string()
    .regex(/^[0-7]{3}$/)
    .default(usual)

const HostService = z.strictObject({
  name: Name.describe('As ps shows it.'),
  uid: z.int().min(0).default(0),
  listens: z.array(Endpoint).default([]).describe('TCP ports, @abstract sockets, /socket/files.'),
  mode: mode('777').describe('Of its socket files: who may not write to one may not connect.'),
  shares: z.array(Name).default([]).describe('SysV shared memory segments.'),
  posts: z.array(FileName).default([]).describe('Files in /dev/shm.'),
})

const Host = z.strictObject({
  hostname: HostName.default('node-7'),
  memory: z.int().min(16).default(1024).describe('MiB.'),
  reserved: z.int().min(0).default(128).describe('MiB that the system keeps; the rest is allocatable.'),
  cores: z.int().min(1).max(16).default(2),
  cgroup: z.enum(['v1', 'v2']).default('v2'),
  tasks: z
    .int()
    .min(8)
    .default(1000)
    .describe('Tasks that the pid table has left for boxes (kernel.pid_max, threads-max).'),
  disk: z.int().min(1).default(200).describe('MB/s.'),
  link: z.int().min(1).default(100).describe('Mbit/s, each way.'),
  seconds: z.int().min(1).max(600).default(60).describe('How long a run is.'),
  services: z.array(HostService).default([]).describe('What the host runs besides systemd and sshd.'),
  files: z
    .array(
      z.strictObject({
        path: HostFilePath,
        owner: z.int().min(0).default(0),
        mode: mode('644'),
      }),
    )
    .default([])
    .describe('Files of the host that acts name; /etc/hosts, /etc/passwd and /etc/shadow are there anyway.'),
})

const Bind = z.strictObject({
  from: Path.describe('The path on the host.'),
  to: Path.optional().describe('The path inside; the same without it.'),
  mode: z.enum(['off', 'ro', 'rw']).default('off'),
})

const Box = z.strictObject({
  does: text.optional().describe('What the workload is for, a few words.'),
  build: setting.default({}).describe('How the box stands at the start, and stays where no control is open.'),
  binds: z.record(id, Bind).default({}).describe('Host paths that can be bound in, by name.'),
  veth: z
    .boolean()
    .default(false)
    .describe('An own network namespace comes with an interface eth0, connected and up.'),
  oomScoreAdj: z.int().min(-1000).max(1000).default(0),
  acts: z
    .union([z.array(ActSchema), z.record(id, z.array(ActSchema))])
    .describe('What the workload does, in order; for each case, or the same in all.'),
})

const Controls = z.strictObject({
  mnt: Control.optional(),
  uts: Control.optional(),
  ipc: Control.optional(),
  pid: Control.optional(),
  net: Control.optional(),
  user: Control.optional(),
  cgroup: Control.optional().describe('The cgroup namespace; for `host`, the version of its cgroups.'),
  time: Control.optional(),
  proc: Control.optional(),
  shm: Control.optional(),
  root: Control.optional(),
  ids: Control.optional(),
  caps: Control.optional(),
  uid: Control.optional(),
  lo: Control.optional(),
  memory: Control.optional(),
  cpu: Control.optional(),
  weight: Control.optional(),
  cpuset: Control.optional(),
  pids: Control.optional(),
  io: Control.optional(),
  shape: Control.optional(),
  rate: Control.optional(),
  binds: z.record(id, Control).optional(),
})

/** The shape of a setup, before its parts are checked against one another. */
export const Fields = z.strictObject({
  host: Host.prefault({}),
  boxes: z.record(id, Box).describe('The boxes of the level, by id.'),
  cases: z
    .array(z.union([id, z.strictObject({ id, name: text })]))
    .min(1)
    .default(['day'])
    .describe('Courses of events.'),
  controls: z.record(id, Controls).describe('What the player may set, by box, or for `host`.'),
  show: z
    .record(id, z.array(z.enum(COMMANDS)))
    .default({})
    .describe('Which commands are shown for a box or the host; without it, those that the controls touch.'),
  hidden: z
    .array(z.string())
    .default([])
    .describe('What must be found out with probes: <box>.acts, <box>.view, host.view.'),
})

/** A level's setup for this world, checked, with defaults filled in. */
export type Setup = z.infer<typeof Fields>
/** A box as a level declares it. */
export type BoxSetup = z.infer<typeof Box>

/** The ids of a level's cases, in order. */
export const caseIds = (setup: Setup): readonly string[] =>
  setup.cases.map(c => (typeof c === 'string' ? c : c.id))
