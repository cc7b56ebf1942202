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
    const { tasks } = box
    tasks.refused = tasks.done = 0
    tasks.tries = box.alive ? triesOf(box) : 0
    used += tasks.count
    tries += tasks.tries
  }
  if (tries > 0) used += takeTurns(boxes, host.tasks - used)
  if (used >= host.tasks) toll.taskTableFull = true
  if (tries > 0) for (const box of boxes) settle(box)
}

function triesOf({ tasks, forkRate, left }: LiveBox): number {
  if (forkRate === 0) return tasks.bomb
  tasks.credit += forkRate
  const whole = Math.floor(tasks.credit)
  tasks.credit -= whole
  return tasks.bomb + Math.min(whole, left)
}

/** Places in the table are given one at a time, in turn; whole rounds are given at once. */
function takeTurns(boxes: readonly LiveBox[], places: number): number {
  let left = Math.max(0, places)
  let waiting = 0
  for (const { tasks, limits } of boxes) {
    tasks.room = Math.min(tasks.tries, Math.max(0, (limits.pidsMax ?? Infinity) - tasks.count))
    if (tasks.room > 0) waiting++
  }
  const all = left
  while (left > 0 && waiting > 0) {
    const turns = Math.max(1, Math.floor(left / waiting))
    for (const { tasks } of boxes) {
      const taken = Math.min(turns, tasks.room - tasks.done, left)
      if (taken <= 0) continue
      tasks.done += taken
      left -= taken
      if (tasks.done === tasks.room) waiting--
    }
  }
  return all - left
}

/** Tasks of the script come before those of a bomb in the same box. */
function settle(box: LiveBox): void {
  const { tasks, forkRate } = box
  if (tasks.tries === 0) return
  const scripted = forkRate > 0 ? Math.min(tasks.done, tasks.tries - tasks.bomb) : 0
  box.left -= scripted
  if (tasks.bomb > 0) tasks.bomb += tasks.done - scripted
  tasks.count += tasks.done
  tasks.peak = Math.max(tasks.peak, tasks.count)
  tasks.refused = tasks.tries - tasks.done
  tasks.failed += tasks.refused
}
