import { setTimeout as sleep } from 'node:timers/promises'
import { launcher, session } from './session.ts'
import { type Line, median, quantile } from './stats.ts'

const TOGGLES = 200
/** Presses before the measured ones: the first few are compiled while they run. */
const WARMING = 20
/** A person's fast typing, and longer than Ink holds a frame back. */
const BETWEEN = 40
/** How long an idle game is watched, in ms. */
const IDLE = 3000

/** The container screen at 120×40: key press to last byte of the frame, bytes of a toggle, and what it does when idle. */
export async function keysBench(): Promise<readonly Line[]> {
  const game = session(launcher, 'sandbox', 'container')
  await game.shows('run')
  const presses = []
  for (let n = 0; n < WARMING + TOGGLES; n += 1) {
    await sleep(BETWEEN)
    // Down the controls and back up, each turned on and off again.
    presses.push(
      await game.press(['\x1b[C', '\x1b[D', (n >> 2) % 40 < 20 ? '\x1b[B' : '\x1b[A'][n % 3] ?? ''),
    )
  }
  const measured = presses.slice(WARMING).filter(press => press !== null)
  const times = measured.map(({ ms }) => ms)
  await sleep(500)
  const ticks = game.ticks()
  const wakes = game.status('voluntary_ctxt_switches')
  await sleep(IDLE)
  const lines = [
    { what: 'key to last byte, p50', value: quantile(times, 0.5), unit: 'ms', target: 10 },
    { what: 'key to last byte, p99', value: quantile(times, 0.99), unit: 'ms', target: 25 },
    { what: 'bytes of a key press, median', value: median(measured.map(({ bytes }) => bytes)), unit: 'B' },
    {
      what: 'bytes of a key press, most',
      value: Math.max(...measured.map(({ bytes }) => bytes)),
      unit: 'B',
      target: 1500,
    },
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
  return lines
}
