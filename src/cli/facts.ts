import { factMarks, facts as factsOf } from '../play/views.ts'
import type { Run } from './context.ts'
import { plannedGame } from './planned.ts'

/**
 * `play facts LEVEL --moves FILE`: everything that rules can read, as JSON; indented without `--json`. Numbers that rest on
 * old or emulated figures are named under `marks`, by their paths, since a number in JSON has no room for it.
 */
export const facts: Run = async (context, operands) => {
  const planned = await plannedGame('facts', operands, context)
  if (!planned.ok) return planned.error
  const marks = factMarks(planned.value)
  const told = { ...factsOf(planned.value), ...(Object.keys(marks).length > 0 ? { marks } : {}) }
  context.out(JSON.stringify(told, null, context.flags.json ? 0 : 2))
  return null
}
