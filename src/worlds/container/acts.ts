import * as z from 'zod'
import { Endpoint, FileName, HostName, Name, Path } from './spelling.ts'

const mib = z.int().min(1).max(1_048_576)
const rate = z.number().min(0.1).max(100_000)
const fill = z.strictObject({
  upTo: z.literal('limit'),
  useful: mib.describe('MiB at which every request hits.'),
  rate: rate.default(20).describe('MiB a second.'),
  pages: z
    .enum(['anonymous', 'file'])
    .default('anonymous')
    .describe('file: page cache, which the kernel can reclaim.'),
})
const burn = z.strictObject({
  cores: z.number().min(0.05).max(256),
  work: z.number().min(0.1).optional().describe('Core-seconds; without it, for ever.'),
})
const writes = z.strictObject({
  rate: rate.describe('MB/s it would like.'),
  total: z.number().min(1).optional().describe('MB; without it, for ever.'),
  how: z.enum(['buffered', 'direct']).default('buffered'),
})
const traffic = z.strictObject({
  rate: rate.describe('Mbit/s it would like.'),
  total: z.number().min(1).optional().describe('Mbit; without it, for ever.'),
})

const verbs = {
  hostname: HostName.optional().describe('Renames the host that it sees itself on: sethostname(2).'),
  listen: Endpoint.optional().describe(
    'Listens on a TCP port, an abstract socket (@name) or a socket file (/path).',
  ),
  connect: Endpoint.optional().describe(
    'Connects to a port of 127.0.0.1, an abstract socket or a socket file.',
  ),
  share: Name.optional().describe('Creates a SysV shared memory segment: shmget(2).'),
  attach: Name.optional().describe('Attaches to the SysV segment of that name: shmat(2).'),
  post: FileName.optional().describe('Creates a file in /dev/shm: shm_open(3).'),
  peek: FileName.optional().describe('Reads the file of that name in /dev/shm.'),
  read: Path.optional().describe('Reads a file.'),
  overwrite: Path.optional().describe('Writes to a file.'),
  delete: Path.optional().describe('Deletes a file.'),
  mount: Path.optional().describe('Mounts a tmpfs at that path.'),
  signal: Name.optional().describe('Kills the process of that name, a host process or a box: kill(2).'),
  list: z.literal('processes').optional().describe('Lists processes, as ps does.'),
  escape: z
    .literal('root')
    .optional()
    .describe('Tries to leave its root directory: chroot again, then walk up.'),
  climb: z.literal('proc').optional().describe('Tries to write to the host through /proc/1/root.'),
  raw: z.literal('socket').optional().describe('Opens a raw socket, as ping does.'),
  set: z.literal('clock').optional().describe('Sets the wall clock.'),
  serve: Name.optional().describe('Serves from here on, without an end.'),
  grow: z
    .strictObject({ to: mib, rate: rate.default(20).describe('MiB a second.') })
    .optional()
    .describe('Its memory grows to that many MiB and is kept.'),
  fill: fill.optional().describe('A cache that takes whatever it is given.'),
  threads: z
    .strictObject({ count: z.int().min(1).max(100_000), rate: rate.default(20) })
    .optional()
    .describe('Starts so many threads, and keeps them.'),
  workers: z
    .strictObject({ each: mib.describe('MiB for one worker.'), rate: rate.default(100) })
    .optional()
    .describe('Starts one worker for each CPU it sees (sched_getaffinity), each with so many MiB.'),
  bomb: z.literal('fork').optional().describe('Forks without end.'),
  burn: burn.optional().describe('Computes on so many threads at once.'),
  writes: writes.optional().describe('Writes to the disk.'),
  sends: traffic.optional().describe('Uploads.'),
  receives: traffic.optional().describe('Downloads.'),
  wait: z.int().min(1).max(3600).optional().describe('Does nothing for so many seconds.'),
  exit: z.int().min(0).max(255).optional().describe('Ends with that exit code.'),
}

const Fields = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-zA-Z0-9]*$/, 'an act id is letters and digits, beginning with a small letter')
    .optional()
    .describe('Makes the outcome readable by rules, as run.<case>.box.<box>.did.<id>.'),
  fatal: z.literal(true).optional().describe('The workload ends with exit code 1 when this act fails.'),
  ...verbs,
})
type Fields = z.infer<typeof Fields>
type Verb = keyof typeof verbs

/** One act of a workload: what it does (`verb`), with what, and how rules can read its outcome. */
export type Act = {
  [V in Verb]: {
    readonly verb: V
    readonly value: NonNullable<Fields[V]>
    readonly id: string
    readonly fatal: boolean
  }
}[Verb]

/** An act as levels write it: `{ verb: value, id?, fatal? }`, exactly one verb. */
export const ActSchema = Fields.transform((fields, context): Act => {
  const acts = actsIn(fields)
  const [first] = acts
  if (first === undefined || acts.length > 1) {
    const found = acts.map(a => a.verb).join(', ')
    const message =
      found === ''
        ? `an act needs a verb: ${Object.keys(verbs).join(', ')}`
        : `an act is exactly one verb, found ${found}`
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  }
  return first
})

/** The acts that a set of fields names: one, if it is well made. */
function actsIn(f: Fields): readonly Act[] {
  const base = { id: f.id ?? '', fatal: f.fatal === true }
  const acts: Act[] = []
  if (f.hostname !== undefined) acts.push({ ...base, verb: 'hostname', value: f.hostname })
  if (f.listen !== undefined) acts.push({ ...base, verb: 'listen', value: f.listen })
  if (f.connect !== undefined) acts.push({ ...base, verb: 'connect', value: f.connect })
  if (f.share !== undefined) acts.push({ ...base, verb: 'share', value: f.share })
  if (f.attach !== undefined) acts.push({ ...base, verb: 'attach', value: f.attach })
  if (f.post !== undefined) acts.push({ ...base, verb: 'post', value: f.post })
  if (f.peek !== undefined) acts.push({ ...base, verb: 'peek', value: f.peek })
  if (f.read !== undefined) acts.push({ ...base, verb: 'read', value: f.read })
  if (f.overwrite !== undefined) acts.push({ ...base, verb: 'overwrite', value: f.overwrite })
  if (f.delete !== undefined) acts.push({ ...base, verb: 'delete', value: f.delete })
  if (f.mount !== undefined) acts.push({ ...base, verb: 'mount', value: f.mount })
  if (f.signal !== undefined) acts.push({ ...base, verb: 'signal', value: f.signal })
  if (f.list !== undefined) acts.push({ ...base, verb: 'list', value: f.list })
  if (f.escape !== undefined) acts.push({ ...base, verb: 'escape', value: f.escape })
  if (f.climb !== undefined) acts.push({ ...base, verb: 'climb', value: f.climb })
  if (f.raw !== undefined) acts.push({ ...base, verb: 'raw', value: f.raw })
  if (f.set !== undefined) acts.push({ ...base, verb: 'set', value: f.set })
  if (f.serve !== undefined) acts.push({ ...base, verb: 'serve', value: f.serve })
  if (f.grow !== undefined) acts.push({ ...base, verb: 'grow', value: f.grow })
  if (f.fill !== undefined) acts.push({ ...base, verb: 'fill', value: f.fill })
  if (f.threads !== undefined) acts.push({ ...base, verb: 'threads', value: f.threads })
  if (f.workers !== undefined) acts.push({ ...base, verb: 'workers', value: f.workers })
  if (f.bomb !== undefined) acts.push({ ...base, verb: 'bomb', value: f.bomb })
  if (f.burn !== undefined) acts.push({ ...base, verb: 'burn', value: f.burn })
  if (f.writes !== undefined) acts.push({ ...base, verb: 'writes', value: f.writes })
  if (f.sends !== undefined) acts.push({ ...base, verb: 'sends', value: f.sends })
  if (f.receives !== undefined) acts.push({ ...base, verb: 'receives', value: f.receives })
  if (f.wait !== undefined) acts.push({ ...base, verb: 'wait', value: f.wait })
  if (f.exit !== undefined) acts.push({ ...base, verb: 'exit', value: f.exit })
  return acts
}
