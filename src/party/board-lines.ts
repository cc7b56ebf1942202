import { openCode } from '../core/sealed-code.ts'

/** A result as somebody typed it: the line it begins in, from 1, the name before it, if any, and the code. */
export type BoardLine = { readonly line: number; readonly name: string; readonly code: string }

/** Lines that one code may be spread over: a long one, copied from a narrow screen. */
const MOST_LINES = 12

/**
 * Finds the codes in a list: one a line, a name before each if wanted, empty lines and those with `#` left out. A code that
 * was broken into several lines is put together again.
 */
export function boardLines(text: string): readonly BoardLine[] {
  const lines = text.split(/\r?\n/).map(line => line.trim())
  const found: BoardLine[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    if (line === '' || line.startsWith('#')) {
      at += 1
      continue
    }
    const { taken, name, code } = codeFrom(lines.slice(at, at + MOST_LINES))
    found.push({ line: at + 1, name, code })
    at += taken
  }
  return found
}

/** Words that a name may have. A line with more before its code is no entry of a board. */
const MOST_NAMES = 12

type Found = { readonly taken: number; readonly name: string; readonly code: string }

/** The code that begins in the first of some lines, with as many of the others as it takes to make it whole. */
function codeFrom(lines: readonly string[]): Found {
  const [first = '', ...more] = lines
  const alone = splitLine(first)
  if (openCode(alone.code).ok || !/^G/i.test(alone.code)) return { taken: 1, ...alone }
  let joined = first
  for (const [i, next] of more.entries()) {
    if (!/^[0-9A-Za-z-]+$/.test(next)) break
    joined += next
    const whole = splitLine(joined)
    if (openCode(whole.code).ok) return { taken: i + 2, ...whole }
  }
  return { taken: 1, ...alone }
}

/**
 * A line's name and code. The code is the longest end of the line that is a whole one, since it may have been typed with
 * gaps; where there is none, the end that looks like a code.
 */
function splitLine(line: string): Pick<Found, 'name' | 'code'> {
  const words = line.split(/[\s:,;]+/).filter(word => word !== '')
  const cuts = words
    .slice(0, MOST_NAMES + 1)
    .map((_, at) => ({ name: words.slice(0, at).join(' '), code: words.slice(at).join(' ') }))
  const whole = cuts.find(({ code }) => openCode(code).ok)
  const looksLike = cuts.find(({ code }) => /^[SG][0-9A-Z\s-]{5,}$/i.test(code) && /[0-9]/.test(code))
  return whole ?? looksLike ?? cuts.at(-1) ?? { name: '', code: line }
}
