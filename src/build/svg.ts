import type { Row, Span } from '../tui/rows.ts'
import type { Look, Theme } from '../tui/theme.ts'
import { cells } from '../tui/wrap.ts'

/** A cell in pixels, and the room around the screen. */
const WIDTH = 8.4
const HEIGHT = 18
const EDGE = 14
/** From the top of a row down to where its letters stand. */
const BASE = 13

/** The ground of the picture and its plain ink; the theme of the rows must be one for dark terminals. */
const GROUND = '#16181d'
const INK = '#d8dee9'

/** A span with the column it begins at. */
type Placed = Span & { readonly x: number; readonly y: number; readonly look: Look }

/**
 * A screen as an SVG picture. Letters are text in the reader's own monospace font, each stretched to its cells; lines and
 * bars are drawn, because fonts leave gaps between them. `alt` says in words what is seen.
 */
export function svg(rows: readonly Row[], looks: Theme, columns: number, alt: string): string {
  const width = Math.round(columns * WIDTH + 2 * EDGE)
  const height = rows.length * HEIGHT + 2 * EDGE
  const spans = rows.flatMap((row, y) => placed(row, y, looks))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(alt)}</title>`,
    `<rect width="100%" height="100%" rx="8" fill="${GROUND}"/>`,
    `<g transform="translate(${EDGE} ${EDGE})" fill="${INK}" font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK KR', D2Coding, monospace" font-size="14" xml:space="preserve">`,
    ...spans.flatMap(drawn),
    '</g>',
    '</svg>',
    '',
  ].join('\n')
}

function placed(row: Row, y: number, looks: Theme): readonly Placed[] {
  let x = 0
  return row.map(part => {
    const at = { ...part, x, y, look: looks[part.style] }
    x += cells(part.text)
    return at
  })
}

/** Pieces of one kind: letters, or one character that is drawn as often as it stands there. */
type Piece = { readonly text: string; readonly x: number; readonly isDrawn: boolean }

/** Cuts a span into words and runs of the same drawn character; spaces are left out. */
function pieces({ text, x }: Placed): readonly Piece[] {
  const out: { text: string; x: number; isDrawn: boolean }[] = []
  let at = x
  for (const char of text) {
    const last = out.at(-1)
    const isDrawn = char in STROKES || char in FILLS
    const isNext = last !== undefined && last.x + cells(last.text) === at
    const isLike = isDrawn ? last?.text.endsWith(char) : last?.isDrawn === false
    if (char !== ' ') {
      if (isNext && isLike) last.text += char
      else out.push({ text: char, x: at, isDrawn })
    }
    at += cells(char)
  }
  return out
}

function drawn(span: Placed): readonly string[] {
  const { look, y } = span
  const colour = look.color ?? INK
  const ground = look.inverse ? [rect(span.x, y, cells(span.text), colour, 1)] : []
  const shown = pieces(span).map(({ text, x, isDrawn }) => {
    const [char = ''] = text
    const count = cells(text)
    const stroke = STROKES[char]
    if (isDrawn && stroke !== undefined) return stroked(stroke, x, y, count, colour)
    if (isDrawn) return rect(x, y, count, colour, FILLS[char] ?? 1)
    return letters(text, x, y, look.inverse ? GROUND : colour, look)
  })
  return [...ground, ...shown]
}

const pixel = (value: number): string => `${Math.round(value * 10) / 10}`

function letters(text: string, x: number, y: number, fill: string, { bold, underline }: Look): string {
  const style = `${bold ? ' font-weight="bold"' : ''}${underline ? ' text-decoration="underline"' : ''}`
  const ink = fill === INK ? '' : ` fill="${fill}"`
  // Hangul is rarely two cells wide in a monospace font: each letter is put in its place.
  const isWide = cells(text) > Array.from(text).length
  const place = isWide
    ? `x="${columns(text, x)}"`
    : `x="${pixel(x * WIDTH)}" textLength="${pixel(cells(text) * WIDTH)}" lengthAdjust="spacingAndGlyphs"`
  return `<text ${place} y="${y * HEIGHT + BASE}"${ink}${style}>${escaped(text)}</text>`
}

/** Where each letter of a text stands. */
function columns(text: string, x: number): string {
  let at = x
  return Array.from(text, char => {
    const here = pixel(at * WIDTH)
    at += cells(char)
    return here
  }).join(' ')
}

const rect = (x: number, y: number, count: number, fill: string, opacity: number): string =>
  `<rect x="${pixel(x * WIDTH)}" y="${y * HEIGHT}" width="${pixel(count * WIDTH)}" height="${HEIGHT}" fill="${fill}"${opacity === 1 ? '' : ` opacity="${opacity}"`}/>`

/** Blocks, by how much they cover. */
const FILLS: { readonly [char: string]: number } = { '█': 1, '░': 0.25 }

/** Lines of a cell: `l r u d` from its middle to a side, `c` rounded; `R` all the way across, as often as it stands. */
const STROKES: { readonly [char: string]: string } = {
  '─': 'R',
  '│': 'ud',
  '┃': 'ud',
  '┬': 'lrd',
  '┴': 'lru',
  '╭': 'rdc',
  '╮': 'ldc',
  '╰': 'ruc',
  '╯': 'luc',
}

function stroked(stroke: string, x: number, y: number, count: number, colour: string): string {
  const [left, top] = [x * WIDTH, y * HEIGHT]
  const [cx, cy] = [left + WIDTH / 2, top + HEIGHT / 2]
  const ends: { readonly [side: string]: string } = {
    l: `${pixel(left)} ${pixel(cy)}`,
    r: `${pixel(left + WIDTH)} ${pixel(cy)}`,
    u: `${pixel(cx)} ${pixel(top)}`,
    d: `${pixel(cx)} ${pixel(top + HEIGHT)}`,
  }
  const middle = `${pixel(cx)} ${pixel(cy)}`
  const [first = '', second = ''] = stroke
  const path =
    stroke === 'R'
      ? `M${ends['l']}h${pixel(count * WIDTH)}`
      : stroke.endsWith('c')
        ? `M${ends[first]}Q${middle} ${ends[second]}`
        : Array.from(stroke, side => `M${middle}L${ends[side]}`).join('')
  return `<path d="${path}" stroke="${colour}" fill="none"/>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
