import type { Log } from '../core/log.ts'
import { advance } from './advance.ts'
import { type Fold, freshFold } from './fold.ts'
import type { Game } from './game.ts'

// A cache only: a log that comes from a file is folded from its first event and comes to the same.
const folds = new WeakMap<Log, Fold>()

/** Where a game stands. A log with an event that is not legal was not made by `act`, so that is a bug and throws. */
export function foldOf(game: Game): Fold {
  const known = folds.get(game.log)
  if (known && known.level === game.level && known.proof === game.proof) return known
  let fold = freshFold(game.level, game.proof)
  for (const event of game.log.events) {
    const next = advance(fold, event)
    if (!next.ok) throw new Error(`${game.log.level}: ${next.error.say.en}`)
    fold = next.value
  }
  folds.set(game.log, fold)
  return fold
}

/** Remembers a fold that was come to event by event. */
export const keepFold = (log: Log, fold: Fold): void => void folds.set(log, fold)
