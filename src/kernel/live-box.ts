import { type Flow, newFlow } from './flow.ts'
import type { Limits } from './limits.ts'
import type { LoadAct, LoadBox, LoadOutcome } from './load.ts'

/** Amounts below this are rounding, not MiB, MB or core-seconds. */
export const EPSILON = 1e-6

/** Memory of a box, in MiB. Only `cacheFile` can be reclaimed. */
export type Memory = {
  grown: number
  cacheAnonymous: number
  cacheFile: number
  /** Rates of the box's caches. */
  fillAnonymous: number
  fillFile: number
  /** What growth and the anonymous cache come to in this second. */
  growing: number
  filling: number
  reclaimed: number
  peak: number
}

/** Tasks of a box, and its clones of this second. */
export type Tasks = {
  count: number
  peak: number
  /** Tasks of a fork bomb, the main task among them; 0 without one. */
  bomb: number
  /** Rates below one a second add up here. */
  credit: number
  tries: number
  /** Tries that pids.max would let through, those let through by the machine, and those refused. */
  room: number
  done: number
  refused: number
  /** Refused in the whole run. */
  failed: number
}

/** A box in the course of a run. Mutable on purpose: it lives for one run, and a solver makes hundred thousands of runs. */
export type LiveBox = {
  readonly id: string
  readonly limits: Limits
  readonly oomScoreAdj: number
  readonly acts: readonly LoadAct[]
  /** Index of the act that begins next. */
  next: number
  /** What is left of the act that holds the next one back: MiB, tasks, core-seconds, MB, Mbit or seconds. */
  left: number
  heldFlow: Flow | null
  growRate: number
  forkRate: number
  waiting: boolean
  /** Its demands are not what they were when CPU, disk and link were last shared. */
  changed: boolean

  alive: boolean
  exitCode: number | null
  oomKilled: LoadOutcome['oomKilled']
  endedAt: number | null
  /** MiB at which caches hit always; 0 without a cache. Hits stand still when the box ends. */
  readonly useful: number
  lastHits: number

  readonly memory: Memory
  readonly tasks: Tasks

  /** CPU may still be given to it in this round of sharing. */
  open: boolean
  throttled: boolean
  throttledSeconds: number
  ranSeconds: number
  /** Seconds in which it wrote or wanted to, in either way. */
  writeTime: number
  readonly cpu: Flow
  readonly direct: Flow
  readonly buffered: Flow
  readonly send: Flow
  readonly receive: Flow
}

/** A box before its first second. Shaping at an end of a veth pair has no effect without the pair. */
export function liveBox(box: LoadBox): LiveBox {
  const { id, limits, oomScoreAdj, acts } = box
  return {
    id,
    limits,
    oomScoreAdj,
    acts,
    next: 0,
    left: 0,
    heldFlow: null,
    growRate: 0,
    forkRate: 0,
    waiting: false,
    changed: true,
    alive: true,
    exitCode: null,
    oomKilled: 'no',
    endedAt: null,
    useful: usefulCache(acts),
    lastHits: 0,
    memory: newMemory(),
    tasks: newTasks(),
    open: false,
    throttled: false,
    throttledSeconds: 0,
    ranSeconds: 0,
    writeTime: 0,
    cpu: newFlow(limits.cpuMax),
    direct: newFlow(limits.ioMax),
    buffered: newFlow(null),
    send: newFlow(shapedAt(box, 'box-end')),
    receive: newFlow(shapedAt(box, 'host-end')),
  }
}

const newMemory = (): Memory => ({
  grown: 0,
  cacheAnonymous: 0,
  cacheFile: 0,
  fillAnonymous: 0,
  fillFile: 0,
  growing: 0,
  filling: 0,
  reclaimed: 0,
  peak: 0,
})

const newTasks = (): Tasks => ({
  count: 1,
  peak: 1,
  bomb: 0,
  credit: 0,
  tries: 0,
  room: 0,
  done: 0,
  refused: 0,
  failed: 0,
})

function shapedAt({ ownNet, limits: { shaping } }: LoadBox, end: 'host-end' | 'box-end'): number | null {
  return ownNet && shaping?.at === end ? shaping.mbit : null
}

function usefulCache(acts: readonly LoadAct[]): number {
  let useful = 0
  for (const act of acts) if (act.type === 'fill') useful += act.useful
  return useful
}

/** MiB that no reclaim can take back. */
export const anonymous = ({ grown, cacheAnonymous }: Memory): number => grown + cacheAnonymous

/** Cache hits of a box as it stands, in percent; 100 where there is no cache. */
export function hitPercent({ useful, alive, lastHits, memory }: LiveBox): number {
  if (useful === 0) return 100
  if (!alive) return lastHits
  return Math.min(100, Math.round((100 * (memory.cacheAnonymous + memory.cacheFile)) / useful))
}

/** Ends a box and gives back what it held: memory, tasks, and its place at CPU, disk and link. */
export function endBox(
  box: LiveBox,
  at: number,
  exitCode: number,
  oomKilled: LoadOutcome['oomKilled'],
): void {
  const { memory, tasks } = box
  box.lastHits = oomKilled === 'no' ? hitPercent(box) : 0
  box.alive = false
  box.changed = true
  box.exitCode = exitCode
  box.oomKilled = oomKilled
  box.endedAt = at
  memory.grown = memory.cacheAnonymous = memory.cacheFile = 0
  memory.growing = memory.filling = memory.reclaimed = 0
  tasks.count = tasks.bomb = tasks.refused = 0
  box.throttled = false
}
