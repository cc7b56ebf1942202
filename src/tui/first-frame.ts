import { GLYPHS } from './glyphs.ts'
import { isTooSmall, type Size } from './layout.ts'
import { type Depth, paint } from './paint.ts'
import type { Ports, Start } from './ports.ts'
import { initial } from './reducer.ts'
import { screen } from './screen.ts'
import { screenRows } from './screen-rows.ts'
import { theme } from './theme.ts'

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
  const lines = screenRows(view, size, GLYPHS[glyphs]).map(row => paint(row, looks, depth))
  // Ends where the library begins.
  return `\x1b[H${lines.join('\r\n')}\x1b[H`
}
