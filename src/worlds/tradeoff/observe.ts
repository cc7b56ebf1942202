import type { CaseFacts, Facts } from './facts.ts'
import { type Burden, burdenOf, patchMinutes, userlandsOf } from './operations.ts'
import {
  allocatable,
  fitsCpu,
  fitsMemory,
  hasDisk,
  type Placed,
  type Placement,
  serveMs,
  unmetOf,
} from './placement.ts'
import type { Stage } from './stage.ts'
import { linkMs } from './transfer.ts'
import type { Choices } from '../../core/product.ts'

/** Each host by its id, as it is built. */
export const hostFacts = (stage: Stage, state: Choices): Facts['host'] =>
  Object.fromEntries(
    stage.hosts.map(host => [
      host.id,
      {
        id: host.id,
        copies: host.setup.copies,
        allocatable: allocatable(host),
        cpu: Math.round(host.setup.cores * 1000),
        kvm: host.setup.kvm,
        engine: host.engine(state),
      },
    ]),
  )

/** Each case by its id. */
export const runFacts = (stage: Stage, plan: Placement): Facts['run'] =>
  stage.cases.reduce<{ [name: string]: CaseFacts }>((run, name, i) => {
    run[name] = caseFacts(plan, i)
    return run
  }, {})

function caseFacts(plan: Placement, index: number): CaseFacts {
  const works: WorkRun[] = []
  let instances = 0
  let missing = 0
  for (let i = 0; i < plan.options.length; i++) {
    const work = workRun(plan, i, index)
    works.push(work)
    instances += work.instances
    if (!work.met) missing++
  }
  return {
    work: byId(works),
    works,
    host: byId(plan.hosts.map(at => hostRun(at, index))),
    total: {
      memory: overHosts(plan, at => at.loads[index]?.memory ?? 0),
      cpu: overHosts(plan, at => at.loads[index]?.cpu ?? 0),
      instances,
      unmet: missing,
    },
  }
}

type WorkRun = CaseFacts['works'][number]

function workRun(plan: Placement, i: number, index: number): WorkRun {
  const option = plan.options[i]
  const at = plan.hosts[plan.at[i] ?? 0]
  const take = option?.takes[index]
  if (option === undefined || at === undefined || take === undefined)
    throw new Error('a plan places every workload')
  const unmet = unmetOf(option, at, index)
  return {
    id: option.id,
    instances: take.instances * at.host.setup.copies,
    memory: take.memory,
    cpu: take.cpu,
    startMs: serveMs(option, at),
    met: unmet.length === 0,
    unmet,
  }
}

/** Facts as fields by their ids. A loop, since a proof asks for it half a million times. */
export function byId<T extends { readonly id: string }>(facts: readonly T[]): { [id: string]: T } {
  const fields: { [id: string]: T } = {}
  for (const fact of facts) fields[fact.id] = fact
  return fields
}

function hostRun(at: Placed, index: number): CaseFacts['host'][string] {
  const memory = at.loads[index]?.memory ?? 0
  return {
    id: at.host.id,
    used: at.options.length > 0,
    memory,
    free: allocatable(at.host) - memory,
    fits: fitsMemory(at, index) && fitsCpu(at, index) && hasDisk(at),
    cpu: at.loads[index]?.cpu ?? 0,
    transferMB: Math.ceil(at.transfer.total),
    transferSeconds: Math.ceil(linkMs(at.transfer.total, at.host.setup.link) / 1000),
    waitMB: Math.ceil(at.transfer.atStart),
    reusedMB: Math.floor(at.transfer.reused),
  }
}

/** A sum over all copies of all hosts. */
function overHosts(plan: Placement, amount: (at: Placed) => number): number {
  let sum = 0
  for (const at of plan.hosts) sum += amount(at) * at.host.setup.copies
  return sum
}

/** The whole plan in its worst case. */
export function totalFacts(stage: Stage, plan: Placement): Facts['total'] {
  const used = (at: Placed): number => (at.options.length > 0 ? 1 : 0)
  const counted = { ...kernelBurden(plan), userlands: userlands(plan) }
  return {
    memory: worstMemory(stage, plan),
    slowestMs: slowest(plan),
    transferMB: Math.ceil(overHosts(plan, at => at.transfer.total)),
    cost: overHosts(plan, at => used(at) * at.host.setup.price),
    hosts: overHosts(plan, used),
    isolation: plan.options.reduce((least, { facts }) => Math.min(least, facts.isolation), 4),
    ...counted,
    patchMinutes: patchMinutes(counted, stage.setup.pace),
    unmet: plan.options.reduce((sum, option, i) => sum + (missesAny(stage, plan, option, i) ? 1 : 0), 0),
  }
}

function worstMemory(stage: Stage, plan: Placement): number {
  let most = 0
  for (let i = 0; i < stage.cases.length; i++)
    most = Math.max(
      most,
      overHosts(plan, at => at.loads[i]?.memory ?? 0),
    )
  return most
}

/** The burden of all copies of all hosts. */
function kernelBurden(plan: Placement): Burden {
  let kernels = 0
  let interruptions = 0
  for (const at of plan.hosts) {
    const one = burdenOf(
      at.options.map(({ choice, peakInstances }) => ({ pack: choice.pack, instances: peakInstances })),
    )
    kernels += one.kernels * at.host.setup.copies
    interruptions += one.interruptions * at.host.setup.copies
  }
  return { kernels, interruptions }
}

/** An image is rebuilt once for all copies of its host; a full VM is patched wherever it stands. */
const userlands = (plan: Placement): number =>
  plan.options.reduce((sum, { choice, peakInstances }, i) => {
    const copies = plan.hosts[plan.at[i] ?? 0]?.host.setup.copies ?? 1
    return sum + userlandsOf({ pack: choice.pack, instances: peakInstances * copies })
  }, 0)

function slowest(plan: Placement): number {
  let most = 0
  for (const [i, option] of plan.options.entries()) {
    const at = plan.hosts[plan.at[i] ?? 0]
    if (at !== undefined) most = Math.max(most, serveMs(option, at))
  }
  return most
}

function missesAny(stage: Stage, plan: Placement, option: Placement['options'][number], i: number): boolean {
  const at = plan.hosts[plan.at[i] ?? 0]
  return at !== undefined && stage.cases.some((_, index) => unmetOf(option, at, index).length > 0)
}
