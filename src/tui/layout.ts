/** A part of the screen, in cells from the top left. */
export type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Size of a terminal, in cells. */
export type Size = { readonly columns: number; readonly rows: number }

/** The smallest terminal that the game is drawn in. */
export const SMALLEST: Size = { columns: 60, rows: 20 }

/** How a screen is divided: one pane with tabs, two side by side, or three. */
export type Shape = 'narrow' | 'medium' | 'wide'

/** The shape for a width: below 80 columns one pane, below 110 two, then three. */
export function shapeOf(size: Size): Shape {
  if (size.columns < 80) return 'narrow'
  return size.columns < 110 ? 'medium' : 'wide'
}

/** Whether nothing sensible can be drawn. */
export const isTooSmall = (size: Size): boolean =>
  size.columns < SMALLEST.columns || size.rows < SMALLEST.rows

/** The room between the header row and the message and footer rows. */
export const bodyRect = (size: Size, below: number): Rect => ({
  x: 0,
  y: 1,
  width: size.columns,
  height: Math.max(3, size.rows - 1 - below),
})

/** Divides a rect into columns by weight; the last takes what is left over. */
export function columns(rect: Rect, weights: readonly number[]): readonly Rect[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let x = rect.x
  return weights.map((weight, i) => {
    const width =
      i === weights.length - 1 ? rect.x + rect.width - x : Math.floor((rect.width * weight) / total)
    const part = { ...rect, x, width }
    x += width
    return part
  })
}

/** Cuts a rect in two rows, the upper one `height` high. */
export function stack(rect: Rect, height: number): readonly [Rect, Rect] {
  const upper = Math.max(0, Math.min(rect.height, height))
  return [
    { ...rect, height: upper },
    { ...rect, y: rect.y + upper, height: rect.height - upper },
  ]
}

/** The least height of a pane: two borders and three rows. */
const LEAST = 5

/**
 * Shares a height between two stacked panes that want `upper` and `lower` rows, borders included. When both cannot
 * have what they want, the one that the player looks at comes first, and the other keeps a strip.
 */
export function share(
  height: number,
  upper: number,
  lower: number,
  favour: 'upper' | 'lower' | 'both',
): number {
  if (upper + lower <= height) return upper
  const most = height - LEAST
  if (favour === 'upper') return Math.max(LEAST, Math.min(upper, most))
  if (favour === 'lower') return Math.max(LEAST, height - Math.max(LEAST, Math.min(lower, most)))
  const half = Math.floor(height / 2)
  if (upper <= half) return Math.max(LEAST, upper)
  if (lower <= height - half) return Math.max(LEAST, height - Math.max(LEAST, lower))
  return half
}

/** Widest column of prose: longer lines are hard to read. */
const PROSE = 88

/** A rect in the middle of another, no wider than prose should be. */
export function proseRect(rect: Rect): Rect {
  const width = Math.min(rect.width, PROSE)
  return { ...rect, x: rect.x + Math.floor((rect.width - width) / 2), width }
}

/** A rect cut down to the rows it holds, a little above the middle; unchanged when they need it all. */
export function fittingRect(rect: Rect, rows: number): Rect {
  const height = Math.min(rect.height, rows + 2)
  return { ...rect, y: rect.y + Math.floor((rect.height - height) / 4), height }
}
