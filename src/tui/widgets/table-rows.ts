import type { Panel, Tone } from '../../core/scene.ts'
import { fitRow, hang, type Row, rowCells, span, wrapRow } from '../rows.ts'
import { toneStyle } from '../theme.ts'
import type { Voice } from '../voice.ts'
import { cells } from '../wrap.ts'

type Table = Pick<Extract<Panel, { type: 'table' }>, 'head' | 'rows' | 'note'>

/** Cells between columns, where there is room and where there is less. */
const GAPS = [2, 1] as const

/** A table laid out: its lines of cells, the width of each column, and the gap between them. */
type Layout = {
  readonly lines: readonly (readonly Row[])[]
  readonly widths: readonly number[]
  readonly gap: number
}

/** A table whose widest columns yield until it fits; cells wrap, and nothing is cut. One too wide for that is turned. */
export function tableRows(table: Table, width: number, voice: Voice): readonly Row[] {
  const ways = [table, ...turned(table)].flatMap(way => GAPS.map(gap => layout(way, gap, width, voice)))
  const { lines, widths, gap } = ways.find(way => breaksNoWord(way)) ?? layout(table, 1, width, voice)
  const note = table.note ? hang([], voice.rich(table.note, 'quiet'), width) : []
  return [...lines.flatMap(line => tableLine(line, widths, gap, voice)), ...note]
}

function layout(table: Table, gap: number, width: number, voice: Voice): Layout {
  const head = table.head.map(text => [span(voice.text(text), 'quiet')])
  const body = table.rows.map(cells =>
    cells.map(cell => styled(voice, voice.rich(cell.text, toneStyle(cell.tone)), cell.tone)),
  )
  const lines = [head, ...body]
  const natural = columnsOf(lines, rowCells)
  const room = width - gap * Math.max(0, natural.length - 1)
  return { lines, widths: shrink(natural, columnsOf(lines, longestWord), room), gap }
}

/** The most that a measure gives of any cell of each column. */
function columnsOf(lines: Layout['lines'], measure: (cell: Row) => number): readonly number[] {
  const count = Math.max(0, ...lines.map(cells => cells.length))
  return Array.from({ length: count }, (_, i) => Math.max(1, ...lines.map(cells => measure(cells[i] ?? []))))
}

const breaksNoWord = ({ lines, widths }: Layout): boolean =>
  columnsOf(lines, longestWord).every((word, i) => word <= (widths[i] ?? 0))

/** The table with its columns as rows, where its first column names the rows and no more. */
function turned({ head, rows }: Table): readonly Table[] {
  const isGrid = rows.every(cells => cells.length === head.length && (cells[0]?.tone ?? 'plain') === 'plain')
  const [corner, ...names] = head
  if (!isGrid || corner === undefined || rows.length === 0) return []
  return [
    {
      head: [corner, ...rows.flatMap(([name]) => (name ? [name.text] : []))],
      rows: names.map((text, i) => [
        { text, tone: 'plain' },
        ...rows.flatMap(cells => {
          const cell = cells[i + 1]
          return cell ? [cell] : []
        }),
      ]),
    },
  ]
}

/** A cell that is good or bad says so with a glyph as well, not with its colour alone. */
function styled(voice: Voice, text: Row, tone: Tone): Row {
  if (tone === 'bad') return [span(`${voice.glyphs.broken} `, 'bad'), ...text]
  return tone === 'good' ? [span(`${voice.glyphs.held} `, 'good'), ...text] : text
}

const longestWord = (line: Row): number =>
  Math.max(
    0,
    ...line
      .map(part => part.text)
      .join('')
      .split(' ')
      .map(cells),
  )

/** Takes a cell at a time from the widest column until the sum fits: from one that need not break a word, if it can. */
function shrink(widths: readonly number[], words: readonly number[], room: number): readonly number[] {
  const out = [...widths]
  let over = out.reduce((sum, width) => sum + width, 0) - room
  for (; over > 0; over -= 1) {
    const spare = out.map((width, i) => (width > (words[i] ?? 0) ? width : 0))
    const widest = spare.some(width => width > 0)
      ? spare.indexOf(Math.max(...spare))
      : out.indexOf(Math.max(...out))
    if ((out[widest] ?? 0) <= 2) break
    out[widest] = (out[widest] ?? 0) - 1
  }
  return out
}

function tableLine(
  cells: readonly Row[],
  widths: readonly number[],
  gap: number,
  voice: Voice,
): readonly Row[] {
  const wrapped = widths.map((width, i) => wrapRow(cells[i] ?? [], width))
  const height = Math.max(1, ...wrapped.map(lines => lines.length))
  return Array.from({ length: height }, (_, line) =>
    widths.flatMap((width, i) => [
      ...(i > 0 ? [span(' '.repeat(gap))] : []),
      ...fitRow(wrapped[i]?.[line] ?? [], width, voice.glyphs.ellipsis),
    ]),
  )
}
