/** A place in a text: line and column count from 1, columns in UTF-16 units, as editors do. */
export type Place = { readonly line: number; readonly col: number }

/** Where each line of a text starts; made once, so that many faults of a long file are placed quickly. */
export type Lines = { readonly text: string; readonly starts: readonly number[] }

/** Finds the starts of lines. Lines end in `\n`. */
export function linesOf(text: string): Lines {
  const starts = [0]
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  return { text, starts }
}

/** The line and column of an offset; offsets outside the text count as its nearest end. */
export function placeOf(lines: Lines, offset: number): Place {
  const at = Math.min(Math.max(offset, 0), lines.text.length)
  let low = 0
  let high = lines.starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines.starts[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return { line: low + 1, col: at - (lines.starts[low] ?? 0) + 1 }
}

/** The text of a line, without its end. `line` counts from 1. */
export function lineText(lines: Lines, line: number): string {
  const start = lines.starts[line - 1] ?? lines.text.length
  const next = lines.starts[line]
  return lines.text.slice(start, next === undefined ? lines.text.length : next - 1)
}
