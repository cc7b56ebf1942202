import type { Settings as Stored } from '../play/progress.ts'
import { firstFrame } from '../tui/first-frame.ts'
import type { Settings } from '../tui/ports.ts'
import { THEMES } from '../tui/theme.ts'
import type { Context } from './context.ts'
import { isColourless } from './environment.ts'
import type { Ports } from './ports.ts'
import type { Start } from './start.ts'

/** Onto the alternate screen, empty, without a cursor; and back. See "XTerm Control Sequences". */
const ENTER = '\x1b[?1049h\x1b[2J\x1b[?25l'
const LEAVE = '\x1b[?1049l\x1b[?25h'

/** Around what a terminal should show in one go: synchronised output, private mode 2026. */
const AT_ONCE = '\x1b[?2026h'
const DONE = '\x1b[?2026l'

/**
 * Opens the full screen, and gives the terminal back however the game ends. The map is painted before the
 * drawing library is loaded, which takes longer than all the rest.
 */
export async function startScreen(ports: Ports, start: Start, context: Context): Promise<void> {
  const { stdin, stdout, env, err, t } = context
  const settings = settingsFor(start.progress.settings ?? {}, context)
  const shown = { ...start, settings }
  let restore = (): void => {
    stdin.setRawMode(false)
    stdout.write(LEAVE)
  }
  const leave = (code: number): void => {
    restore()
    process.exit(code)
  }
  const crash = (reason: unknown): void => {
    // On the alternate screen the message would be lost with it.
    restore()
    err(t('cli.internal', { reason: reason instanceof Error ? reason.message : String(reason) }))
    process.exit(1)
  }
  // 128 + the signal's number, as shells report it.
  process.once('SIGTERM', () => leave(143))
  process.once('SIGHUP', () => leave(129))
  process.once('uncaughtException', crash)
  process.once('unhandledRejection', crash)
  const depth = isColourless(env) ? 1 : stdout.getColorDepth()
  const frame = firstFrame(ports, shown, stdout, depth)
  if (frame !== null) {
    // Keys that are typed meanwhile wait unseen until the game reads them.
    stdin.setRawMode(true)
    stdout.write(`${ENTER}${AT_ONCE}${frame}${DONE}`)
  }
  const { mountTui } = await import('../tui/mount.tsx')
  const canvas = { depth, isPainted: frame !== null }
  const screen = mountTui(keepingChosen(ports, settings), shown, { stdin, stdout }, canvas)
  restore = () => screen.unmount()
  await screen.waitUntilExit()
}

/** What was chosen before, and over it what the command line and the terminal ask for this time. */
function settingsFor(stored: Stored, { lang, flags, env }: Context): Settings {
  const theme = THEMES.find(name => name === stored['theme']) ?? 'auto'
  return {
    lang,
    theme: isColourless(env) ? 'mono' : theme,
    motion: !flags.noMotion && stored['motion'] !== false,
    glyphs: flags.ascii || stored['glyphs'] === 'ascii' ? 'ascii' : 'unicode',
  }
}

/**
 * Ports that store only what the player changed in the game: `--ascii` or NO_COLOR hold for this time, and must not
 * become a setting because the language was switched.
 */
export function keepingChosen(ports: Ports, initial: Settings): Ports {
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
