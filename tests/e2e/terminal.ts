import { mkdtempSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pty from '@lydell/node-pty'
import { Unicode11Addon } from '@xterm/addon-unicode11'
import xterm from '@xterm/headless'
import { onTestFinished } from 'vitest'
import { errorCode } from '../../src/io/file-problem.ts'

/** The command as npm installs it. */
export const launcher = fileURLToPath(new URL('../../src/build/launcher.js', import.meta.url))

/** How a program is put on a terminal. */
export type Opening = {
  readonly columns?: number
  readonly rows?: number
  /** Arguments of the game. */
  readonly args?: readonly string[]
  /** Another program than the game. */
  readonly program?: readonly string[]
  /** The player's home; a fresh one where it is left out. */
  readonly home?: string
  readonly env?: { readonly [name: string]: string }
}

/** What a test waits for: a text on the screen, a pattern over its lines, or any condition of them. */
export type Sight = string | RegExp | ((lines: readonly string[]) => boolean)

/** How long a sight may take to come, in ms. Generous: the machine may be busy, and nobody waits for it in vain. */
const PATIENCE = 30_000

/**
 * Runs behind the program: tells how it ended and what state the terminal was left in, and keeps the pty open for a
 * moment, because on Linux a pty can lose the last output of a child that exits.
 */
const BEHIND =
  'sh -c \'echo $$ >"$PID_FILE"; exec "$@"\' sh "$@"; s=$?; echo "ended $s"; stty -a; sleep 0.1; exit $s'

/** An empty home for a player, gone when the test has finished. */
export function freshHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'boxwright-home-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return home
}

const sees = (is: Sight, lines: readonly string[]): boolean =>
  typeof is === 'function'
    ? is(lines)
    : typeof is === 'string'
      ? lines.some(line => line.includes(is))
      : is.test(lines.join('\n'))

/** Whether a process is there; signal 0 only asks. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Private modes that were set last, but for the cursor (25), which is on where nobody turned it off. */
function modesOn(raw: string): readonly string[] {
  const on = new Set<string>()
  // oxlint-disable-next-line no-control-regex -- escape codes are what is looked for
  for (const [, mode = '', set] of raw.matchAll(/\x1b\[\?(\d+)([hl])/g)) {
    if (set === 'h') on.add(mode)
    else on.delete(mode)
  }
  return [...on].filter(mode => mode !== '25')
}

/**
 * Whether an update of the screen has begun and not ended (synchronised output, private mode 2026): a terminal shows
 * nothing of it yet, but its bytes may reach us in several reads.
 */
const isMidUpdate = (raw: string): boolean => raw.lastIndexOf('\x1b[?2026h') > raw.lastIndexOf('\x1b[?2026l')

/** The grid that a player would see, fed with what the program writes. */
function grid(columns: number, rows: number) {
  const term = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 0 })
  term.loadAddon(new Unicode11Addon())
  term.unicode.activeVersion = '11'
  const lines = (): readonly string[] =>
    Array.from(
      { length: term.rows },
      (_, y) => term.buffer.active.getLine(term.buffer.active.viewportY + y)?.translateToString(true) ?? '',
    )
  return { term, lines }
}

/**
 * Writes more than the terminal's queue holds, as a paste does. The library's own write would wait for the game to read,
 * and the game waits for us to read what it writes.
 */
async function feed(fd: number, bytes: Buffer): Promise<void> {
  let sent = 0
  while (sent < bytes.length) {
    try {
      sent += writeSync(fd, bytes, sent, Math.min(4096, bytes.length - sent))
    } catch (error) {
      if (errorCode(error) !== 'EAGAIN') throw error
    }
    await new Promise(resolve => setImmediate(resolve))
  }
}

/** A real pseudo-terminal with the game on it. Killed when the test has finished. */
export type Terminal = ReturnType<typeof openTerminal>

/** Starts the game, or another program, on a terminal of its own. */
export function openTerminal({ columns = 80, rows = 24, args = [], program, home, env = {} }: Opening = {}) {
  const house = home ?? freshHome()
  const pidFile = join(freshHome(), 'pid')
  const { term, lines } = grid(columns, rows)
  const command = program ?? [process.execPath, launcher, ...args]
  const child = pty.spawn('sh', ['-c', BEHIND, 'sh', ...command], {
    cols: columns,
    rows,
    name: 'xterm-256color',
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: house,
      XDG_DATA_HOME: join(house, 'data'),
      COLORTERM: 'truecolor',
      LANG: 'C.UTF-8',
      PID_FILE: pidFile,
      ...env,
    },
  })
  let raw = ''
  let code: number | null = null
  child.onData(text => {
    raw += text
    term.write(text)
  })
  // A terminal answers what programs ask it.
  term.onData(text => child.write(text))
  const ended = new Promise<number>(resolve =>
    child.onExit(({ exitCode }) => {
      code = exitCode
      resolve(exitCode)
    }),
  )
  onTestFinished(() => {
    if (code === null) child.kill('SIGKILL')
  })

  /**
   * Waits until the screen says so, between updates; fails with the screen when it does not in time, or when the program
   * ended first.
   */
  async function until(is: Sight): Promise<readonly string[]> {
    const end = performance.now() + PATIENCE
    for (;;) {
      const isOver = code !== null
      await new Promise<void>(resolve => term.write('', resolve))
      if ((isOver || !isMidUpdate(raw)) && sees(is, lines())) return lines()
      const why = isOver ? `ended with ${code}` : performance.now() > end ? 'too late' : null
      if (why) throw new Error(`never saw ${String(is)} (${why})\n${lines().join('\n')}`)
      await new Promise(resolve => setTimeout(resolve, 5))
    }
  }

  const pid = (): number => Number(readFileSync(pidFile, 'utf8'))

  return {
    until,
    ended,
    lines,
    /** Everything that was written, escape codes included. */
    raw: () => raw,
    type: (text: string) => child.write(text),
    feed: (bytes: Buffer) => feed('fd' in child ? Number(child.fd) : -1, bytes),
    resize: (width: number, height: number) => {
      term.resize(width, height)
      child.resize(width, height)
    },
    /** Sends a signal to the game alone. */
    signal: (name: NodeJS.Signals) => process.kill(pid(), name),
    /** Takes the terminal away, as closing its window does. */
    close: () => {
      // Not in the library's types, which are those of Windows as well.
      if ('destroy' in child && typeof child.destroy === 'function') Reflect.apply(child.destroy, child, [])
    },
    /** Waits until the game's process is gone. */
    gone: async () => {
      const end = performance.now() + PATIENCE
      while (isAlive(pid())) {
        if (performance.now() > end) throw new Error(`the game still runs as ${pid()}`)
        await new Promise(resolve => setTimeout(resolve, 5))
      }
    },
    /** The player's home, for another game in it. */
    home: house,
    /** Rows that go on in the next one: something was written that was wider than the screen. */
    spilled: (): readonly string[] =>
      lines().filter((_, y) => term.buffer.active.getLine(term.buffer.active.viewportY + y)?.isWrapped),
    /** What the game holds of the machine's memory, in KiB; see proc_pid_status(5). */
    memory: () => Number(/^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid()}/status`, 'utf8'))?.[1]),
    /** Private modes (DECSET) that are on and were not before the game: those that only the game can turn off. */
    modesOn: () => modesOn(raw),
    isAlternate: () => term.buffer.active.type === 'alternate',
    isCursorShown: () => raw.lastIndexOf('\x1b[?25h') >= raw.lastIndexOf('\x1b[?25l'),
  }
}
