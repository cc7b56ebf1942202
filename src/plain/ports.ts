import type { Result } from '../core/result.ts'
import type { Lang, Text } from '../core/text.ts'
import type { Level } from '../level/level.ts'
import type { PlayApi } from '../play/game.ts'
import type { CampaignIndex, LevelProgress, Progress } from '../play/progress.ts'
import type { Proof } from '../solver/proof.ts'

/** A level ready to play, with the functions that play it. */
export type Opened = { readonly level: Level; readonly proof: Proof; readonly play: PlayApi }

/** A world that has a sandbox. */
export type SandboxEntry = { readonly world: string; readonly name: Text; readonly manual: Text }

/** The outside world as the plain mode needs it. */
export type Ports = {
  readonly campaign: CampaignIndex
  readonly sandboxes: readonly SandboxEntry[]
  /** Loads a level by id; the error says what was wrong and what to do. */
  loadLevel(id: string): Promise<Result<Opened, Text>>
  loadSandbox(world: string): Promise<Result<Opened, Text>>
  /** Stores a result if it is better; gives the merged progress, or why it could not be saved. */
  saveResult(level: string, result: LevelProgress): Promise<Result<Progress, Text>>
  /** What to type to bet a plan against this machine's own kernel; `null` where that cannot be. Asked after a run. */
  findBet(level: Level, plan: readonly string[]): Promise<{ readonly command: string } | null>
}

/** Where lines come from and text goes to. */
export type Streams = {
  /** The next line without its end; `null` when the input is over. */
  readLine(): Promise<string | null>
  write(text: string): void
}

/** What is opened first. */
export type Entrance =
  | { readonly type: 'map' }
  | { readonly type: 'level'; readonly id: string }
  | { readonly type: 'sandbox'; readonly world: string }

/** How the plain mode starts. */
export type Start = {
  readonly lang: Lang
  readonly progress: Progress
  readonly entrance: Entrance
  /** Something to say first, such as that a damaged save was set aside. */
  readonly notice?: Text
}
