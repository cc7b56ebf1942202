import type { Beat, Control, Panel } from '../core/scene.ts'
import type { Text } from '../core/text.ts'
import type { Game, Position } from '../play/game.ts'
import type { CampaignIndex, Progress } from '../play/progress.ts'
import type { Bet, Entrance, Opened, SandboxEntry, Settings, Start } from './ports.ts'
import type { Tone } from '../core/scene.ts'
import type { Slot } from './meaning.ts'

/** Where a level stands. */
export type Phase = 'brief' | 'build' | 'predict' | 'running' | 'score' | 'debrief'

/** A level being played. `position` is derived from `game` and kept, so that it is computed once an event. */
export type Session = {
  readonly entrance: Exclude<Entrance, { type: 'map' }>
  readonly opened: Opened
  readonly game: Game
  readonly position: Position
  readonly phase: Phase
  /** Id of the focused control; survives re-drawing. */
  readonly focus: string
  readonly slot: Slot
  /** The run's animation, and which of its beats stands. */
  readonly beats: readonly Beat[]
  readonly beat: number
  /** Lines of the score card, then its stars, that are shown so far. */
  readonly shown: number
  /** Focused rule on the score screen; -1 is the card itself. */
  readonly rule: number
  /** Stars to show until the card tells the new ones. */
  readonly starsBefore: 0 | 1 | 2 | 3
  /** Whether this run beat the best result that was there before. */
  readonly record: boolean
  /** The bet on the plan that was run, where this machine can take it. */
  readonly bet: Bet | null
  /** The bet is being played, outside of the screen. */
  readonly betting: boolean
}

/** What stands on top of a screen. */
export type Overlay =
  | { readonly type: 'help' }
  | { readonly type: 'settings' }
  | { readonly type: 'brief' }
  | { readonly type: 'manual' }
  | { readonly type: 'hints'; readonly asking: boolean }
  | { readonly type: 'glossary'; readonly focus: number; readonly terms: readonly string[] }
  | { readonly type: 'explain'; readonly rule: string }
  | { readonly type: 'probes'; readonly answer?: Panel }
  | { readonly type: 'choose'; readonly control: string }
  | { readonly type: 'leave' }
  | { readonly type: 'share' }

/** What is below the overlays. */
export type Place =
  | { readonly type: 'map' }
  | { readonly type: 'loading'; readonly entrance: Exclude<Entrance, { type: 'map' }> }
  | { readonly type: 'level' }
  | { readonly type: 'failed'; readonly say: Text }

/** A short message below the panes. Gone with the next key. */
export type Toast = { readonly say: Text; readonly tone: Tone }

/** All that the screens are drawn from. Changed by `reducer.ts` alone. */
export type AppState = {
  readonly campaign: CampaignIndex
  readonly sandboxes: readonly SandboxEntry[]
  readonly settings: Settings
  readonly progress: Progress
  readonly place: Place
  readonly session: Session | null
  readonly overlay: Overlay | null
  readonly toast: Toast | null
  /** Focused entry of the map: a level id, or `sandbox:<world>`. */
  readonly mapFocus: string
  /** First row shown, by pane id. */
  readonly scroll: { readonly [pane: string]: number }
  /** The player asked to leave the game. */
  readonly quitting: boolean
}

/** Level ids of the map in order, then its sandboxes. */
export const mapEntries = (state: Pick<AppState, 'campaign' | 'sandboxes'>): readonly string[] => [
  ...state.campaign.chapters.flatMap(chapter => chapter.levels.map(level => level.id)),
  ...state.sandboxes.map(entry => sandboxId(entry.world)),
]

/** The map's id for a world's sandbox. */
export const sandboxId = (world: string): string => `sandbox:${world}`

/** The level that a returning player most likely wants: the first unsolved one that is not optional. */
export function nextLevel(campaign: CampaignIndex, progress: Progress, after?: string): string | undefined {
  const levels = campaign.chapters.flatMap(chapter => chapter.levels)
  const from = after === undefined ? 0 : levels.findIndex(level => level.id === after) + 1
  const open = (level: (typeof levels)[number]): boolean => (progress.levels[level.id]?.stars ?? 0) === 0
  if (after !== undefined) return levels[from]?.id
  return (levels.find(level => open(level) && !level.optional) ?? levels[0])?.id
}

/** The control that has the focus; the first one when the focused one is gone. */
export const focusedControl = (session: Session): Control | undefined =>
  session.position.scene.controls.find(control => control.id === session.focus) ??
  session.position.scene.controls[0]

/** The state before the first frame. */
export function startState(
  campaign: CampaignIndex,
  sandboxes: readonly SandboxEntry[],
  { settings, progress, entrance, notice }: Start,
): AppState {
  const first = nextLevel(campaign, progress) ?? sandboxes.map(entry => sandboxId(entry.world))[0] ?? ''
  return {
    campaign,
    sandboxes,
    settings,
    progress,
    place: entrance.type === 'map' ? { type: 'map' } : { type: 'loading', entrance },
    session: null,
    overlay: null,
    toast: notice ? { say: notice, tone: 'warn' } : null,
    mapFocus: entrance.type === 'level' ? entrance.id : first,
    scroll: {},
    quitting: false,
  }
}
