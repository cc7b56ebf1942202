import type { WorkFacts } from './facts.ts'
import { misfits } from './fit.ts'
import { type Escape, isolationOf, stops, WALL_OF } from './isolation.ts'
import { type Engine, heldMiB, overheadCpu, overheadMiB } from './memory.ts'
import type { Need } from './needs.ts'
import { isThin, ownUnmet } from './own-needs.ts'
import { isProvable, keepsLogs } from './operations.ts'
import { isPack, type Pack, TRAITS } from './packs.ts'
import type { Setup, WorkloadSetup } from './setup.ts'
import { caseIds } from './setup.ts'
import { ACTIVITIES, type Activity, iopsOf, speedPercent } from './slowdown.ts'
import { READINESS, type Ready, warmStartMs } from './start.ts'
import { type Base, imageMB, imageOf, isBase, type Wanted } from './transfer.ts'

/** How one workload is set, all of its settings known. */
export type Choice = {
  readonly pack: Pack
  readonly host: string
  readonly base: Base
  readonly disk: 'overlay' | 'volume'
  readonly net: 'nat' | 'host'
  readonly ready: Ready
  readonly ref: 'tag' | 'digest'
  readonly logs: 'inside' | 'shipped'
}

/** What all instances of a workload take in one case. */
export type Take = { readonly instances: number; readonly memory: number; readonly cpu: number }

/** Everything that follows from one workload's own settings. Worked out once, so that a state only adds up. */
export type Option = {
  readonly id: string
  readonly choice: Choice
  /** The place of its host in the level's list. */
  readonly hostIndex: number
  readonly facts: WorkFacts
  /** Needs that this choice misses wherever its neighbours are. */
  readonly unmet: readonly Need[]
  /** What it is asked for, so that only figures that matter are told. */
  readonly asks: { readonly speeds: readonly Activity[]; readonly iops: boolean }
  readonly wanted: Wanted
  readonly diskMB: number
  readonly warmMs: { readonly [E in Engine]: number }
  readonly bootMs: number
  /** Workloads that its wall is too thin against, where that depends on who is on its host. */
  readonly exposedTo: readonly string[]
  /** ms; infinite where there is no such need. */
  readonly startWithin: number
  /** The host's port that it takes; 0 where it takes none. */
  readonly port: number
  /** For each case, in the level's order. */
  readonly takes: readonly Take[]
  readonly peakInstances: number
}

/** Reads settings as words; the schema has checked them, so a stranger falls back to the default. */
export function choiceOf(read: (setting: keyof Choice) => string): Choice {
  const pack = read('pack')
  const base = read('base')
  const ready = read('ready')
  return {
    pack: isPack(pack) ? pack : 'container',
    host: read('host'),
    base: isBase(base) ? base : 'debian',
    disk: read('disk') === 'volume' ? 'volume' : 'overlay',
    net: read('net') === 'host' ? 'host' : 'nat',
    ready: READINESS.find(r => r === ready) ?? 'layers',
    ref: read('ref') === 'digest' ? 'digest' : 'tag',
    logs: read('logs') === 'shipped' ? 'shipped' : 'inside',
  }
}

/** Works out everything that follows from one workload's settings. */
export function optionOf(setup: Setup, id: string, workload: WorkloadSetup, choice: Choice): Option {
  const { pack, base, net, ready } = choice
  const image = imageOf(pack, base, appMB(workload, base))
  const facts = workFacts(setup, id, workload, choice)
  const takes = takesOf(setup, workload, choice)
  return {
    id,
    choice,
    hostIndex: Object.keys(setup.hosts).indexOf(choice.host),
    facts,
    unmet: ownUnmet(workload, facts),
    exposedTo: isThin(workload, facts) ? workload.needs.from : [],
    asks: asksOf(workload),
    wanted: { image, ready, oci: TRAITS[pack].oci },
    diskMB: imageMB(image),
    warmMs: { docker: warmStartMs(pack, 'docker', net), containerd: warmStartMs(pack, 'containerd', net) },
    bootMs: workload.boot,
    startWithin: workload.needs.startWithin === undefined ? Infinity : workload.needs.startWithin * 1000,
    port: hostPort(workload, choice),
    takes,
    peakInstances: Math.max(...takes.map(take => take.instances)),
  }
}

const asksOf = ({ needs }: WorkloadSetup): Option['asks'] => ({
  speeds: ACTIVITIES.filter(activity => needs.speed[activity] !== undefined),
  iops: needs.iops !== undefined,
})

const appMB = ({ app }: WorkloadSetup, base: Base): number =>
  typeof app === 'number' ? app : (app[base] ?? 0)

/** Host network takes the port itself, NAT the published one; a guest with its own address takes none. */
function hostPort({ port, publish }: WorkloadSetup, { pack, net }: Choice): number {
  if (!TRAITS[pack].oci) return 0
  return (net === 'host' ? port : publish) ?? 0
}

type ByCase = WorkloadSetup['memory']
const inCase = (amount: ByCase, name: string): number =>
  typeof amount === 'number' ? amount : (amount[name] ?? 0)

function takesOf(setup: Setup, workload: WorkloadSetup, { pack, ready }: Choice): readonly Take[] {
  const cases = caseIds(setup)
  const peak = (amount: ByCase): number => Math.max(...cases.map(name => inCase(amount, name)))
  return cases.map(name => {
    const instances = ready === 'running' ? peak(workload.instances) : inCase(workload.instances, name)
    const wants = inCase(workload.memory, name)
    const held = heldMiB(TRAITS[pack].guest ? 'guest' : 'process', wants, peak(workload.memory))
    const cpu = Math.ceil(inCase(workload.cpu, name) * 1000) + overheadCpu(pack)
    return { instances, memory: instances * (held + overheadMiB(pack)), cpu: instances * cpu }
  })
}

function workFacts(setup: Setup, id: string, workload: WorkloadSetup, choice: Choice): WorkFacts {
  const { pack, host, net } = choice
  const wall = WALL_OF[pack]
  const demand = { ...workload, version: workload.kernel }
  const ground = setup.hosts[host]
  const found = ground === undefined ? [] : misfits(pack, demand, ground, net)
  const runsOn = Object.entries(setup.hosts)
    .filter(([, other]) => misfits(pack, demand, other, net).length === 0)
    .map(([name]) => name)
  return {
    id,
    ...choice,
    wall,
    isolation: isolationOf(wall),
    ownKernel: TRAITS[pack].guest,
    hostRoot: pack === 'container',
    stops: {
      kernelRace: stops(pack, 'kernelRace'),
      runcOverwrite: stops(pack, 'runcOverwrite'),
      leakedFd: stops(pack, 'leakedFd'),
    } satisfies { readonly [E in Escape]: boolean },
    fits: found.length === 0,
    misfits: [...found],
    runsOn,
    overhead: overheadMiB(pack),
    imageMB: Math.ceil(imageMB(imageOf(pack, choice.base, appMB(workload, choice.base)))),
    speed: speeds(choice),
    iops: iopsOf(pack) ?? -1,
    provable: isProvable(pack, choice.ref),
    keepsLogs: keepsLogs(workload.life, choice.logs),
  }
}

function speeds(choice: Choice): { [A in Activity]: number } {
  const of = (activity: Activity): number => speedPercent(choice.pack, activity, choice) ?? -1
  return {
    cpu: of('cpu'),
    syscalls: of('syscalls'),
    allocations: of('allocations'),
    reads: of('reads'),
    opens: of('opens'),
    download: of('download'),
    database: of('database'),
  }
}
