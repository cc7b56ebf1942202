import * as z from 'zod'
import { ERRNOS } from '../../kernel/machine.ts'
import { actsOf } from './run.ts'
import { caseIds, type Setup } from './setup.ts'

const int = (about: string) => z.int().describe(about)
const flag = (about: string) => z.boolean().describe(about)
const texts = (about: string) => z.array(z.string()).describe(about)
const member = z.enum(['host', 'own', 'join'])

const Limited = z.object({
  limited: flag('There is a limit.'),
  max: int('The limit; 0 where there is none.'),
})

/** What is true of a box before anything runs: how it is built, what it sees, what it may do. */
export const BoxFacts = z.object({
  id: z.string().describe('The id of the box.'),
  ns: z
    .object({
      mnt: member,
      uts: member,
      ipc: member,
      pid: member,
      net: member,
      user: member,
      cgroup: member,
      time: member,
    })
    .describe('Where each namespace comes from: the host, its own, or joined.'),
  sees: z.object({
    processes: texts('Names that ps lists, in order.'),
    hostProcesses: flag('ps lists processes of the host.'),
    pidOne: flag('The workload is process 1 in what it calls its pid namespace.'),
    interfaces: texts('Network interfaces.'),
    ipc: texts('SysV shared memory segments, by name.'),
    shm: texts('Files in /dev/shm.'),
    sockets: texts('Sockets of others that it can reach: @abstract and /files.'),
    cpus: int('CPUs that sched_getaffinity gives; nproc prints it.'),
    uid: int('What id -u prints.'),
    hostUid: int('The uid on the host that files are checked against.'),
  }),
  can: z.object({
    setHostname: flag('sethostname(2) succeeds.'),
    mount: flag('It may mount a tmpfs.'),
    bindLow: flag('It may bind a port below 1024.'),
    signalHost: flag("It may kill the host's init or sshd."),
    readHostSecrets: flag("It reads the host's /etc/shadow."),
    writeHostFiles: flag("It writes the host's /etc/passwd."),
    reachHostRoot: flag("It gets at the host's root directory, by escape or through /proc/1/root."),
    administerNet: flag('It may change its interfaces and their queues.'),
    setClock: flag('It may set the wall clock.'),
  }),
  leaks: z.object({
    hostname: flag("A new host name of its own would be the host's."),
    mounts: flag('Mounts made inside appear on the host.'),
    proc: flag("Its fresh /proc replaced the host's."),
  }),
  limits: z.object({
    memory: Limited.describe('memory.max, MiB.'),
    cpu: Limited.describe('cpu.max, in percent of one core.'),
    weight: int('cpu.weight.'),
    pids: Limited.describe('pids.max.'),
    io: Limited.describe('io.max, MB/s written.'),
    rate: Limited.describe('tc, Mbit/s.'),
  }),
})
/** A box before anything runs, as rules read it. */
export type BoxFacts = z.infer<typeof BoxFacts>

/** What became of a box in a case; `did` holds the results of its named acts. */
const boxRun = (acts: readonly string[]) =>
  z.object({
    id: z.string().describe('The id of the box.'),
    started: flag('It could be started as it is built.'),
    alive: flag('It runs at the end.'),
    exitCode: int('How it ended; -1 while it runs, 137 after a kill.'),
    oomKilled: flag('The kernel killed it for memory.'),
    endedAt: int('The second in which it ended; -1 while it runs.'),
    peakMemory: int('MiB.'),
    cpuPercent: int('Of the CPU it wanted, what it got.'),
    throttledPercent: int('Of the seconds it ran, those cut short by cpu.max.'),
    peakTasks: int('Processes and threads at most.'),
    failedForks: int('fork or clone calls that failed with EAGAIN.'),
    writeRate: int('MB/s reached on disk.'),
    writePercent: int('Of the disk rate it wanted, what it got.'),
    sendRate: int('Mbit/s sent.'),
    sendPercent: int('Of the rate it wanted to send, what it got.'),
    receiveRate: int('Mbit/s received.'),
    receivePercent: int('Of the rate it wanted to receive, what it got.'),
    hitPercent: int('Cache hits; 100 where there is no cache.'),
    did: z
      .object(Object.fromEntries(acts.map(act => [act, z.enum([...ERRNOS, 'skipped'])])))
      .describe("How its named acts ended: 'ok' or the error."),
  })

const HostRun = z.object({
  hostname: z.string().describe("The host's name at the end."),
  psWorks: flag("The host's own ps still lists its processes."),
  oomKills: int('Kills because the whole machine ran dry.'),
  victims: texts('Boxes that the kernel killed for the machine, in order.'),
  taskTableFull: flag('The pid table ran full.'),
  diskBusyPercent: int('How busy the disk was.'),
  linkBusyPercent: int('How busy the card was.'),
  deleted: texts('Files of the host that were deleted.'),
  overwritten: texts('Files of the host that were written to.'),
  killed: texts('Processes of the host, and boxes, that were killed by a box.'),
  mounts: texts('Mounts of boxes that stand on the host.'),
})

const HostFacts = z.object({
  cgroup: z.enum(['v1', 'v2']).describe('The version of its cgroups.'),
  cores: int('CPUs.'),
  tasks: int('Places that the pid table has for boxes.'),
  disk: int('MB/s that the disk writes.'),
  link: int('Mbit/s of the card, each way.'),
  memory: z.object({
    total: int('MiB.'),
    reserved: int('MiB that the system keeps.'),
    allocatable: int('MiB that boxes can have.'),
    promised: int('Sum of the limits of limited boxes, MiB.'),
  }),
})

/** The named acts of a box in a case. */
export const namedActs = (setup: Setup, box: string, name: string): readonly string[] => {
  const found = setup.boxes[box]
  return found === undefined ? [] : actsOf(found, name).flatMap(act => (act.id === '' ? [] : [act.id]))
}

const CaseFacts = (setup: Setup, name: string) =>
  z.object({
    box: z.object(
      Object.fromEntries(Object.keys(setup.boxes).map(id => [id, boxRun(namedActs(setup, id, name))])),
    ),
    host: HostRun,
  })

/** The shape of the facts of a level: boxes and cases are fields by their ids. */
export const factsSchema = (setup: Setup) =>
  z.object({
    box: z
      .object(Object.fromEntries(Object.keys(setup.boxes).map(id => [id, BoxFacts])))
      .describe('Each box by its id, as it is built.'),
    boxes: z.array(BoxFacts).describe('All boxes, for macros such as boxes.all(b, ...).'),
    host: HostFacts.describe('The machine.'),
    run: z
      .object(Object.fromEntries(caseIds(setup).map(name => [name, CaseFacts(setup, name)])))
      .describe('Each case by its id, run to its end.'),
  })

/** The facts of a level. */
export type Facts = z.infer<ReturnType<typeof factsSchema>>
/** A case run to its end, as rules read it. */
export type CaseFacts = Facts['run'][string]
