import { expect, test } from 'vitest'
import { isFull } from '../support/full.ts'
import { chances } from '../../src/core/chance.ts'
import { freshHome, openTerminal, type Terminal } from './terminal.ts'

// biome-ignore format: grouped by kind.
/** What a keyboard sends: keys of ours, keys of nobody, Korean letters, and sequences that mean nothing. */
const KEYS = [
  '\x1b[A', '\x1b[B', '\x1b[C', '\x1b[D', '\x1b[A', '\x1b[B', '\x1b[C', '\x1b[D', '\r', '\r', '\t', ' ', ' ',
  'r', 'r', 'u', 'U', 'h', 'x', 'v', 'b', 'g', ',', '?', 'L', 'n', 'p', 'j', 'k', 'l', '0', '1', '2', '\x1b', 'q',
  '\x1b[Z', '\x1b[5~', '\x1b[6~', '\x1b[H', '\x1b[F', 'ㅂ', 'ㄱ', 'ㅗ', '한', '😀', '\x00', '\x01', '\x7f', '\x1b[99~',
  '\x1bOP', '\x1b[1;5C', '\x1b[<0;5;5M', '\x1b[<64;9;9M', '\x1b]0;x\x07', '~',
]

/** How much more memory the process may hold after all keys than after a tenth of them, in KiB. */
const BOUND = 96 * 1024

const seeds = isFull ? 20 : 1
/** The first row is long enough for what comes slowly; the others are many. */
const keysOf = (seed: number): number => (!isFull ? 200 : seed === 0 ? 5_000 : 1_250)
/** Keys between two looks at the screen. */
const BATCH = 50

/** What the shell behind the game says of its end, below which it tells the state of the terminal. */
const isOver = (terminal: Terminal): boolean => /ended \d+\r\n/.test(terminal.raw().slice(-4000))

/** Waits until the game answers to a change of size, which it does on every screen. False when it was left. */
async function answers(terminal: Terminal, columns: number, rows: number): Promise<boolean> {
  terminal.resize(50, 15)
  await terminal.until(lines => isOver(terminal) || lines.join(' ').includes('50×15'))
  if (isOver(terminal)) return false
  terminal.resize(columns, rows)
  await terminal.until(lines => isOver(terminal) || !lines.join(' ').includes('50×15'))
  return !isOver(terminal)
}

test.each(Array.from({ length: seeds }, (_, seed) => ({ seed })))(
  'keys at random (seed $seed) neither end the game badly, nor hang it, nor spill over its screen',
  async ({ seed }) => {
    const pick = chances(seed)
    const keys = keysOf(seed)
    const [columns, rows] = (
      [
        [60, 20],
        [80, 24],
        [120, 40],
      ] as const
    )[seed % 3] ?? [80, 24]
    const home = freshHome()
    const open = (): Terminal => openTerminal({ home, columns, rows, args: ['sandbox', '--no-motion'] })
    let terminal = open()
    await terminal.until('r run')
    const found: string[] = []
    let early = 0
    for (let pressed = 0; pressed < keys; pressed += BATCH) {
      terminal.type(Array.from({ length: BATCH }, () => KEYS[pick(KEYS.length)]).join(''))
      if (await answers(terminal, columns, rows)) {
        found.push(...terminal.spilled().map(line => `spilled: ${line}`))
        early ||= terminal.memory()
        if (terminal.memory() - early > BOUND) found.push(`${terminal.memory() - early} KiB more`)
        continue
      }
      expect(await terminal.ended).toBe(0)
      terminal = open()
      await terminal.until(lines => (lines.at(-1) ?? '') !== '')
      early = 0
    }
    expect(found).toEqual([])
  },
  600_000,
)
