import type { Event } from '../core/log.ts'
import type { Said } from './forecast.ts'
import type { GameCode } from './rounds.ts'

/** How one round ended. */
export type RoundResult = {
  readonly level: string
  readonly variant: number
  readonly stars: 0 | 1 | 2 | 3
  readonly score: number
  readonly runs: number
  /** Before how many of the runs both seats said the same. */
  readonly agreed: number
  /** Ids of the misconceptions that the pair ran into. */
  readonly misconceptions: readonly string[]
  /** All that was done at the driver's screen, from which, with what was said, the rest can be derived again. */
  readonly events: readonly Event[]
  /** What both said before each run. */
  readonly said: readonly Said[]
}

/** A whole game of one pair: what its result code is made of. The scored rounds that were played; not the warm-up. */
export type GameResult = {
  readonly code: GameCode
  /** The pair's number: below `PAIRS`, of `pair.ts`. */
  readonly pair: number
  readonly rounds: readonly RoundResult[]
}
