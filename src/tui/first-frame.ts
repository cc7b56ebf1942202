import { GLYPHS } from './glyphs.ts'
import { isTooSmall, type Size } from './layout.ts'
import type { Ports, Start } from './ports.ts'
import { initial } from './reducer.ts'
import type { Row } from './rows.ts'
import { screen } from './screen.ts'
import { type Look, type Theme, theme } from './theme.ts'
import { frameRows } from './widgets/frame-rows.ts'

/** How many colours a terminal has, in bits, as Node's `getColorDepth` tells: 1 for none, 8 for 256, 24 for all. */
export type Depth = number

/**
 * The map as text for the terminal, to be written before the drawing library is loaded: what the library draws first is
 * the same, cell for cell. `null` where the game begins with something else.
 */
export function firstFrame(ports: Ports, start: Start, size: Size, depth: Depth): string | null {
  if (start.entrance.type !== 'map' || isTooSmall(size)) return null
  const view = screen(initial(ports.campaign, ports.sandboxes, start), size)
  if (view.menu) return null
  const { glyphs, theme: name } = start.settings
  const looks = theme(name)
  const put = (x: number, y: number, row: Row): string =>
    `\x1b[${y + 1};${x + 1}H${painted(row, looks, depth)}`
  const below = [...view.message, view.footer]
  return [
    put(0, 0, view.header),
    ...view.panes.flatMap(pane =>
      frameRows(pane, GLYPHS[glyphs], n => `${n}`).map((row, i) => put(pane.rect.x, pane.rect.y + i, row)),
    ),
    ...below.map((row, i) => put(0, size.rows - below.length + i, row)),
    // Where the library begins.
    '\x1b[H',
  ].join('')
}

function painted(row: Row, looks: Theme, depth: Depth): string {
  return row
    .map(({ text, style }) => {
      const codes = depth > 1 ? codesOf(looks[style], depth) : []
      return codes.length > 0 ? `\x1b[${codes.join(';')}m${text}\x1b[0m` : text
    })
    .join('')
}

/** SGR parameters of a look; see console_codes(4). With few colours the text comes first and the colour later. */
function codesOf({ bold, inverse, underline, color }: Look, depth: Depth): readonly string[] {
  return [
    ...(bold ? ['1'] : []),
    ...(underline ? ['4'] : []),
    ...(inverse ? ['7'] : []),
    ...(color === undefined || depth < 8 ? [] : [colour(color, depth)]),
  ]
}

function colour(hex: string, depth: Depth): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16))
  if (depth >= 24) return `38;2;${red};${green};${blue}`
  const [r = 0, g = 0, b = 0] = [red, green, blue].map(value => Math.round((value / 255) * 5))
  return `38;5;${16 + 36 * r + 6 * g + b}`
}
