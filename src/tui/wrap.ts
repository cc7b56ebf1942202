import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/

/** Width of a text in terminal cells: Hangul takes two, decomposed Hangul too. */
export const cells = (text: string): number =>
  // Most of a screen is ASCII, and measuring is most of the work of drawing it.
  PRINTABLE_ASCII.test(text) ? text.length : stringWidth(text)

/** The longest start of `text` that fits `width` cells; whatever is cut off is marked with `ellipsis`. */
export function cutCells(text: string, width: number, ellipsis: string): string {
  if (cells(text) <= width) return text
  const room = width - cells(ellipsis)
  if (room < 0) return ''
  let out = ''
  let used = 0
  for (const char of text) {
    used += cells(char)
    if (used > room) break
    out += char
  }
  return out + ellipsis
}

/** `text` padded with spaces to `width` cells, or cut to it. */
export function fitCells(text: string, width: number, ellipsis: string): string {
  const cut = cutCells(text, width, ellipsis)
  return cut + ' '.repeat(Math.max(0, width - cells(cut)))
}

/**
 * Lines of at most `width` cells, broken at spaces; a word that is longer than a line is broken anywhere.
 * Done before Ink sees the text, because Ink keeps the space at which it broke.
 */
export function wrapText(text: string, width: number): readonly string[] {
  const whole = text.normalize()
  if (!whole.includes('\n') && cells(whole) <= width) return [whole.trim()]
  return wrapAnsi(whole, Math.max(2, width), { trim: true, hard: true }).split('\n')
}

/** How far a line of a shell's output that did not fit goes on further in. */
const CONTINUED = '  '

/**
 * A line of a shell's output in rows of at most `width` cells, its own spaces kept. It breaks between columns where it
 * can, and goes on further in.
 */
export function wrapVerbatim(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let rest = text.normalize().trimEnd()
  let indent = ''
  while (cells(indent + rest) > width) {
    const end = breakAt(rest, Math.max(2, width - cells(indent)))
    lines.push(indent + rest.slice(0, end).trimEnd())
    rest = rest.slice(end).trimStart()
    indent = CONTINUED
  }
  return [...lines, indent + rest]
}

/** Where to break: at the last gap that fits, or anywhere when a word is too long. */
function breakAt(text: string, width: number): number {
  const head = cutCells(text, width, '')
  if (text[head.length] === ' ') return head.length
  const gap = head.lastIndexOf(' ')
  const leading = text.length - text.trimStart().length
  return gap > leading ? gap : Math.max(1, head.length)
}
