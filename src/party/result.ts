import type { Event } from '../core/log.ts'
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
  /** All that was done at the driver's screen, from which the rest can be derived again. */
  readonly events: readonly Event[]
}

/** A whole game of one pair: what its result code is made of. The scored rounds that were played; not the warm-up. */
export type GameResult = { readonly code: GameCode; readonly rounds: readonly RoundResult[] }
