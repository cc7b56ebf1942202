import type { Moves } from '../core/log.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Level } from '../level/level.ts'
import type { Proof } from '../solver/proof.ts'
import { act, newGame } from './act.ts'
import { foldOf } from './folded.ts'
import type { Game } from './game.ts'
import { planOf } from './plan.ts'

/** The first step of a moves file that is not legal: where it stands, its id, and what would have been legal there. */
export type IllegalMove = { readonly index: number; readonly id: string; readonly legal: readonly string[] }

/** Plays a moves file from the start, without a run. That it belongs to this level and version is the caller's check. */
export function applyMoves(level: Level, proof: Proof, { moves }: Moves): Result<Game, IllegalMove> {
  let game = newGame(level, proof)
  for (const [index, id] of moves.entries()) {
    const next = act(game, { type: 'step', id })
    if (!next.ok) return fail({ index, id, legal: next.error.legal })
    game = next.value
  }
  return ok(game)
}

/** The plan as it stands, as a moves file: what was undone or set back is not in it. */
export function movesOf(game: Game): Moves {
  return { level: game.level.id, playHash: game.level.playHash, moves: planOf(foldOf(game)) }
}
