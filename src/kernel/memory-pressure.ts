import type { LoadHost } from './load.ts'
import { anonymous, EPSILON, endBox, type LiveBox, type Memory } from './live-box.ts'
import type { Toll } from './toll.ts'

/** SIGKILL, 128 + 9. */
const KILLED = 137

/** A process with this oom_score_adj is never picked. man:proc(5). */
const NEVER_PICKED = -1000

/**
 * Memory of one second that ends at `now`. Anonymous memory grows until a box meets memory.max or the machine runs dry;
 * page cache gives way first, then somebody is killed. Growth is followed to the very moment, because who is the largest
 * by then decides who dies. Kernel cgroup v2 guide, memory.max; man:proc(5), oom_score.
 */
export function growMemory(host: LoadHost, boxes: readonly LiveBox[], toll: Toll, now: number): void {
  if (!planGrowth(boxes)) return
  let left = 1
  let fillTime = 1
  while (left > 0) {
    const own = firstOverOwnLimit(boxes, left)
    const ownAt = own === null ? left : untilOwnLimit(own)
    const dryAt = untilDry(host, boxes)
    if (dryAt < ownAt - EPSILON) {
      pass(boxes, dryAt)
      left -= dryAt
      fillTime = left
      if (!killForHost(host, boxes, toll, now)) break
    } else {
      pass(boxes, ownAt)
      left -= ownAt
      if (own === null) break
      killForOwnLimit(own, now)
    }
  }
  cachePages(host, boxes, fillTime)
}

const ownMax = (box: LiveBox): number => box.limits.memoryMax ?? Infinity

/**
 * What each box takes in this second; `false` when nobody's memory grows. A cache of anonymous memory is sized from
 * memory.max, so it stops there; growth does not know its limit.
 */
function planGrowth(boxes: readonly LiveBox[]): boolean {
  let moves = false
  for (const box of boxes) {
    const { memory } = box
    memory.reclaimed = 0
    if (!box.alive) continue
    memory.growing = box.growRate > 0 ? Math.min(box.growRate, box.left) : 0
    const room = Math.max(0, ownMax(box) - anonymous(memory) - memory.growing)
    memory.filling = Math.min(memory.fillAnonymous, room)
    if (taking(memory) > 0 || (memory.fillFile > 0 && memory.cacheFile < room)) moves = true
  }
  return moves
}

/** MiB a second that cannot be reclaimed later. */
const taking = ({ growing, filling }: Memory): number => growing + filling

function firstOverOwnLimit(boxes: readonly LiveBox[], left: number): LiveBox | null {
  let first: LiveBox | null = null
  for (const box of boxes) {
    const rate = taking(box.memory)
    if (rate === 0 || anonymous(box.memory) + rate * left <= ownMax(box) + EPSILON) continue
    if (first === null || untilOwnLimit(box) < untilOwnLimit(first)) first = box
  }
  return first
}

const untilOwnLimit = (box: LiveBox): number =>
  Math.max(0, (ownMax(box) - anonymous(box.memory)) / taking(box.memory))

/** Seconds until anonymous memory alone fills the machine: by then all page cache is gone. */
function untilDry(host: LoadHost, boxes: readonly LiveBox[]): number {
  let used = 0
  let rate = 0
  for (const { memory } of boxes) {
    used += anonymous(memory)
    rate += taking(memory)
  }
  if (rate === 0) return Infinity
  return Math.max(0, (host.memory + EPSILON - used) / rate)
}

function pass(boxes: readonly LiveBox[], seconds: number): void {
  for (const box of boxes) {
    const { memory } = box
    if (taking(memory) === 0) continue
    memory.grown += memory.growing * seconds
    memory.cacheAnonymous += memory.filling * seconds
    if (memory.growing > 0) box.left -= memory.growing * seconds
  }
}

function notePeak(memory: Memory): void {
  memory.peak = Math.max(memory.peak, anonymous(memory) + memory.cacheFile)
}

/** Anonymous memory takes the place of page cache before it costs anybody's life. */
function dropPages(memory: Memory): void {
  memory.reclaimed += memory.cacheFile
  memory.cacheFile = 0
  notePeak(memory)
}

function killForOwnLimit(box: LiveBox, now: number): void {
  dropPages(box.memory)
  if (box.oomScoreAdj > NEVER_PICKED) return endBox(box, now, KILLED, 'own limit')
  box.memory.growing = box.memory.filling = 0
}

/** Takes all page cache, then kills the box with the highest badness; `false` when nobody may be picked. */
function killForHost(host: LoadHost, boxes: readonly LiveBox[], toll: Toll, now: number): boolean {
  let victim: LiveBox | null = null
  let worst = -Infinity
  for (const box of boxes) {
    dropPages(box.memory)
    if (!box.alive || box.oomScoreAdj <= NEVER_PICKED) continue
    const badness = anonymous(box.memory) / host.memory + box.oomScoreAdj / 1000
    if (badness <= worst + EPSILON) continue
    victim = box
    worst = badness
  }
  if (victim === null) return false
  endBox(victim, now, KILLED, 'host')
  toll.victims.push(victim.id)
  return true
}

/** Page cache takes what is free and gives way to all else: in its box first, then on the machine, in proportion. */
function cachePages(host: LoadHost, boxes: readonly LiveBox[], seconds: number): void {
  let used = 0
  let cached = 0
  for (const box of boxes) {
    const { memory } = box
    if (memory.fillFile > 0 && box.alive) {
      const room = Math.max(0, ownMax(box) - anonymous(memory))
      memory.reclaimed += memory.cacheFile
      memory.cacheFile = Math.min(memory.cacheFile + memory.fillFile * seconds, room)
    }
    cached += memory.cacheFile
    used += anonymous(memory) + memory.cacheFile
  }
  const keep = used > host.memory && cached > 0 ? Math.max(0, 1 - (used - host.memory) / cached) : 1
  for (const { memory } of boxes) {
    memory.cacheFile *= keep
    memory.reclaimed = Math.max(0, memory.reclaimed - memory.cacheFile)
    notePeak(memory)
  }
}
