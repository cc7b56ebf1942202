import type { Row } from './rows.ts'
import type { Look, Theme } from './theme.ts'

/** How many colours a terminal has, in bits, as Node's `getColorDepth` tells: 1 for none, 8 for 256, 24 for all. */
export type Depth = number

/** A row as text for a terminal: each span in its look, every look closed where it ends; see console_codes(4). */
export function paint(row: Row, looks: Theme, depth: Depth): string {
  let painted = ''
  for (const { text, style } of row) {
    const codes = text === '' || depth <= 1 ? '' : codesOf(looks[style], depth)
    painted += codes === '' ? text : `\x1b[${codes}m${text}\x1b[0m`
  }
  return painted
}

/** The codes of each look, by depth: looks are few and live as long as their theme. */
const known = new WeakMap<Look, Map<Depth, string>>()

function codesOf(look: Look, depth: Depth): string {
  const byDepth = known.get(look) ?? new Map<Depth, string>()
  known.set(look, byDepth)
  const codes = byDepth.get(depth) ?? sgr(look, depth)
  byDepth.set(depth, codes)
  return codes
}

/** SGR parameters of a look. A terminal of few colours gets the weight and the line, and no colour. */
function sgr({ bold, inverse, underline, color }: Look, depth: Depth): string {
  return [
    ...(bold ? ['1'] : []),
    ...(underline ? ['4'] : []),
    ...(inverse ? ['7'] : []),
    ...(color === undefined || depth < 8 ? [] : [colour(color, depth)]),
  ].join(';')
}

function colour(hex: string, depth: Depth): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16))
  if (depth >= 24) return `38;2;${red};${green};${blue}`
  const [r = 0, g = 0, b = 0] = [red, green, blue].map(value => Math.round((value / 255) * 5))
  return `38;5;${16 + 36 * r + 6 * g + b}`
}
