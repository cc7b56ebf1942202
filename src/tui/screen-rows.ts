import { type Glyphs } from './glyphs.ts'
import type { Size } from './layout.ts'
import { BLANK, cutRow, fitRow, type Row, rowCells, span } from './rows.ts'
import type { ScreenView } from './screen-view.ts'
import { cells } from './wrap.ts'
import { frameRows } from './widgets/frame-rows.ts'

/** A row that stands somewhere on a line of the screen. */
type Piece = { readonly x: number; readonly row: Row }

/** A whole screen as rows, one for each line of the terminal; what is not drawn on is blank. */
export function screenRows(view: ScreenView, size: Size, glyphs: Glyphs): readonly Row[] {
  const lines: Piece[][] = Array.from({ length: size.rows }, () => [])
  const put = (y: number, x: number, row: Row): void => {
    lines[y]?.push({ x, row })
  }
  put(0, 0, view.header)
  const below = [...view.message, view.footer]
  for (const [i, row] of below.entries()) put(size.rows - below.length + i, 0, row)
  for (const { rect, ...pane } of view.panes) {
    const rows = frameRows({ rect, ...pane }, glyphs, n => `${n}`)
    for (const [i, row] of rows.slice(0, rect.height).entries()) put(rect.y + i, rect.x, row)
  }
  return lines.map(pieces => lineOf(pieces, size.columns))
}

/** Pieces side by side as one row; where two overlap, the later one lies on top. */
function lineOf(pieces: readonly Piece[], columns: number): Row {
  const line = pieces.reduce<Row>((under, { x, row }) => {
    const from = rowCells(under)
    if (x >= from) return [...under, ...blank(x - from), ...row]
    return [...fitRow(under, x, ''), ...row, ...after(under, x + rowCells(row))]
  }, BLANK)
  return cutRow(line, columns, '')
}

const blank = (width: number): Row => (width > 0 ? [span(' '.repeat(width))] : BLANK)

/** What of a row stands from a column on; half of a wide character is a space. */
function after(row: Row, column: number): Row {
  let at = 0
  return row.flatMap(part => {
    let kept = ''
    for (const char of part.text) {
      const next = at + cells(char)
      if (at >= column) kept += char
      else if (next > column) kept += ' '
      at = next
    }
    return kept === '' ? [] : [{ ...part, text: kept }]
  })
}
