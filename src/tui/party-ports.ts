import type { Result } from '../core/result.ts'
import type { Text } from '../core/text.ts'
import type { GameResult } from '../party/result.ts'
import type { SavedParty } from '../party/round.ts'
import type { GameCode, RoundPlan } from '../party/rounds.ts'
import type { Opened, Settings } from './ports.ts'

/** The outside world as the driver's screen needs it. */
export type PartyPorts = {
  /** Opens the level of a round, with its numbers. */
  openRound(plan: RoundPlan): Promise<Result<Opened, Text>>
  /** Keeps the game as it stands, over what was kept of it before. */
  keep(saved: SavedParty): Promise<Result<null, Text>>
  /** Whole seconds since some moment before the screen opened. */
  seconds(): number
  saveSettings(settings: Settings): Promise<Result<null, Text>>
  suspend(): Promise<void>
}

/** How the driver's screen starts. */
export type PartyStart = {
  readonly settings: Settings
  readonly code: GameCode
  /** The code as it is spoken. */
  readonly spoken: Text
  readonly plans: readonly RoundPlan[]
  /** What the levels of the rounds are called, by their ids. */
  readonly titles: { readonly [level: string]: Text }
  /** A game of this code that was begun before. */
  readonly saved: SavedParty | null
  /** What a finished game's result is written as: the short code and the long one. */
  readonly codesOf: (result: GameResult) => { readonly short: string; readonly long: string }
  readonly notice?: Text
}
