import { printable } from '../core/printable.ts'
import { cells } from './cells.ts'
import { type Path, pathText } from './located.ts'
import { type Lines, lineText, linesOf, placeOf } from './position.ts'

/** A fault before it is shown: where in the text, which part of the level, and what to do about it. */
export type Fault = { readonly at: number; readonly path: Path; readonly message: string }

/** A fault of a level file, with all that is needed to show it. */
export type LevelProblem = {
  readonly file: string
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 units. */
  readonly col: number
  /** The part of the level, such as `rules[0].when`; empty for the file as a whole. */
  readonly path: string
  readonly message: string
  /** The line, made printable, cut around the caret where it is long. */
  readonly excerpt: string
  /** Display cells before the caret, within the excerpt. */
  readonly caret: number
}

/** Cells that an excerpt may take. */
const EXCERPT = 100
/** Cells that stay visible on each side of the caret when a line is cut. */
const BEFORE = 60
const CUT = '...'
/** Problems that are shown of one file; more help nobody. */
const MOST = 200

/** The longest end of a text that fits into so many cells. */
function tail(text: string, room: number): string {
  const chars = Array.from(text)
  let used = 0
  let from = chars.length
  while (from > 0) {
    used += cells(chars[from - 1] ?? '')
    if (used > room) break
    from--
  }
  return chars.slice(from).join('')
}

/** The longest beginning of a text that fits into so many cells. */
function head(text: string, room: number): string {
  let used = 0
  let kept = ''
  for (const char of text) {
    used += cells(char)
    if (used > room) break
    kept += char
  }
  return kept
}

/** Cuts a line around a column, counted in UTF-16 units from 0. */
export function excerptOf(
  line: string,
  column: number,
): { readonly excerpt: string; readonly caret: number } {
  // Only the neighbourhood is looked at: a hostile line may be the whole file.
  const before = printable(line.slice(Math.max(0, column - EXCERPT), column))
  const after = printable(line.slice(column, column + EXCERPT))
  const isWhole = line.length <= EXCERPT && cells(before + after) <= EXCERPT
  if (isWhole) return { excerpt: before + after, caret: cells(before) }
  const left = tail(before, BEFORE)
  const start = left.length < before.length || column > EXCERPT ? CUT + left : left
  const right = head(after, EXCERPT - cells(start) - CUT.length)
  const end = right.length < after.length || column + EXCERPT < line.length ? right + CUT : right
  return { excerpt: start + end, caret: cells(start) }
}

/** Makes faults showable: in the order of the text, each once. */
export function problemsOf(file: string, text: string, faults: readonly Fault[]): readonly LevelProblem[] {
  const lines = linesOf(text)
  const told = new Set<string>()
  return faults
    .filter(({ at, message }) => told.size < told.add(`${at} ${message}`).size)
    .sort((a, b) => a.at - b.at)
    .slice(0, MOST)
    .map(fault => problemOf(file, lines, fault))
}

/** Makes a fault showable. */
export function problemOf(file: string, lines: Lines, fault: Fault): LevelProblem {
  const { line, col } = placeOf(lines, fault.at)
  const text = lineText(lines, line)
  return {
    file,
    line,
    col,
    path: pathText(fault.path),
    message: printable(fault.message),
    ...excerptOf(text, Math.min(col - 1, text.length)),
  }
}

/** A problem in three lines: place, path and message; the line; a caret below it. */
export function formatProblem(problem: LevelProblem): string {
  const { file, line, col, path, message, excerpt, caret } = problem
  const place = `${file}:${line}:${col}`
  const head = path === '' ? `${place}: ${message}` : `${place} ${printable(path)}: ${message}`
  return `${head}\n    ${excerpt}\n    ${' '.repeat(caret)}^`
}

/** Quotes a name for a message, shortened and printable. */
export function quoted(name: string): string {
  return `'${head(printable(name.slice(0, 60)), 40)}'`
}
