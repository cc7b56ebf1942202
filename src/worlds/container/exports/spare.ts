import { caseIds, type Setup } from '../setup.ts'
import { actsOf } from '../run.ts'

/** MiB that the shells and programs of a box weigh beside what its workload grows by. */
const SHELLS = 24

/** MiB of a thread, which is a process here: its stack in the kernel, its page tables, what it wrote to; 0.18 measured. */
const THREAD = 0.25

/** MiB that a real box gets on top of its memory limit, so that the limit bites where the game's does. */
export function spareOf(setup: Setup, id: string): number {
  const box = setup.boxes[id]
  if (box === undefined) return SHELLS
  const threads = caseIds(setup).map(name =>
    actsOf(box, name).reduce((sum, act) => sum + (act.verb === 'threads' ? act.value.count : 0), 0),
  )
  return SHELLS + Math.ceil(THREAD * Math.max(0, ...threads))
}
