import type { Moves } from '../core/log.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Level } from '../level/level.ts'
import type { Game } from '../play/game.ts'
import { applyMoves } from '../play/moves.ts'
import { fieldOf, type Place } from '../solver/place.ts'
import { type Context, failure, type Trouble } from './context.ts'
import { oneLevel } from './find-level.ts'
import { readMoves } from './moves-file.ts'
import { open } from './open.ts'
import { shippedShelf } from './shelf.ts'

/** What a command plays where no moves are given: nothing, or the level's stored solution. */
type Default = 'start' | 'solution'

/** A level, a plan for it, and the game that the plan makes, not yet run. */
type Planned = { readonly level: Level; readonly plan: Moves; readonly game: Game }

/** The game that `LEVEL --moves FILE` describes: the level with its plan, not yet run. */
export async function plannedGame(
  command: string,
  operands: readonly string[],
  context: Context,
): Promise<Result<Game, Trouble>> {
  const planned = await plannedBy(command, operands, context, 'start')
  return planned.ok ? ok(planned.value.game) : planned
}

/** A level and the state that a plan leads to, for commands that take the plan elsewhere. */
export type PlannedPlace = { readonly level: Level; readonly place: Place }

/** The state that `LEVEL [--moves FILE]` describes; without moves, the one that the level's stored solution leads to. */
export async function plannedPlace(
  command: string,
  operands: readonly string[],
  context: Context,
): Promise<Result<PlannedPlace, Trouble>> {
  const planned = await plannedBy(command, operands, context, 'solution')
  if (!planned.ok) return planned
  const { level, plan } = planned.value
  const place = plan.moves.reduce<Place>((at, id) => at.take(id) ?? at, fieldOf(level).start)
  return ok({ level, place })
}

async function plannedBy(
  command: string,
  operands: readonly string[],
  context: Context,
  otherwise: Default,
): Promise<Result<Planned, Trouble>> {
  const { t, flags } = context
  const found = oneLevel(command, operands, await shippedShelf(context.here), context)
  if (!found.ok) return found
  const opened = await open(found.value.path, context)
  if (!opened.ok) return opened
  const { level, proof } = opened.value
  const given = await readMoves(level, context)
  if (!given.ok) return given
  const isOurs = flags.moves === undefined && otherwise === 'solution'
  const plan = isOurs ? { level: level.id, moves: proof.solution } : given.value
  const game = applyMoves(level, proof, plan)
  if (game.ok) return ok({ level, plan, game: game.value })
  const { index, id, legal } = game.error
  return fail(
    failure(t('cli.illegalMove', { index, move: id }), t('cli.legalMoves', { moves: legal.join(', ') })),
  )
}
