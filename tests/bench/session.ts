import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import pty from '@lydell/node-pty'

/** The command as npm installs it. */
export const launcher = fileURLToPath(new URL('../../src/build/launcher.js', import.meta.url))

/** A home in which one level is solved, so that the game opens its map. */
export const home = mkdtempSync(join(tmpdir(), 'boxwright-bench-'))
mkdirSync(join(home, 'boxwright'))
writeFileSync(
  join(home, 'boxwright/progress.json'),
  JSON.stringify({
    version: 1,
    levels: { 'first-box/name-tag': { stars: 3, points: 1000, playHash: '', moves: [] } },
  }),
)

/** NODE_EXTRA_CA_CERTS costs every Node start some 40 ms, so it is not passed on. */
const env = {
  PATH: process.env['PATH'] ?? '',
  HOME: home,
  XDG_DATA_HOME: home,
  COLORTERM: 'truecolor',
  LANG: 'C.UTF-8',
}

/** The terminal's mark for the end of a frame that is drawn at once. */
const FRAME_END = '\x1b[?2026l'

/** A key that has led to nothing for so long leads to nothing, in ms. */
const LONGEST = 1000

/** A Node program on a terminal of 120×40, with the time at which its output came. */
export function session(...args: readonly string[]) {
  const started = performance.now()
  const child = pty.spawn(process.execPath, [...args], { cols: 120, rows: 40, name: 'xterm-256color', env })
  let raw = ''
  let paint: number | null = null
  let at = started
  let wake = (): void => {}
  let ended = false
  child.onData(text => {
    at = performance.now()
    raw += text
    if (paint === null && stripVTControlCharacters(raw).trim() !== '') paint = at - started
    wake()
  })
  child.onExit(() => {
    at = performance.now()
    ended = true
    wake()
  })

  /** Waits for output after which a condition holds; gives the time of that output, in ms since the start. */
  async function when(holds: () => boolean): Promise<number> {
    while (!holds()) {
      if (ended) throw new Error(`ended early:\n${stripVTControlCharacters(raw)}`)
      await new Promise<void>(resolve => {
        wake = resolve
      })
    }
    return at - started
  }

  return {
    /** The time of the end of a frame that shows a text, in ms since the start. */
    shows: (text: string) =>
      when(() => raw.endsWith(FRAME_END) && stripVTControlCharacters(raw).includes(text)),
    /** The time of the output with which a text is there, in ms since the start; for programs that draw otherwise. */
    says: (text: string) => when(() => stripVTControlCharacters(raw).includes(text)),
    /** All that came so far. */
    output: () => raw,
    /** The time of the process's end, in ms since the start. */
    ends: () => when(() => ended),
    /** The time of the first visible character, in ms since the start. */
    paint: () => paint ?? Number.NaN,
    type: (text: string) => child.write(text),
    /**
     * Presses a key; gives the time until the last byte of the frame it leads to, in ms, and that frame's bytes. `null`
     * for a key that changes nothing.
     */
    press: async (key: string): Promise<{ readonly ms: number; readonly bytes: number } | null> => {
      const before = raw.length
      const pressed = performance.now()
      const isOver = (): boolean => performance.now() - pressed > LONGEST
      const timer = setTimeout(() => wake(), LONGEST + 1)
      child.write(key)
      await when(() => (raw.length > before && raw.endsWith(FRAME_END)) || isOver())
      clearTimeout(timer)
      return raw.length > before ? { ms: at - pressed, bytes: Buffer.byteLength(raw.slice(before)) } : null
    },
    /** A field of /proc/<pid>/status, as a number; memory is in KiB. */
    status: (field: string) =>
      Number(
        new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1],
      ),
    /** Processor time so far, in clock ticks of 10 ms; see proc(5). */
    ticks: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      return Number(fields[11]) + Number(fields[12])
    },
    close: () => child.kill('SIGKILL'),
  }
}
