import type { Result } from '../core/result.ts'
import type { Text } from '../core/text.ts'
import type { Level } from '../level/level.ts'
import type { PlayApi } from '../play/game.ts'
import type { Proof } from '../solver/proof.ts'
import type { ResultCodes } from './card.ts'
import type { GameResult } from './result.ts'
import type { SavedParty } from './round.ts'
import type { GameCode, RoundPlan } from './rounds.ts'

/** A level ready to play, with the functions that play it. */
export type OpenedLevel = { readonly level: Level; readonly proof: Proof; readonly play: PlayApi }

/** The outside world as a game of two needs it, on whatever screen. */
export type RoundPorts = {
  /** Opens the level of a round, with its numbers. */
  openRound(plan: RoundPlan): Promise<Result<OpenedLevel, Text>>
  /** Keeps the game as it stands, over what was kept of it before. */
  keep(saved: SavedParty): Promise<Result<null, Text>>
  /** What a finished game's result is written as. */
  codesOf(result: GameResult): Promise<Result<ResultCodes, Text>>
  /** Whole seconds since some moment before the game was opened. */
  seconds(): number
}

/** A game of two as its code tells it. */
export type PartyGame = {
  readonly code: GameCode
  /** The number of the pair that sits here: the kept game's, else a new one, by chance. Beginning anew does not change it. */
  readonly pair: number
  /** The code as it is spoken. */
  readonly spoken: Text
  readonly plans: readonly RoundPlan[]
  /** What the levels of the rounds are called, by their ids. */
  readonly titles: { readonly [level: string]: Text }
  /** A game of this code that was begun before. */
  readonly saved: SavedParty | null
  /** Something to say first, such as that a damaged save was set aside. */
  readonly notice?: Text
}
