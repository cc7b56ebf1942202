import type { Click } from './meaning.ts'
import { cells, cutCells, wrapText } from './wrap.ts'

/** How a piece of text is meant. `theme.ts` maps styles to colour; glyph and word carry the meaning as well. */
export type Style =
  | 'plain'
  | 'quiet'
  | 'good'
  | 'warn'
  | 'bad'
  | 'hidden'
  | 'accent'
  | 'strong'
  | 'focus'
  | 'star'
  | 'border'
  | 'term'

/** A run of text in one style. */
export type Span = { readonly text: string; readonly style: Style; readonly click?: Click }

/** One line of a screen. */
export type Row = readonly Span[]

/** A span; plain where no style is named. */
export const span = (text: string, style: Style = 'plain'): Span => ({ text, style })

/** A row of one span. */
export const row = (text: string, style: Style = 'plain'): Row => [span(text, style)]

/** A row that means the same wherever it is clicked. */
export const clickable = (row: Row, click: Click): Row => row.map(span => ({ ...span, click }))

/** An empty row, for air between things. */
export const BLANK: Row = []

/** Width of a row, in cells. */
export const rowCells = (spans: Row): number => spans.reduce((sum, part) => sum + cells(part.text), 0)

/** Cuts a row at `width` cells; what is cut is marked with `ellipsis`. */
export function cutRow(spans: Row, width: number, ellipsis: string): Row {
  if (rowCells(spans) <= width) return spans
  const out: Span[] = []
  let left = width
  for (const part of spans) {
    const need = cells(part.text)
    if (need > left - cells(ellipsis)) {
      out.push({ ...part, text: cutCells(part.text + ellipsis.repeat(width), left, ellipsis) })
      return out
    }
    out.push(part)
    left -= need
  }
  return out
}

/** Pads a row with spaces to exactly `width` cells, cutting it when it is longer. */
export function fitRow(spans: Row, width: number, ellipsis: string): Row {
  const cut = cutRow(spans, width, ellipsis)
  const gap = width - rowCells(cut)
  return gap > 0 ? [...cut, span(' '.repeat(gap))] : cut
}

/** One row with `left` and `right` at its ends; the left side yields when both do not fit. */
export function spread(left: Row, right: Row, width: number, ellipsis: string): Row {
  const room = width - rowCells(right) - 1
  if (right.length === 0 || room < 1) return fitRow([...left, ...right], width, ellipsis)
  return [...fitRow(left, room, ellipsis), span(' '), ...right]
}

/** Gives back the styles of `spans` to lines that `wrapText` made of their joined text. */
function restyle(spans: Row, lines: readonly string[]): Row[] {
  const source = spans.flatMap(part => Array.from(part.text.normalize(), char => ({ char, part })))
  let at = 0
  return lines.map(line => {
    const out: Span[] = []
    for (const char of line) {
      while (at < source.length && source[at]?.char !== char) at += 1
      const part = source[at]?.part ?? span('')
      at += 1
      const last = out.at(-1)
      if (last && last.style === part.style && last.click === part.click)
        out[out.length - 1] = { ...last, text: last.text + char }
      else out.push({ ...part, text: char })
    }
    return out
  })
}

/** Wraps styled text at word boundaries. Text breaks stay; no line starts with a stray space. */
export function wrapRow(spans: Row, width: number): readonly Row[] {
  const text = spans.map(part => part.text).join('')
  return restyle(spans, wrapText(text, width))
}

/** A paragraph behind a marker: the marker stands on the first row, later rows are indented by its width. */
export function hang(marker: Row, spans: Row, width: number): readonly Row[] {
  const indent = rowCells(marker)
  return wrapRow(spans, Math.max(1, width - indent)).map((line, i) =>
    i === 0 ? [...marker, ...line] : [span(' '.repeat(indent)), ...line],
  )
}
