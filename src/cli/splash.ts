import { hasTerminal, isColourless } from './environment.ts'
import type { Splash } from './splash-hold.ts'

// Runs before the game is read: a file of its own, which imports next to nothing. It says at once that something begins;
// the game's first screen is then drawn over it, its title at the same place.

/** The title at the top left of the map, with a box around each letter once it is drawn; and on a low terminal. */
const TALL = { at: '\x1b[3;5H', text: Array.from('BOXWRIGHT').join('   '), rows: 22 }
const LOW = { at: '\x1b[1;2H', text: 'Boxwright' }

const ENTER = '\x1b[?1049h\x1b[2J\x1b[?25l'
const LEAVE = '\x1b[?1049l\x1b[?25h'

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/** Puts the title on the screen and keeps it until the game takes over or ends. */
function show(): Splash {
  const { stdout, env } = process
  const { at, text } = stdout.rows >= TALL.rows ? TALL : LOW
  const stops = Object.entries(SIGNALS).map(([signal, code]) => ({ signal, stop: () => process.exit(code) }))
  const take = (): void => {
    process.off('exit', leave)
    for (const { signal, stop } of stops) process.off(signal, stop)
    globalThis.boxwrightSplash = undefined
  }
  const leave = (): void => {
    take()
    process.stdin.setRawMode(false)
    stdout.write(LEAVE)
  }
  process.on('exit', leave)
  for (const { signal, stop } of stops) process.once(signal, stop)
  // Keys that are typed meanwhile wait for the game, and do not show.
  process.stdin.setRawMode(true)
  // Only now: whoever sees the title may end it.
  stdout.write(ENTER + at + (isColourless(env) ? text : `\x1b[1m${text}\x1b[0m`))
  return { take, leave }
}

const { argv, stdin, stdout, env } = process
// Words on the command line may ask for something that is no screen, or may be wrong; and a reader is told in words.
const isFullScreen =
  argv.length === 2 && hasTerminal(stdin, stdout, env) && env['INK_SCREEN_READER'] === undefined
if (isFullScreen && stdout.columns >= 60 && stdout.rows >= 20) globalThis.boxwrightSplash = show()
