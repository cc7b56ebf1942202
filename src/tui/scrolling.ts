import type { Drawn } from './action.ts'
import type { AppState } from './app-state.ts'
import type { Command } from './keymap.ts'

/** How many rows a command scrolls, or null when it does not scroll. */
function distance(command: Command, page: number): number | null {
  switch (command) {
    case 'up':
      return -1
    case 'down':
      return 1
    case 'pageUp':
      return -page
    case 'pageDown':
      return page
    case 'top':
      return -Infinity
    case 'bottom':
      return Infinity
    default:
      return null
  }
}

/** Scrolls the active pane, no further than it goes. Null when the command does not scroll. */
export function scroll(state: AppState, command: Command, drawn: Drawn): AppState | null {
  const by = distance(command, Math.max(1, drawn.page - 1))
  if (by === null) return null
  const limit = drawn.limits[drawn.active] ?? 0
  const from = Math.min(state.scroll[drawn.active] ?? 0, limit)
  const to = Math.max(0, Math.min(limit, from + by))
  return { ...state, scroll: { ...state.scroll, [drawn.active]: to } }
}
