import type { Limits } from './limits.ts'
import type { LoadAct, LoadBox, LoadOutcome } from './load.ts'

/** Amounts below this are rounding, not MiB, MB or core-seconds. */
export const EPSILON = 1e-6

/** A box's demand on something that flows: CPU, disk, one way of the link. Rates are per second. */
export type Flow = {
  /** Asked for by acts without an end. */
  standing: number
  /** Asked for, at full speed, by the act that holds the script back. */
  held: number
  /** Asked for in this second, and of that by the holding act: less than `held` in the act's last second. */
  want: number
  wantHeld: number
  got: number
  /** Most that a limit lets through; Infinity without one. */
  cap: number
  /** Totals of the run: asked for, got, and the seconds that asking took at full speed. */
  wanted: number
  reached: number
  time: number
}

/** A box in the course of a run. Mutable on purpose: it lives for one run, which hundred thousands of states need. */
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

  alive: boolean
  exitCode: number | null
  oomKilled: LoadOutcome['oomKilled']
  endedAt: number | null

  /** MiB grown and kept, and cached. Only `cacheFile` can be reclaimed. */
  grown: number
  cacheAnonymous: number
  cacheFile: number
  fillAnonymous: number
  fillFile: number
  /** MiB a second that this second's growth and filling come to. */
  growing: number
  filling: number
  reclaimed: number
  peakMemory: number
  readonly useful: number
  hitPercent: number

  tasks: number
  /** Tasks of a fork bomb, the main task among them; 0 without one. */
  bombTasks: number
  forkCredit: number
  /** Clones tried in this second, those not refused so far, and those refused. */
  forkTries: number
  forked: number
  forkRoom: number
  refused: number
  failedForks: number
  peakTasks: number

  /** CPU may still be given to it in this round of sharing. */
  open: boolean
  throttled: boolean
  throttledSeconds: number
  ranSeconds: number
  readonly cpu: Flow
  readonly direct: Flow
  readonly buffered: Flow
  /** Both kinds of writes, for the books. */
  readonly write: Flow
  readonly send: Flow
  readonly receive: Flow
}

const flow = (cap: number | null): Flow => ({
  standing: 0,
  held: 0,
  want: 0,
  wantHeld: 0,
  got: 0,
  cap: cap ?? Infinity,
  wanted: 0,
  reached: 0,
  time: 0,
})

/** A box before its first second. Shaping at an end of a veth pair has no effect without the pair. */
export function liveBox(box: LoadBox): LiveBox {
  const { limits } = box
  const shaped = (end: 'host-end' | 'box-end'): number | null =>
    box.ownNet && limits.shaping?.at === end ? limits.shaping.mbit : null
  return {
    id: box.id,
    limits,
    oomScoreAdj: box.oomScoreAdj,
    acts: box.acts,
    next: 0,
    left: 0,
    heldFlow: null,
    growRate: 0,
    forkRate: 0,
    waiting: false,
    alive: true,
    exitCode: null,
    oomKilled: 'no',
    endedAt: null,
    grown: 0,
    cacheAnonymous: 0,
    cacheFile: 0,
    fillAnonymous: 0,
    fillFile: 0,
    growing: 0,
    filling: 0,
    reclaimed: 0,
    peakMemory: 0,
    useful: usefulCache(box.acts),
    hitPercent: 0,
    tasks: 1,
    bombTasks: 0,
    forkCredit: 0,
    forkTries: 0,
    forked: 0,
    forkRoom: 0,
    refused: 0,
    failedForks: 0,
    peakTasks: 1,
    open: false,
    throttled: false,
    throttledSeconds: 0,
    ranSeconds: 0,
    cpu: flow(limits.cpuMax),
    direct: flow(limits.ioMax),
    buffered: flow(null),
    write: flow(null),
    send: flow(shaped('box-end')),
    receive: flow(shaped('host-end')),
  }
}

function usefulCache(acts: readonly LoadAct[]): number {
  let useful = 0
  for (const act of acts) if (act.type === 'fill') useful += act.useful
  return useful
}

/** MiB that no reclaim can take back. */
export const anonymous = (box: LiveBox): number => box.grown + box.cacheAnonymous

/** Cache hits of a box as it stands, in percent; 100 where there is no cache. */
export function hitPercent(box: LiveBox): number {
  if (box.useful === 0) return 100
  if (!box.alive) return box.hitPercent
  return Math.min(100, Math.round((100 * (box.cacheAnonymous + box.cacheFile)) / box.useful))
}

/** Ends a box and gives back what it held: memory, tasks, and its place at CPU, disk and link. */
export function endBox(
  box: LiveBox,
  at: number,
  exitCode: number,
  oomKilled: LoadOutcome['oomKilled'],
): void {
  box.hitPercent = oomKilled === 'no' ? hitPercent(box) : 0
  box.alive = false
  box.exitCode = exitCode
  box.oomKilled = oomKilled
  box.endedAt = at
  box.grown = box.cacheAnonymous = box.cacheFile = 0
  box.growing = box.filling = 0
  box.tasks = box.bombTasks = 0
  box.throttled = false
}
