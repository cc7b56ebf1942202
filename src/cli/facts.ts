import { facts as factsOf } from '../play/views.ts'
import type { Run } from './context.ts'
import { plannedGame } from './planned.ts'

/** `play facts LEVEL --moves FILE`: everything that rules can read, as JSON; indented without `--json`. */
export const facts: Run = async (context, operands) => {
  const planned = await plannedGame('facts', operands, context)
  if (!planned.ok) return planned.error
  context.out(JSON.stringify(factsOf(planned.value), null, context.flags.json ? 0 : 2))
  return null
}
