import type { Result } from '../core/result.ts'
import type { Lang, Text } from '../core/text.ts'
import type { Level } from '../level/level.ts'
import type { PlayApi } from '../play/game.ts'
import type { Proof } from '../solver/proof.ts'

/** A level as the map lists it. */
export type LevelEntry = {
  readonly id: string
  readonly title: Text
  readonly par: number
  readonly optional: boolean
  readonly tutorial: boolean
  readonly playHash: string
}

/** A chapter; it opens once `opensAfter` levels of the campaign are solved. */
export type ChapterEntry = {
  readonly id: string
  readonly title: Text
  readonly opensAfter: number
  readonly levels: readonly LevelEntry[]
}

/** What can be played. */
export type CampaignIndex = {
  readonly chapters: readonly ChapterEntry[]
  readonly sandboxes: readonly { readonly world: string; readonly name: Text; readonly manual: Text }[]
}

/** Best result of a level. */
export type Best = {
  readonly stars: 0 | 1 | 2 | 3
  readonly points: number
  readonly moves: number
  readonly playHash: string
}

/** Best results by level id. */
export type Progress = { readonly [level: string]: Best }

/** A level ready to play, with the functions that play it. */
export type Opened = { readonly level: Level; readonly proof: Proof; readonly play: PlayApi }

/** The outside world as the plain mode needs it. */
export type Ports = {
  readonly campaign: CampaignIndex
  loadLevel(id: string): Promise<Result<Opened, Text>>
  loadSandbox(world: string): Promise<Result<Opened, Text>>
  /** Stores a result; gives back all progress, or why it could not be saved. */
  saveResult(level: string, best: Best): Promise<Result<Progress, Text>>
}

/** Where lines come from and text goes to. */
export type Streams = {
  /** The next line without its end; `null` when the input is over. */
  readLine(): Promise<string | null>
  write(text: string): void
}

/** How the plain mode starts. */
export type Start = {
  readonly lang: Lang
  readonly progress: Progress
  readonly level?: string
  readonly sandbox?: string
  readonly notice?: Text
}
