import type { Settings as Stored } from '../play/progress.ts'
import { firstFrame } from '../tui/first-frame.ts'
import type { Settings } from '../tui/ports.ts'
import { THEMES } from '../tui/theme.ts'
import type { Context } from './context.ts'
import { isColourless, isStill } from './environment.ts'
import { ENTER, holdTerminal } from './guard-terminal.ts'
import type { Ports } from './ports.ts'
import { splash } from './splash-hold.ts'
import type { Start } from './start.ts'

/** Around what a terminal should show in one go: synchronised output, private mode 2026. */
const AT_ONCE = '\x1b[?2026h'
const DONE = '\x1b[?2026l'

/** Takes away what stands on the screen: the splash's title. */
const CLEAR = '\x1b[2J\x1b[H'

/**
 * Opens the full screen, and gives the terminal back however the game ends. The map is painted before the
 * drawing library is loaded, which takes longer than all the rest.
 */
export async function startScreen(ports: Ports, start: Start, context: Context): Promise<void> {
  const { stdin, stdout, env } = context
  const settings = settingsFor(start.progress.settings ?? {}, context)
  const shown = { ...start, settings }
  await holdTerminal(context, async () => {
    const title = splash()
    title?.take()
    const depth = isColourless(env) ? 1 : stdout.getColorDepth()
    const frame = firstFrame(ports, shown, stdout, depth)
    // Keys that are typed meanwhile wait unseen until the game reads them.
    stdin.setRawMode(true)
    if (!title) stdout.write(ENTER)
    if (frame !== null) stdout.write(`${AT_ONCE}${CLEAR}${frame}${DONE}`)
    const { mountTui } = await import('../tui/mount.tsx')
    if (title && frame === null) stdout.write(CLEAR)
    return mountTui(keepingChosen(ports, settings), shown, { stdin, stdout }, depth)
  })
}

/** What was chosen before, and over it what the command line and the terminal ask for this time. */
export function settingsFor(
  stored: Stored,
  { lang, flags, env }: Pick<Context, 'lang' | 'flags' | 'env'>,
): Settings {
  const theme = THEMES.find(name => name === stored['theme']) ?? 'auto'
  return {
    lang,
    theme: isColourless(env) ? 'mono' : theme,
    motion: !flags.noMotion && !isStill(env) && stored['motion'] !== false,
    glyphs: flags.ascii || stored['glyphs'] === 'ascii' ? 'ascii' : 'unicode',
    mouse: !flags.noMouse && stored['mouse'] !== false,
  }
}

/**
 * Ports that store only what the player changed in the game: `--ascii` or NO_COLOR hold for this time, and must not
 * become a setting because the language was switched.
 */
export function keepingChosen<P extends Pick<Ports, 'saveSettings'>>(ports: P, initial: Settings): P {
  const first: Stored = initial
  const chosen = new Set<string>()
  return {
    ...ports,
    saveSettings: async settings => {
      const entries = Object.entries(settings)
      for (const [name, value] of entries) if (value !== first[name]) chosen.add(name)
      return ports.saveSettings(Object.fromEntries(entries.filter(([name]) => chosen.has(name))))
    },
  }
}
