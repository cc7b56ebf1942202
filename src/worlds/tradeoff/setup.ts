import * as z from 'zod'
import { WALLS } from './isolation.ts'
import { CLAUSES } from './needs.ts'
import { ACTIVITIES } from './slowdown.ts'
import { VALUES } from './settings.ts'
import { BASES } from './transfer.ts'

const id = z
  .string()
  .regex(
    /^[a-z][a-zA-Z0-9_]*$/,
    'an id is letters, digits and _, beginning with a small letter; rules read it as a field',
  )
const text = z.strictObject({ en: z.string().min(1), ko: z.string().min(1) })
const kernel = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d+\.\d+$/, "a kernel is written in quotes as '6.1'"))
const arch = z.enum(['amd64', 'arm64'])
const megabytes = z.number().min(0).max(1_000_000)
const amount = z.int().min(0).max(1_000_000)
/** A number that is the same in all cases, or one for each. */
const byCase = (one: z.ZodType<number>) => z.union([one, z.record(id, one)])

/** A control: its values, or its values and the misconception of a decoy. */
export const Control = z.union([
  z.array(z.string()).min(2),
  z.strictObject({
    values: z.array(z.string()).min(2),
    decoy: z
      .string()
      .optional()
      .describe('The misconception that makes a control tempting on which nothing depends.'),
  }),
])

const Host = z.strictObject({
  does: text.optional().describe('What kind of machine it is, a few words.'),
  copies: z.int().min(1).max(10_000).default(1).describe('How many such hosts there are, all used alike.'),
  memory: z.int().min(64).max(10_000_000).describe('MiB.'),
  reserved: z.int().min(0).default(0).describe('MiB that the system keeps; the rest is for workloads.'),
  cores: z.number().min(0.5).max(1024).default(8).describe('Cores that workloads may ask for.'),
  disk: megabytes.default(100_000).describe('MB that images may take, counted as transferred.'),
  os: z
    .enum(['linux', 'windows', 'macos'])
    .default('linux')
    .describe('Containers need a host of their own system; gVisor, Kata and micro-VMs need Linux.'),
  arch: arch.default('amd64'),
  kernel: kernel.prefault('6.8').describe("Its Linux kernel: '6.8'."),
  modules: z.array(z.string()).default([]).describe('Kernel modules that are loaded.'),
  kvm: z
    .boolean()
    .default(true)
    .describe(
      'Hardware virtualisation is at hand (/dev/kvm): bare metal, or a VM with nested virtualisation.',
    ),
  link: z.number().min(0.1).max(1_000_000).default(1000).describe('Mbit/s to the registry.'),
  has: z.array(z.enum(BASES)).default([]).describe('Base layers that are there already.'),
  engine: z.enum(['docker', 'containerd']).default('docker').describe('What starts OCI images there.'),
  price: amount.default(0).describe('What it costs while anything runs on it; money of the story.'),
})

const Needs = z.strictObject({
  wall: z.enum(WALLS).optional().describe('The thinnest wall between it and its neighbours that will do.'),
  from: z
    .array(id)
    .default([])
    .describe(
      'Workloads that the wall is against: it is needed only on a host of one of them. Without: always.',
    ),
  startWithin: z.number().min(0).max(3600).optional().describe('Seconds until it must serve.'),
  speed: z
    .partialRecord(z.enum(ACTIVITIES), z.int().min(1).max(100))
    .default({})
    .describe('Percent of the speed of a tuned container that it needs, by activity.'),
  iops: amount.optional().describe('Disk operations a second.'),
  hosts: z.array(id).default([]).describe('Hosts that it must be able to run on, unchanged.'),
  clauses: z.array(z.enum(CLAUSES)).default([]).describe('What an auditor asks of it.'),
})

const Workload = z.strictObject({
  does: text.optional().describe('What it is for, a few words.'),
  memory: byCase(amount).describe('MiB that one instance wants; for each case, or the same in all.'),
  cpu: byCase(z.number().min(0).max(1024))
    .default(0)
    .describe('Cores that one instance wants; for each case, or the same in all.'),
  instances: byCase(z.int().min(0).max(100_000))
    .default(1)
    .describe('How many run; for each case, or the same in all.'),
  boot: amount.default(0).describe('ms that it takes itself until it serves.'),
  app: z
    .union([megabytes, z.partialRecord(z.enum(BASES), megabytes)])
    .default(0)
    .describe('MB of its own layers; on each base, or the same on all.'),
  arch: z
    .array(arch)
    .min(1)
    .default(['amd64', 'arm64'])
    .describe('Architectures that its image is built for.'),
  os: z.enum(['linux', 'windows']).default('linux').describe('The system it is built for.'),
  kernel: kernel.optional().describe('The one kernel release it runs on.'),
  atLeast: kernel.optional().describe('The oldest kernel release that has what it calls.'),
  module: z.string().optional().describe('A kernel module that it needs.'),
  port: z.int().min(1).max(65_535).optional().describe('The port it listens on.'),
  publish: z
    .int()
    .min(1)
    .max(65_535)
    .optional()
    .describe("The host's port that NAT maps to it; none is published without."),
  life: z.enum(['long', 'short']).default('long').describe('Short-lived instances take their logs along.'),
  build: z
    .strictObject({
      pack: z.string().optional(),
      host: z.string().optional(),
      base: z.string().optional(),
      disk: z.string().optional(),
      net: z.string().optional(),
      ready: z.string().optional(),
      ref: z.string().optional(),
      logs: z.string().optional(),
    })
    .default({})
    .describe('How it stands at the start, and stays where no control is open.'),
  needs: Needs.prefault({}),
})

const Controls = z.strictObject({
  pack: Control.optional().describe(`From the thinnest wall to the thickest: ${VALUES.pack.join(', ')}.`),
  host: Control.optional(),
  base: Control.optional(),
  disk: Control.optional(),
  net: Control.optional(),
  ready: Control.optional(),
  ref: Control.optional(),
  logs: Control.optional(),
  engine: Control.optional().describe('For a host: what starts OCI images there.'),
})

/** Totals that a plan can be plotted by. */
export const AXES = ['memory', 'slowestMs', 'transferMB', 'cost', 'patchMinutes', 'interruptions'] as const

/** The shape of a setup, before its parts are checked against one another. */
export const Fields = z.strictObject({
  hosts: z.record(id, Host).describe('The hosts of the level, by id.'),
  workloads: z.record(id, Workload).describe('The workloads, by id.'),
  cases: z
    .array(z.union([id, z.strictObject({ id, name: text })]))
    .min(1)
    .max(6)
    .default(['day'])
    .describe('Courses of events.'),
  controls: z.record(id, Controls).describe('What the player may set, by workload or host.'),
  pace: z
    .strictObject({
      kernel: amount.default(0).describe('Minutes for one kernel; a figure of the story.'),
      userland: amount.default(0).describe('Minutes for one userland; a figure of the story.'),
    })
    .prefault({})
    .describe('How fast the team of the story patches.'),
  agent: amount
    .default(0)
    .describe('MiB of the log agent on each host where logs are shipped; a figure of the story.'),
  plot: z
    .strictObject({ x: z.enum(AXES), y: z.enum(AXES) })
    .optional()
    .describe('After a run: this plan among all plans one change away, on two totals.'),
})

/** A level's setup for this world, checked, with defaults filled in. */
export type Setup = z.infer<typeof Fields>
/** A workload as a level declares it. */
export type WorkloadSetup = Setup['workloads'][string]
/** A host as a level declares it. */
export type HostSetup = Setup['hosts'][string]

/** The ids of a level's cases, in order. */
export const caseIds = (setup: Setup): readonly string[] =>
  setup.cases.map(c => (typeof c === 'string' ? c : c.id))
