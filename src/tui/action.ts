import type { Text } from '../core/text.ts'
import type { Progress } from '../play/progress.ts'
import type { Click } from './meaning.ts'
import type { Command } from './keymap.ts'
import type { Run } from '../play/game.ts'
import type { Bet, Entrance, Opened } from './ports.ts'

/** What the drawn screen knows and the state does not: how far panes scroll, and which terms stand on it. */
export type Drawn = {
  /** The last offset of each pane, by id. */
  readonly limits: { readonly [pane: string]: number }
  /** The pane that scroll keys move. */
  readonly active: string
  /** Rows of a page in that pane. */
  readonly page: number
  /** Ids of the glossary terms on the screen. */
  readonly terms: readonly string[]
}

/** Everything that can change the state. */
export type Action =
  | { readonly type: 'command'; readonly command: Command; readonly drawn: Drawn }
  | { readonly type: 'picked'; readonly value: string }
  | { readonly type: 'clicked'; readonly click: Click; readonly drawn: Drawn }
  /** The mouse's wheel, over a pane. */
  | {
      readonly type: 'turned'
      readonly pane: string
      readonly command: 'up' | 'down'
      readonly drawn: Drawn
    }
  | { readonly type: 'tick' }
  | { readonly type: 'skip' }
  | {
      readonly type: 'opened'
      readonly entrance: Exclude<Entrance, { type: 'map' }>
      readonly opened: Opened
    }
  | { readonly type: 'failed'; readonly say: Text }
  | { readonly type: 'saved'; readonly progress: Progress }
  | { readonly type: 'notice'; readonly say: Text }
  /** The bet on a run's plan was found; `ran` is the run that it was asked for. */
  | { readonly type: 'offered'; readonly ran: Run; readonly bet: Bet }
  | { readonly type: 'betPlayed' }
