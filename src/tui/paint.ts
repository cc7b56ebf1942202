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
function sgr({ bold, inverse, underline, color, index }: Look, depth: Depth): string {
  const isHeavy = bold || (color !== undefined && index === undefined && depth >= 8 && depth < 24)
  return [
    ...(isHeavy ? ['1'] : []),
    ...(underline ? ['4'] : []),
    ...(inverse ? ['7'] : []),
    ...(color === undefined || depth < 24 ? [] : [ofAll(color)]),
    ...(index === undefined || depth < 8 || depth >= 24 ? [] : [`38;5;${index}`]),
  ].join(';')
}

const ofAll = (hex: string): string =>
  `38;2;${[1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16)).join(';')}`
