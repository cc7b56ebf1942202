import type { Text } from './text.ts'

/** How a piece of a picture is meant. Screens map tones to colour, glyph and word; colour alone never carries it. */
export type Tone = 'plain' | 'quiet' | 'good' | 'warn' | 'bad' | 'hidden'

/** Who may see a panel when a game is split over two seats. */
export type Seat = 'driver' | 'navigator' | 'both'

/** One thing a control can be set to. Without `step` it is what is set now, or refused with the reason. */
export type Option = { readonly label: Text; readonly step?: string; readonly refused?: Text }

/** What every control has. `id` is stable, so that focus survives re-drawing; `group` names a `Group` of the scene. */
type ControlBase = {
  readonly id: string
  readonly label: Text
  readonly group: string
  /** One sentence on what the control does, without saying what will come of it. */
  readonly help: Text
  /** A graph node that the control is anchored at. */
  readonly at?: string
  readonly options: readonly Option[]
}

/** Something the player can set: a choice among options, or a row of cards to which steps are appended. */
export type Control = ControlBase &
  (
    | {
        readonly type: 'choice'
        readonly look: 'toggle' | 'menu' | 'slider' | 'link'
        readonly current: number
        /** Index of the option at the level's start, so that screens can mark what was changed. */
        readonly start: number
      }
    | { readonly type: 'cards'; readonly placed: readonly Text[] }
  )

/** Controls that belong together (one box, the host), with what the player should know about it. */
export type Group = { readonly id: string; readonly label: Text; readonly about: readonly Text[] }

/** One line of a shell session. Commands are drawn after a prompt; hidden lines as "?". */
export type TranscriptLine = {
  readonly type: 'command' | 'output' | 'error' | 'hidden'
  readonly text: string
}

/** A line in a tree, `depth` levels in. */
export type TreeLine = { readonly depth: number; readonly label: Text; readonly tone: Tone }

/** A table cell. */
export type Cell = { readonly text: Text; readonly tone: Tone }

/** A bar: `value` of `max` in `unit`, with an optional mark (a limit) and a note in words. */
export type Gauge = {
  readonly id: string
  readonly label: Text
  readonly value: number
  readonly max: number
  readonly unit: string
  readonly mark?: number
  readonly tone: Tone
  readonly note?: Text
}

/** A node of a graph, in a lane. */
export type GraphNode = {
  readonly id: string
  readonly label: Text
  readonly detail?: Text
  readonly tone: Tone
}

/** A link between two nodes, labelled with what it carries. */
export type GraphLink = {
  readonly from: string
  readonly to: string
  readonly label: Text
  readonly tone: Tone
}

/** A moment of a run: when (simulated), who, and what happened. */
export type Moment = { readonly at: string; readonly who: string; readonly say: Text; readonly tone: Tone }

/** What a panel shows. */
export type PanelBody =
  | { readonly type: 'transcript'; readonly lines: readonly TranscriptLine[] }
  | { readonly type: 'tree'; readonly lines: readonly TreeLine[] }
  | {
      readonly type: 'table'
      readonly head: readonly Text[]
      readonly rows: readonly (readonly Cell[])[]
      /** What stands under the table in words. */
      readonly note?: Text
    }
  | {
      readonly type: 'graph'
      readonly lanes: readonly { readonly label: Text; readonly nodes: readonly GraphNode[] }[]
      readonly links: readonly GraphLink[]
      /** Where the message is, and the form it has there. */
      readonly message?: { readonly at: string; readonly form: Text }
    }
  | { readonly type: 'gauges'; readonly gauges: readonly Gauge[] }
  | {
      readonly type: 'scatter'
      readonly x: Text
      readonly y: Text
      readonly points: readonly { readonly x: number; readonly y: number; readonly tone: Tone }[]
      readonly frontier: readonly { readonly x: number; readonly y: number }[]
      /** Points that only the rules rule out, drawn faintly below the others. */
      readonly broken?: readonly { readonly x: number; readonly y: number }[]
      /** Points that one change of the plan leads to, where they are told apart from the others. */
      readonly swaps?: readonly { readonly x: number; readonly y: number }[]
      /** What stands under the plot in words. */
      readonly note?: Text
    }
  | { readonly type: 'timeline'; readonly moments: readonly Moment[] }

/** A picture with a title. `say` is the same in words, for the screen reader and the plain mode. */
export type Panel = {
  readonly id: string
  readonly title: Text
  readonly seat: Seat
  /** The group the panel is about, so that narrow screens can show the focused box alone. */
  readonly group?: string
  readonly say: Text
} & PanelBody

/** All that a screen needs to draw one state of a board. */
export type Scene = {
  readonly groups: readonly Group[]
  readonly controls: readonly Control[]
  readonly panels: readonly Panel[]
  /** Where panels about a group are looked at from, and where the others are: "inside the box", "on the host". */
  readonly sides: { readonly inside: Text; readonly outside: Text }
}

/** One step of the run's animation: how long it stands, in words, and the panels it changes. */
export type Beat = { readonly ms: number; readonly say: Text; readonly changed: readonly Panel[] }
