import { fail, ok, type Result } from '../core/result.ts'
import type { Level } from '../level/level.ts'
import { applyMoves } from '../play/moves.ts'
import { fieldOf, type Place } from '../solver/place.ts'
import { type Context, failure, type Trouble } from './context.ts'
import { oneLevel } from './find-level.ts'
import { readMoves } from './moves-file.ts'
import { open } from './open.ts'
import { shippedShelf } from './shelf.ts'

/** A level and the state that a plan leads to, for commands that take the plan elsewhere. */
export type PlannedPlace = { readonly level: Level; readonly place: Place }

/** The state that `LEVEL [--moves FILE]` describes; without moves, the one that the level's stored solution leads to. */
export async function plannedPlace(
  command: string,
  operands: readonly string[],
  context: Context,
): Promise<Result<PlannedPlace, Trouble>> {
  const found = oneLevel(command, operands, await shippedShelf(context.here), context)
  if (!found.ok) return found
  const opened = await open(found.value.path, context)
  if (!opened.ok) return opened
  const { level, proof } = opened.value
  const given = readMoves(level, context)
  if (!given.ok) return given
  const plan = context.flags.moves === undefined ? { level: level.id, moves: proof.solution } : given.value
  const played = applyMoves(level, proof, plan)
  if (!played.ok) {
    const { index, id, legal } = played.error
    const { t } = context
    return fail(
      failure(t('cli.illegalMove', { index, move: id }), t('cli.legalMoves', { moves: legal.join(', ') })),
    )
  }
  const place = plan.moves.reduce<Place>((at, id) => at.take(id) ?? at, fieldOf(level).start)
  return ok({ level, place })
}
