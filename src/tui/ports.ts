import type { Result } from '../core/result.ts'
import type { Lang, Text } from '../core/text.ts'
import type { Level } from '../level/level.ts'
import type { PlayApi } from '../play/game.ts'
import type { CampaignIndex, LevelProgress, Progress } from '../play/progress.ts'
import type { Proof } from '../solver/proof.ts'
import type { GlyphSet } from './glyphs.ts'
import type { ThemeName } from './theme.ts'

/** What a player can set. */
export type Settings = {
  readonly lang: Lang
  readonly theme: ThemeName
  readonly motion: boolean
  readonly glyphs: GlyphSet
  /** Whether the terminal is asked to report the mouse. */
  readonly mouse: boolean
}

/** A level ready to play, with the functions that play it: they come along, so that the map need not load them. */
export type Opened = { readonly level: Level; readonly proof: Proof; readonly play: PlayApi }

/** A world that has a sandbox. */
export type SandboxEntry = { readonly world: string; readonly name: Text; readonly manual: Text }

/** The outside world as the interface needs it. Tests pass fakes; nothing else in `tui` has effects. */
export type Ports = {
  readonly campaign: CampaignIndex
  readonly sandboxes: readonly SandboxEntry[]
  /** Loads a level by id; the error says what was wrong and what to do. */
  loadLevel(id: string): Promise<Result<Opened, Text>>
  /** Opens a world with every control and no goals. */
  loadSandbox(world: string): Promise<Result<Opened, Text>>
  /** Stores a result if it is better; gives the merged progress, or why it could not be saved. */
  saveResult(level: string, result: LevelProgress): Promise<Result<Progress, Text>>
  saveSettings(settings: Settings): Promise<Result<null, Text>>
  /** Stops the process like Ctrl-Z; resolves when it goes on. Called while the terminal is given back. */
  suspend(): Promise<void>
  /** The bet on a plan against this machine's own kernel; `null` where it cannot be taken. Asked once its card stands. */
  findBet(level: Level, plan: readonly string[]): Promise<Bet | null>
  /** Plays a bet; resolves when the player wants the game again. Called while the terminal is given back. */
  playBet(bet: Bet, lang: Lang): Promise<void>
}

/** A bet that can be taken on this machine; `command` is what to type for it, `args` the words after `play`. */
export type Bet = { readonly command: string; readonly args: readonly string[] }

/** What is opened first: the map, a level (`play LEVEL`, the first launch), or a sandbox. */
export type Entrance =
  | { readonly type: 'map' }
  | { readonly type: 'level'; readonly id: string }
  | { readonly type: 'sandbox'; readonly world: string }

/** How the interface starts. */
export type Start = {
  readonly settings: Settings
  readonly progress: Progress
  readonly entrance: Entrance
  /** Something to say first, such as that a damaged save was set aside. */
  readonly notice?: Text
}
