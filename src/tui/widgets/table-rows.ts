import type { Panel, Tone } from '../../core/scene.ts'
import { fitRow, hang, type Row, rowCells, span, wrapRow } from '../rows.ts'
import { toneStyle } from '../theme.ts'
import type { Voice } from '../voice.ts'
import { cells } from '../wrap.ts'

type Table = Extract<Panel, { type: 'table' }>

const GAP = 2

/** A table whose widest columns yield until it fits; cells wrap, and nothing is cut. */
export function tableRows(table: Table, width: number, voice: Voice): readonly Row[] {
  const head = table.head.map(text => [span(voice.text(text), 'quiet')])
  const body = table.rows.map(cells =>
    cells.map(cell => styled(voice, voice.rich(cell.text, toneStyle(cell.tone)), cell.tone)),
  )
  const all = [head, ...body]
  const count = Math.max(0, ...all.map(cells => cells.length))
  const natural = Array.from({ length: count }, (_, i) =>
    Math.max(1, ...all.map(cells => rowCells(cells[i] ?? []))),
  )
  const words = Array.from({ length: count }, (_, i) =>
    Math.max(1, ...all.map(line => longestWord(line[i] ?? []))),
  )
  const widths = shrink(natural, words, width - GAP * Math.max(0, count - 1))
  const note = table.note ? hang([], voice.rich(table.note, 'quiet'), width) : []
  return [...all.flatMap(cells => tableLine(cells, widths, voice)), ...note]
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

function tableLine(cells: readonly Row[], widths: readonly number[], voice: Voice): readonly Row[] {
  const wrapped = widths.map((width, i) => wrapRow(cells[i] ?? [], width))
  const height = Math.max(1, ...wrapped.map(lines => lines.length))
  return Array.from({ length: height }, (_, line) =>
    widths.flatMap((width, i) => [
      ...(i > 0 ? [span(' '.repeat(GAP))] : []),
      ...fitRow(wrapped[i]?.[line] ?? [], width, voice.glyphs.ellipsis),
    ]),
  )
}
