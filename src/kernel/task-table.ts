import type { LoadHost } from './load.ts'
import type { LiveBox } from './live-box.ts'
import type { Toll } from './toll.ts'

/**
 * One second of fork and clone. Each box is refused (EAGAIN) above its pids.max, everybody once the machine's table is
 * full; boxes take turns for what is left of it. What was refused is tried again in the next second.
 * Kernel cgroup v2 guide, pids.max; man:fork(2), EAGAIN.
 */
export function forkTasks(host: LoadHost, boxes: readonly LiveBox[], toll: Toll): void {
  let used = 0
  let tries = 0
  for (const box of boxes) {
    box.refused = 0
    box.forked = 0
    box.forkTries = box.alive ? triesOf(box) : 0
    used += box.tasks
    tries += box.forkTries
  }
  if (tries > 0) used += takeTurns(boxes, host.tasks - used)
  if (used >= host.tasks) toll.taskTableFull = true
  if (tries > 0) for (const box of boxes) settle(box)
}

/** Rates below one a second add up over seconds. */
function triesOf(box: LiveBox): number {
  let tries = box.bombTasks
  if (box.forkRate > 0) {
    box.forkCredit += box.forkRate
    const whole = Math.floor(box.forkCredit)
    box.forkCredit -= whole
    tries += Math.min(whole, box.left)
  }
  return tries
}

/** Places in the table are given one at a time, in turn; whole rounds are given at once. */
function takeTurns(boxes: readonly LiveBox[], places: number): number {
  let left = Math.max(0, places)
  let waiting = 0
  for (const box of boxes) {
    const pids = box.limits.pidsMax === null ? Infinity : Math.max(0, box.limits.pidsMax - box.tasks)
    box.forkRoom = Math.min(box.forkTries, pids)
    if (box.forkRoom > 0) waiting++
  }
  const all = left
  while (left > 0 && waiting > 0) {
    const turns = Math.max(1, Math.floor(left / waiting))
    for (const box of boxes) {
      const taken = Math.min(turns, box.forkRoom - box.forked, left)
      if (taken <= 0) continue
      box.forked += taken
      left -= taken
      if (box.forked === box.forkRoom) waiting--
    }
  }
  return all - left
}

/** Tasks of the script come before those of a bomb in the same box. */
function settle(box: LiveBox): void {
  if (box.forkTries === 0) return
  const scripted = box.forkRate > 0 ? Math.min(box.forked, box.forkTries - box.bombTasks) : 0
  box.left -= scripted
  if (box.bombTasks > 0) box.bombTasks += box.forked - scripted
  box.tasks += box.forked
  box.refused = box.forkTries - box.forked
  box.failedForks += box.refused
  if (box.tasks > box.peakTasks) box.peakTasks = box.tasks
}
