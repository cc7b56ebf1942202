import { fail, ok, type Result } from '../core/result.ts'
import type { Level } from '../level/level.ts'
import { enumerate } from './enumerate.ts'
import type { Proof } from './proof.ts'
import { rating } from './rating.ts'
import { search } from './search.ts'

/** Why a level could not be proved. */
export type Unproved =
  /** More states than were allowed to be visited; `states` is how many there are, where that is known. */
  | { readonly type: 'too-many-states'; readonly limit: number; readonly states: number | null }
  /** No state holds all goals with no guard broken. `solved` counts those in which the goals alone hold. */
  | { readonly type: 'unsolvable'; readonly states: number; readonly solved: number }

/** How far a proof may go. */
export type ProveOptions = { readonly maxStates?: number }

/** States that a proof visits at most, unless told otherwise. */
export const MAX_STATES = 1_000_000

/**
 * Visits every reachable state of a level and says what is true of it. Product worlds are enumerated, order worlds
 * searched breadth first. The solution is the first of the shortest by the order of the board's steps, so it is stable.
 */
export function prove(level: Level, options: ProveOptions = {}): Result<Proof, Unproved> {
  const walk = proving(level, options)
  let turn = walk.next()
  while (!turn.done) turn = walk.next()
  return turn.value
}

/** The same in slices, so that a game can be played meanwhile: yields how many states it has visited. */
export function* proving(
  level: Level,
  options: ProveOptions = {},
): Generator<number, Result<Proof, Unproved>> {
  const limit = options.maxStates ?? MAX_STATES
  const found = yield* level.board.with(board => {
    const rate = rating(level, board)
    return board.axes ? enumerate(board, board.axes, rate, limit) : search(board, rate, limit)
  })
  if (found.type === 'too-many-states') return fail(found)
  const { states, solved, best } = found
  if (!best) return fail({ type: 'unsolvable', states, solved })
  const { par, optimal, solution } = best
  return ok({ playHash: level.playHash, states, solved, par, optimal, solution })
}
