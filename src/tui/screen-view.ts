import type { AppState } from './app-state.ts'
import type { HintId } from './keymap.ts'
import type { Rect, Shape, Size } from './layout.ts'
import type { PaneView } from './pane.ts'
import type { Row } from './rows.ts'
import type { Voice } from './voice.ts'

/** An entry of a menu; `lines` are its label, wrapped. */
export type MenuItem = { readonly value: string; readonly lines: readonly string[] }

/** A menu inside a pane, driven by ink-select-input. `id` changes when another menu takes its place. */
export type MenuView = {
  readonly id: string
  readonly rect: Rect
  readonly items: readonly MenuItem[]
  readonly initial: number
  /** How many items fit. */
  readonly fit: number
}

/** What a screen puts between header and footer. */
export type BodyView = {
  readonly panes: readonly PaneView[]
  /** The pane that scroll keys move. */
  readonly active: string
  /** Keys worth showing, the most useful first: those that do not fit are left to the help screen. */
  readonly hints: readonly HintId[]
  readonly menu?: MenuView
  /** Limits that are not scroll offsets, such as the number of glossary entries. */
  readonly limits?: { readonly [id: string]: number }
}

/** Everything a screen is drawn with. */
export type Frame = {
  readonly state: AppState
  readonly size: Size
  readonly shape: Shape
  /** The room for panes. */
  readonly body: Rect
  readonly voice: Voice
}

/** A whole screen: rows of exactly the screen's width around the body. */
export type ScreenView = BodyView & {
  readonly header: Row
  readonly message: readonly Row[]
  readonly footer: Row
  readonly terms: readonly string[]
}
