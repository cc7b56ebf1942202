import type { Rect } from './layout.ts'
import type { Click } from './meaning.ts'
import type { PaneView } from './pane.ts'
import type { Row } from './rows.ts'
import type { MenuView, ScreenView } from './screen-view.ts'
import { cells } from './wrap.ts'

const holds = ({ x, y, width, height }: Rect, atX: number, atY: number): boolean =>
  atX >= x && atX < x + width && atY >= y && atY < y + height

/** The pane at a cell. */
export const paneAt = ({ panes }: ScreenView, x: number, y: number): PaneView | undefined =>
  panes.find(({ rect }) => holds(rect, x, y))

const SLOTS = ['controls', 'inside', 'outside', 'rules'] as const

/** What a click at a cell means; `rows` are the screen's, as they are drawn. */
export function clickAt(view: ScreenView, rows: readonly Row[], x: number, y: number): Click | null {
  const picked = view.menu ? pickAt(view.menu, x, y) : null
  if (picked) return picked
  const click = spanAt(rows[y] ?? [], x)?.click
  if (click) return click
  const slot = SLOTS.find(id => id === paneAt(view, x, y)?.id)
  return slot ? { type: 'slot', slot } : null
}

function spanAt(row: Row, x: number): Row[number] | undefined {
  let end = 0
  return row.find(span => {
    end += cells(span.text)
    return x < end
  })
}

/** The entry of a menu at a cell. A menu that scrolls keeps to itself where it stands, so it takes no clicks. */
function pickAt({ rect, items, fit }: MenuView, x: number, y: number): Click | null {
  if (!holds(rect, x, y) || items.length > fit) return null
  let end = rect.y
  const item = items.find(({ lines }) => {
    end += lines.length
    return y < end
  })
  return item ? { type: 'pick', value: item.value } : null
}
