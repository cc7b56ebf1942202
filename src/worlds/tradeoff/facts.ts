import * as z from 'zod'
import { MISFITS } from './fit.ts'
import { WALLS } from './isolation.ts'
import { NEEDS } from './needs.ts'
import { PACKS } from './packs.ts'
import { caseIds, type Setup } from './setup.ts'
import { READINESS } from './start.ts'
import { BASES } from './transfer.ts'

const int = (about: string) => z.int().describe(about)
const flag = (about: string) => z.boolean().describe(about)
const speed = (what: string) =>
  int(`${what}: percent of a tuned container's speed, rounded down; -1 where no source gives a figure.`)

const workFacts = (hosts: readonly string[]) =>
  z.object({
    id: z.string().describe('The id of the workload.'),
    pack: z.enum(PACKS).describe('How it is packed.'),
    host: z.enum(hosts).describe('The id of the host it is placed on.'),
    base: z.enum(BASES).describe('The base image; a full VM has its own system instead.'),
    disk: z.enum(['overlay', 'volume']).describe('Where it writes.'),
    net: z.enum(['nat', 'host']).describe('How it reaches the network.'),
    ready: z.enum(READINESS).describe('How far its instances are prepared.'),
    ref: z.enum(['tag', 'digest']).describe('What names its image.'),
    logs: z.enum(['inside', 'shipped']).describe('Where its logs are.'),
    wall: z.enum(WALLS).describe('What stands between it and its neighbours, from thin to thick.'),
    isolation: int('The place of its wall, 1 shared to 4 guest.'),
    ownKernel: flag('It has a kernel of its own behind hardware virtualisation.'),
    hostRoot: flag('Root inside is root on the host.'),
    stops: z
      .object({
        kernelRace: flag('CVE-2016-5195 (Dirty COW), a race in the kernel.'),
        runcOverwrite: flag('CVE-2019-5736, a container overwrites runc.'),
        leakedFd: flag('CVE-2024-21626, runc leaks a file descriptor of the host.'),
      })
      .describe('Which known escapes end at its wall.'),
    fits: flag('It can run on its host at all.'),
    misfits: z.array(z.enum(MISFITS)).describe('Why it cannot run on its host.'),
    runsOn: z.array(z.enum(hosts)).describe('Hosts of the level that could run it, packed as it is.'),
    overhead: int('MiB of one instance beyond its workload.'),
    imageMB: int('MB of its whole image as transferred, rounded up.'),
    speed: z
      .object({
        cpu: speed('Computing'),
        syscalls: speed('System calls'),
        allocations: speed('Memory allocations'),
        reads: speed('Small reads'),
        opens: speed('Opening and closing files'),
        download: speed('Large downloads'),
        database: speed('A MySQL database'),
      })
      .describe('How fast it does what.'),
    iops: int('Disk operations a second at most; -1 where no source gives a figure.'),
    provable: flag('What runs is named by a digest, so it can be proved and put back.'),
    keepsLogs: flag('Its logs outlive its instances.'),
  })
/** What follows from one workload's own settings. */
export type WorkFacts = z.infer<ReturnType<typeof workFacts>>

const HostFacts = z.object({
  id: z.string().describe('The id of the host.'),
  copies: int('How many such hosts there are.'),
  allocatable: int('MiB for workloads and their engine, on each.'),
  cpu: int('Thousandths of a core, on each.'),
  kvm: flag('It has /dev/kvm.'),
  engine: z.enum(['docker', 'containerd']).describe('What starts OCI images there.'),
})

const WorkRun = z.object({
  id: z.string().describe('The id of the workload.'),
  instances: int('How many run.'),
  memory: int('MiB of all its instances, overhead included.'),
  cpu: int('Thousandths of a core of all its instances, overhead included.'),
  startMs: int('ms from the order until an instance serves; 0 where it already runs.'),
  met: flag('All that it needs is given.'),
  unmet: z.array(z.enum(NEEDS)).readonly().describe('What it needs and does not get.'),
})

const HostRun = z.object({
  id: z.string().describe('The id of the host.'),
  used: flag('Something is placed on it.'),
  memory: int('MiB taken, engine and log agent included.'),
  free: int('MiB left; negative where it is overfull.'),
  fits: flag('Memory, CPU and disk suffice.'),
  cpu: int('Thousandths of a core taken.'),
  transferMB: int('MB moved to it in all, each layer once, rounded up.'),
  transferSeconds: int('Seconds that all of it takes over its link, rounded up.'),
  waitMB: int('MB moved while workloads wait for their start, rounded up.'),
  reusedMB: int('MB that shared layers saved, rounded down.'),
})

const CaseTotal = z.object({
  memory: int('MiB on all hosts.'),
  cpu: int('Thousandths of a core on all hosts.'),
  instances: int('Instances of all workloads.'),
  unmet: int('Workloads that miss something.'),
})

const Total = z.object({
  memory: int('MiB on all hosts in the worst case.'),
  slowestMs: int('ms until the slowest workload serves.'),
  transferMB: int('MB moved to all hosts, each layer once a host, rounded up.'),
  cost: int('What the hosts in use cost; money of the story.'),
  hosts: int('Hosts in use.'),
  isolation: int('The thinnest wall among the workloads, 1 to 4.'),
  kernels: int('Kernels to patch: of hosts, of guests, of gVisor.'),
  userlands: int('Userlands to patch: an image counts once, a full VM each time.'),
  interruptions: int('Instances that a round of kernel patches stops.'),
  patchMinutes: int("Minutes to patch everything once, at the team's pace."),
  unmet: int('Workloads that miss something in some case.'),
})

/** The shape of the facts of a level: workloads, hosts and cases are fields by their ids. */
export const factsSchema = (setup: Setup) => {
  const each = <T extends z.ZodType>(ids: readonly string[], shape: T) =>
    z.object(Object.fromEntries(ids.map(id => [id, shape])))
  const hosts = Object.keys(setup.hosts)
  const WorkFacts = workFacts(hosts)
  const workloads = Object.keys(setup.workloads)
  const caseFacts = z.object({
    work: each(workloads, WorkRun).describe('Each workload by its id.'),
    works: z.array(WorkRun).describe('All workloads, for macros such as works.all(w, w.met).'),
    host: each(hosts, HostRun).describe('Each host by its id; what is taken on one of its copies.'),
    total: CaseTotal.describe('All workloads and hosts together.'),
  })
  return z.object({
    work: each(workloads, WorkFacts).describe('Each workload by its id, as it is packed.'),
    works: z.array(WorkFacts).describe('All workloads, for macros such as works.all(w, w.fits).'),
    host: each(hosts, HostFacts).describe('Each host by its id.'),
    total: Total.describe('The whole plan in its worst case; what objectives name.'),
    run: each(caseIds(setup), caseFacts).describe('Each case by its id.'),
  })
}

/** The facts of a level. */
export type Facts = z.infer<ReturnType<typeof factsSchema>>
/** A case, as rules read it. */
export type CaseFacts = Facts['run'][string]
