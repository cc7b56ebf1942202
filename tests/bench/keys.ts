import { setTimeout as sleep } from 'node:timers/promises'
import { cellDiff } from './cell-diff.ts'
import { launcher, session } from './session.ts'
import { type Line, median, quantile } from './stats.ts'

const UP = '\x1b[A'
const DOWN = '\x1b[B'
const RIGHT = '\x1b[C'
const LEFT = '\x1b[D'

/** Measured presses; the same number of them again comes before, because the first are compiled while they run. */
const PRESSES = 240
/** A person's fast typing, and longer than Ink holds a frame back. */
const BETWEEN = 40
/** How long an idle game is watched, in ms. */
const IDLE = 3000

/** The container screen at 120×40: key press to last byte of the frame, bytes of a toggle, and what it does when idle. */
export async function keysBench(): Promise<readonly Line[]> {
  const game = session(launcher, 'sandbox', 'container')
  await game.shows('run')
  await presses(game, PRESSES)
  const before = game.ticks()
  const moves = await presses(game, PRESSES)
  const spent = (game.ticks() - before) * 10
  const times = moves.map(({ ms }) => ms)
  const toggles = moves.filter(({ key }) => key !== DOWN && key !== UP).map(({ bytes }) => bytes)
  await sleep(500)
  const ticks = game.ticks()
  const wakes = game.status('voluntary_ctxt_switches')
  await sleep(IDLE)
  const lines = [
    { what: 'key to last byte, p50', value: quantile(times, 0.5), unit: 'ms', target: 10 },
    { what: 'key to last byte, p99', value: quantile(times, 0.99), unit: 'ms', target: 25 },
    { what: 'processor time of a key press, mean', value: spent / moves.length, unit: 'ms' },
    { what: 'bytes of a key press, median', value: median(moves.map(({ bytes }) => bytes)), unit: 'B' },
    {
      what: 'bytes of a key press / minimal cell diff, median',
      value: median(moves.map(({ bytes, least }) => bytes / least)),
      unit: '×',
      target: 2,
    },
    { what: 'bytes of a toggle, median', value: median(toggles), unit: 'B', target: 1500 },
    { what: 'bytes of a toggle, most', value: Math.max(...toggles), unit: 'B' },
    {
      what: `processor time in ${IDLE / 1000} s of rest`,
      value: (game.ticks() - ticks) * 10,
      unit: 'ms',
      target: 0,
    },
    {
      what: `wake-ups in ${IDLE / 1000} s of rest`,
      value: game.status('voluntary_ctxt_switches') - wakes,
      unit: '',
      target: 0,
    },
    { what: 'resident memory after these keys', value: game.status('VmRSS') / 1024, unit: 'MB' },
  ]
  game.close()
  return [...lines, ...(await runKeys())]
}

/** How often the animation of a run is ended by a key. */
const RUNS = 40
/** Into the animation, in ms: its pictures are moving. */
const INTO = 150

/** A key pressed while a run plays: time to the last byte of the frame it leads to. */
async function runKeys(): Promise<readonly Line[]> {
  const game = session(launcher, 'first-box/name-tag')
  const grid = cellDiff(120, 40)
  let seen = 0
  const footer = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const output = game.output()
      const lines = await grid.lines(output.slice(seen))
      seen = output.length
      const found = pattern.exec(lines.at(-1) ?? '')
      if (found) return found[0]
      await sleep(10)
    }
  }
  await footer(/Enter Build/)
  game.type('\r')
  const times: number[] = []
  for (let n = 0; n < RUNS; n += 1) {
    await footer(/r run/)
    game.type('r')
    // Questions are asked before the first run only.
    while ((await footer(/Enter OK|skip/)) === 'Enter OK') {
      game.type('\r')
      await sleep(BETWEEN)
    }
    await sleep(INTO)
    const press = await game.press('z')
    if (press) times.push(press.ms)
    // The score card shows itself bit by bit.
    await footer(/Enter Build/)
    game.type('q')
  }
  game.close()
  return [
    { what: 'key to last byte while a run plays, p50', value: quantile(times, 0.5), unit: 'ms', target: 8 },
    { what: 'key to last byte while a run plays, p99', value: quantile(times, 0.99), unit: 'ms', target: 20 },
  ]
}

/** `least` are the bytes of a minimal cell diff that leads to the same screen. */
type Press = { readonly key: string; readonly ms: number; readonly bytes: number; readonly least: number }

/** Walks down the controls and up again, each set and set back. Keys that change nothing are left out. */
async function presses(game: ReturnType<typeof session>, count: number): Promise<readonly Press[]> {
  const made: Press[] = []
  const grid = cellDiff(120, 40)
  let seen = game.output().length
  await grid.after(game.output())
  for (let n = 0; n < count; n += 1) {
    await sleep(BETWEEN)
    const key = [RIGHT, LEFT, n < count / 2 ? DOWN : UP][n % 3] ?? RIGHT
    const press = await game.press(key)
    const least = await grid.after(game.output().slice(seen))
    seen = game.output().length
    if (press) made.push({ key, ...press, least })
  }
  return made
}
