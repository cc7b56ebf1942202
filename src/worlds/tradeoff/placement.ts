import type { Choices } from '../../core/product.ts'
import type { Engine } from './memory.ts'
import type { Need } from './needs.ts'
import type { Option } from './option.ts'
import type { HostStage, Stage } from './stage.ts'
import { startMs } from './start.ts'
import { linkMs, type Transfer, transferOf } from './transfer.ts'

/** What a case takes on one copy of a host. */
export type Load = { readonly memory: number; readonly cpu: number }

/** What a plan puts on one copy of a host. */
export type Placed = {
  readonly host: HostStage
  readonly engine: Engine
  /** MiB of the engine and the log agent; 0 where nothing needs them. */
  readonly engineMemory: number
  readonly agentMemory: number
  readonly options: readonly Option[]
  readonly transfer: Transfer
  /** Ports that two workloads want, both for themselves. */
  readonly clashes: readonly number[]
  /** For each case, in the level's order. */
  readonly loads: readonly Load[]
}

/** A plan: every workload as it is packed, on its host. */
export type Placement = {
  /** In the level's order. */
  readonly options: readonly Option[]
  readonly hosts: readonly Placed[]
  /** For each option the place of its host. */
  readonly at: readonly number[]
}

/** Puts every workload on its host and adds up what it takes there. */
export function placementOf(stage: Stage, state: Choices): Placement {
  const options: Option[] = []
  const at: number[] = []
  const byHost: Option[][] = stage.hosts.map(() => [])
  for (const workload of stage.workloads) {
    const option = workload.option(state)
    options.push(option)
    at.push(option.hostIndex)
    byHost[option.hostIndex]?.push(option)
  }
  const hosts = stage.hosts.map((host, i) => placed(stage, host, byHost[i] ?? [], host.engine(state)))
  return { options, hosts, at }
}

function placed(stage: Stage, host: HostStage, options: readonly Option[], engine: Engine): Placed {
  let isOci = false
  let isShipped = false
  const wanted = options.map(option => {
    isOci ||= option.wanted.oci
    isShipped ||= option.choice.logs === 'shipped'
    return option.wanted
  })
  const engineMemory = isOci ? host.engineMemory[engine] : 0
  const agentMemory = isShipped ? stage.setup.agent : 0
  return {
    host,
    engine,
    engineMemory,
    agentMemory,
    options,
    transfer: transferOf(host.setup.has, wanted),
    clashes: clashesOf(options),
    loads: stage.cases.map((_, i) => loadOf(options, i, engineMemory + agentMemory)),
  }
}

function loadOf(options: readonly Option[], index: number, fixed: number): Load {
  let memory = fixed
  let cpu = 0
  for (const option of options) {
    const take = option.takes[index]
    memory += take?.memory ?? 0
    cpu += take?.cpu ?? 0
  }
  return { memory, cpu }
}

const NONE: readonly number[] = []

function clashesOf(options: readonly Option[]): readonly number[] {
  let found = NONE
  for (let i = 0; i < options.length; i++) {
    const port = options[i]?.port ?? 0
    if (port === 0) continue
    for (let j = 0; j < i; j++) if (options[j]?.port === port) found = [...found, port]
  }
  return found
}

/** MiB that workloads and engine may take on one copy of a host. */
export const allocatable = ({ setup }: HostStage): number => setup.memory - setup.reserved

/** MB of images on a host: what was moved there. Unpacked they take more, so this is the least. */
export const hasDisk = ({ host, transfer }: Placed): boolean => transfer.total <= host.setup.disk

/** Whether a case fits on a host. */
export const fitsMemory = (at: Placed, index: number): boolean =>
  (at.loads[index]?.memory ?? 0) <= allocatable(at.host)
/** Whether a case fits on a host's cores, counted as requests are. */
export const fitsCpu = (at: Placed, index: number): boolean =>
  (at.loads[index]?.cpu ?? 0) <= at.host.setup.cores * 1000

/**
 * Time until a workload serves, ms. All that a host pulls while workloads wait shares its link, so everyone waits for the
 * sum: the worst order.
 */
export function serveMs(option: Option, { host, engine, transfer }: Placed): number {
  const pull = linkMs(transfer.atStart, host.setup.link)
  return Math.ceil(startMs(option.choice.ready, pull, option.warmMs[engine], option.bootMs))
}

/** One of those whom its wall is too thin against is on its host. */
const isExposed = ({ exposedTo }: Option, at: Placed): boolean =>
  exposedTo.length > 0 && at.options.some(({ id }) => exposedTo.includes(id))

/** What a workload misses in a case: by its own choice, and because of its neighbours. One port serves one instance. */
export function unmetOf(option: Option, at: Placed, index: number): readonly Need[] {
  const instances = option.takes[index]?.instances ?? 0
  const noMemory = !fitsMemory(at, index)
  const noCpu = !fitsCpu(at, index)
  const noDisk = !hasDisk(at)
  const noPort = option.port > 0 && (at.clashes.includes(option.port) || instances > 1)
  const late = instances > 0 && serveMs(option, at) > option.startWithin
  const exposed = isExposed(option, at)
  if (!noMemory && !noCpu && !noDisk && !noPort && !late && !exposed) return option.unmet
  const coupled: readonly (readonly [Need, boolean])[] = [
    ['memory', noMemory],
    ['cpu', noCpu],
    ['disk', noDisk],
    ['port', noPort],
    ['wall', exposed],
    ['start', late],
  ]
  return [...option.unmet, ...coupled.filter(([, isBroken]) => isBroken).map(([need]) => need)]
}
