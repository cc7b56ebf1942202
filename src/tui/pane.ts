import type { Click } from './meaning.ts'
import type { Rect } from './layout.ts'
import { type Row, row } from './rows.ts'
import type { Focused } from './widgets/control-rows.ts'

/** A label in a pane's frame; the one that stands is drawn strong. */
export type Tab = { readonly label: string; readonly state: 'shown' | 'other'; readonly click?: Click }

/** One framed pane, ready to draw: exactly the rows that are visible. */
export type PaneView = {
  readonly id: string
  readonly rect: Rect
  readonly tabs: readonly Tab[]
  /** Short text at the right of the frame's top. */
  readonly note: string
  readonly rows: readonly Row[]
  /** Rows hidden above and below. */
  readonly above: number
  readonly below: number
  readonly focus: 'focused' | 'resting'
  /** Whether a frame is drawn around it. */
  readonly look: 'framed' | 'bare'
  /** Largest offset that makes sense. */
  readonly limit: number
}

/** What a pane is made of. */
export type PaneParts = {
  readonly id: string
  readonly rect: Rect
  readonly title: string | readonly Tab[]
  readonly note?: string
  /** All its rows; a `Focused` list scrolls by itself to keep its focus in sight. */
  readonly content: readonly Row[] | Focused
  readonly scroll: { readonly [pane: string]: number }
  readonly focus: 'focused' | 'resting'
}

/** Width inside a frame: two borders, and a space at each side. */
export const innerWidth = (rect: Rect): number => Math.max(2, rect.width - 4)

/** Rows inside a frame. */
export const innerHeight = (rect: Rect): number => Math.max(1, rect.height - 2)

const isFocused = (content: readonly Row[] | Focused): content is Focused => 'from' in content

/** Lays out a pane: picks the rows that show, counts those that do not. */
export function pane({ id, rect, title, note = '', content, scroll, focus }: PaneParts): PaneView {
  const all = isFocused(content) ? content.rows : content
  const height = innerHeight(rect)
  const limit = Math.max(0, all.length - height)
  const wanted = isFocused(content) && content.to > 0 ? follow(content, height) : (scroll[id] ?? 0)
  const offset = Math.max(0, Math.min(limit, wanted))
  return {
    id,
    rect,
    tabs: typeof title === 'string' ? [{ label: title, state: 'shown' }] : title,
    note,
    rows: all.slice(offset, offset + height),
    above: offset,
    below: Math.max(0, all.length - offset - height),
    focus,
    look: 'framed',
    limit,
  }
}

/** Rows without a frame, such as the title. */
export const barePane = (id: string, rect: Rect, rows: readonly Row[]): PaneView => ({
  id,
  rect,
  tabs: [],
  note: '',
  rows: rows.slice(0, rect.height),
  above: 0,
  below: 0,
  focus: 'resting',
  look: 'bare',
  limit: 0,
})

/** The offset that shows the focus with some of what is around it, and the list's head while there is room. */
function follow({ rows, from, to }: Focused, height: number): number {
  if (to <= height - 1) return 0
  const middle = Math.floor((from + to - height) / 2)
  return Math.max(0, Math.min(from, rows.length, Math.max(middle, to - height)))
}

/** A plain sentence as content, for panes that have nothing else to show. */
export const sentence = (text: string): readonly Row[] => [row(text, 'quiet')]
