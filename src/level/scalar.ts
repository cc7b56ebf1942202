import type { Located } from './located.ts'

/** A scalar that was written as text. */
type Scalar = Extract<Located, { readonly type: 'scalar' }>

/** How many characters an escape of a double-quoted scalar takes. YAML 1.2, section 5.7. */
const ESCAPE_LENGTH: { readonly [char: string]: number } = { x: 4, u: 6, U: 10 }

const isSpace = (char: string | undefined): boolean => char === ' ' || char === '\n' || char === '\t'

/** Characters that write one character of the value at a place of the file. */
function writtenLength(text: string, at: number, style: Scalar['style']): number {
  if (style === 'double' && text[at] === '\\') return ESCAPE_LENGTH[text[at + 1] ?? ''] ?? 2
  return style === 'single' && text[at] === "'" ? 2 : 1
}

/** Passes white space that folding and indentation may have dropped, and escaped line ends. */
function afterSpace(text: string, from: number, style: Scalar['style']): number {
  let at = from
  for (;;) {
    if (isSpace(text[at])) at++
    else if (style === 'double' && text[at] === '\\' && text[at + 1] === '\n') at += 2
    else return at
  }
}

/** Where the value begins: after the quote, or on the line after a block's header. */
function contentStart(text: string, { start, style }: Scalar): number {
  if (style === 'plain') return start
  return style === 'single' || style === 'double' ? start + 1 : text.indexOf('\n', start) + 1
}

/**
 * The place in the file of a character of a scalar's value, through quotes, escapes, folding and indentation. It is exact
 * for everything but white space, which folding may have made out of nothing; that maps near by.
 */
export function offsetInScalar(text: string, scalar: Scalar, offset: number): number {
  const value = String(scalar.value)
  let at = contentStart(text, scalar)
  for (let i = 0; i < value.length && i <= offset; i++) {
    if (!isSpace(value[i])) at = afterSpace(text, at, scalar.style)
    if (i === offset || at >= scalar.end) return Math.min(at, scalar.end)
    const isWritten = !isSpace(value[i]) || isSpace(text[at]) || text[at] === '\\'
    const length = isWritten ? writtenLength(text, at, scalar.style) : 0
    // One long escape may write a pair of UTF-16 units.
    if (length === ESCAPE_LENGTH['U'] && /[\ud800-\udbff]/.test(value[i] ?? '')) i++
    at += length
  }
  return at
}
