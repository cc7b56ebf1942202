import { fittingRect, type Rect } from './layout.ts'
import { innerHeight, innerWidth, pane, type PaneView } from './pane.ts'
import type { Row } from './rows.ts'
import type { Frame, MenuItem, MenuView } from './screen-view.ts'
import { wrapText } from './wrap.ts'

/** What a menu is made of. */
export type MenuParts = {
  readonly id: string
  readonly rect: Rect
  readonly title: string
  /** Rows above the menu. */
  readonly rows: readonly Row[]
  readonly items: readonly { readonly value: string; readonly label: string }[]
  readonly initial?: number
}

/** Cells that the marker before an item takes. */
const MARKER = 2

/** A pane with a menu below its rows. */
export function menu(
  { id, rect: room, title, rows, items, initial = 0 }: MenuParts,
  frame: Frame,
): { readonly pane: PaneView; readonly menu: MenuView } {
  const width = innerWidth(room)
  const drawn = items.map(({ value, label }): MenuItem => ({ value, lines: wrapText(label, width - MARKER) }))
  const rect = fittingRect(room, rows.length + drawn.reduce((sum, item) => sum + item.lines.length, 0))
  const height = Math.max(1, innerHeight(rect) - rows.length)
  const fit = howMany(drawn, height)
  const view = pane({ id, rect, title, content: rows, scroll: frame.state.scroll, focus: 'focused' })
  return {
    pane: { ...view, below: view.below + drawn.length - fit },
    menu: {
      id,
      rect: { x: rect.x + 2, y: rect.y + 1 + Math.min(rows.length, innerHeight(rect) - 1), width, height },
      items: drawn,
      initial,
      fit,
    },
  }
}

/** How many items fit whichever are shown: counted with the tallest ones. */
function howMany(items: readonly MenuItem[], height: number): number {
  const tall = items.map(item => item.lines.length).sort((a, b) => b - a)
  let used = 0
  let fit = 0
  for (const lines of tall) {
    used += lines
    if (used > height) break
    fit += 1
  }
  return Math.max(1, fit)
}
