import type { Context } from './context.ts'

/** Onto the alternate screen, empty, without a cursor; and back. See "XTerm Control Sequences". */
export const ENTER = '\x1b[?1049h\x1b[2J\x1b[H\x1b[?25l'
const LEAVE = '\x1b[?1049l\x1b[?25h'

/** What is drawn on the terminal: it gives the terminal back by itself when it ends, or when it is told to. */
type Screen = { unmount(): void; waitUntilExit(): Promise<unknown> }

/**
 * Puts a screen on the terminal and waits for its end. However that comes, by a key, a signal, a crash or a screen that
 * cannot be read, the terminal is given back before anything else.
 */
export async function holdTerminal(context: Context, mount: () => Promise<Screen>): Promise<void> {
  const guard = guardTerminal(context)
  try {
    const screen = await mount()
    guard.restoreBy(() => screen.unmount())
    await screen.waitUntilExit()
  } catch (error) {
    guard.restore()
    throw error
  }
}

/** Gives the terminal back; `restoreBy` says how, once something is drawn. */
type Guard = { restore(): void; restoreBy(how: () => void): void }

/** Watches over the terminal until the process ends: signals and crashes restore it. */
function guardTerminal({ stdin, stdout, err, t }: Context): Guard {
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
  return {
    restore: () => restore(),
    restoreBy: how => {
      restore = how
    },
  }
}
