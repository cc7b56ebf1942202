import { fail, ok, type Result } from '../core/result.ts'
import type { Game } from '../play/game.ts'
import { applyMoves } from '../play/moves.ts'
import { type Context, failure, type Trouble } from './context.ts'
import { oneLevel } from './find-level.ts'
import { readMoves } from './moves-file.ts'
import { open } from './open.ts'
import { shippedShelf } from './shelf.ts'

/** The game that `LEVEL --moves FILE` describes: the level with its plan, not yet run. */
export async function plannedGame(
  command: string,
  operands: readonly string[],
  context: Context,
): Promise<Result<Game, Trouble>> {
  const found = oneLevel(command, operands, await shippedShelf(context.here), context)
  if (!found.ok) return found
  const opened = await open(found.value.path, context)
  if (!opened.ok) return opened
  const { level, proof } = opened.value
  const moves = readMoves(level, context)
  if (!moves.ok) return moves
  const game = applyMoves(level, proof, moves.value)
  if (game.ok) return ok(game.value)
  const { index, id, legal } = game.error
  const { t } = context
  return fail(
    failure(t('cli.illegalMove', { index, move: id }), t('cli.legalMoves', { moves: legal.join(', ') })),
  )
}
