import { produce } from 'immer'
import type { Event, Log } from '../core/log.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Level } from '../level/level.ts'
import type { Proof } from '../solver/proof.ts'
import { advance } from './advance.ts'
import { foldOf, keepFold } from './folded.ts'
import type { Game, Refusal } from './game.ts'

/** A game at its start. */
export function newGame(level: Level, proof: Proof): Game {
  return { level, proof, log: { level: level.id, playHash: level.playHash, events: [] } }
}

/** Adds an event, or says why it is not legal here. The game given is left as it was. */
export function act(game: Game, event: Event): Result<Game, Refusal> {
  const next = advance(foldOf(game), event)
  if (!next.ok) return next
  const log = produce(game.log, draft => {
    draft.events.push(event)
  })
  keepFold(log, next.value)
  return ok({ ...game, log })
}

/** Plays a stored log again. An event that is no longer legal is named by its index. */
export function replay(
  level: Level,
  proof: Proof,
  log: Log,
): Result<Game, Refusal & { readonly index: number }> {
  let game = newGame(level, proof)
  for (const [index, event] of log.events.entries()) {
    const next = act(game, event)
    if (!next.ok) return fail({ ...next.error, index })
    game = next.value
  }
  return ok(game)
}
