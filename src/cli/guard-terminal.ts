import type { Context } from './context.ts'

/** Onto the alternate screen, empty, without a cursor; and back. See "XTerm Control Sequences". */
export const ENTER = '\x1b[?1049h\x1b[2J\x1b[H\x1b[?25l'
const LEAVE = '\x1b[?1049l\x1b[?25h'

/** Gives the terminal back when the process ends from outside; `restoreBy` says how, once something is drawn. */
export type Guard = { restoreBy(restore: () => void): void }

/** Watches over the terminal until the process ends: signals and crashes give it back before anything else. */
export function guardTerminal({ stdin, stdout, err, t }: Context): Guard {
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
    restoreBy: how => {
      restore = how
    },
  }
}
