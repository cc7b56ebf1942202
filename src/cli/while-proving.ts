import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Context } from './context.ts'

/** Milliseconds of work between two looks at the keys. */
const SLICE = 40

/** Milliseconds after which it is told that a proof is being made. */
const PATIENCE = 300

/** Milliseconds between two drawings of the line. */
const REDRAW = 100

/** Keys that end it: Ctrl-C, q, and q on a Korean keyboard. */
const ENDS = ['\u0003', 'q', 'Q', 'ㅂ'] as const

/**
 * Runs what may have to prove a level first, in slices. Where that takes long, a line on the terminal says how far it is,
 * keys do not show, and q or Ctrl-C ends the game.
 */
export async function whileProving<T>(
  slices: Generator<number, T>,
  path: string,
  context: Context,
): Promise<T> {
  const began = performance.now()
  let line: Line | null = null
  for (;;) {
    const until = performance.now() + SLICE
    let turn = slices.next()
    while (!turn.done && performance.now() < until) turn = slices.next()
    if (turn.done) {
      line?.clear()
      return turn.value
    }
    if (performance.now() - began > PATIENCE) line ??= provingLine(path, context)
    line?.draw(turn.value)
    await setImmediate()
  }
}

/** A line that says how far a proof is, while it holds the keys. */
type Line = { draw(states: number): void; clear(): void }

function provingLine(path: string, { stdin, stdout, flags, t }: Context): Line {
  if (!stdin.isTTY || !stdout.isTTY || flags.json) return { draw: () => {}, clear: () => {} }
  // Short, so that it stays one line on the narrowest terminal.
  const file = basename(path).slice(0, 16)
  let drawn = 0
  const clear = (): void => {
    stdin.off('data', pressed)
    stdin.setRawMode(false)
    stdin.pause()
    stdout.write('\r\u001b[K')
  }
  const pressed = (keys: Buffer): void => {
    const typed = keys.toString('utf8')
    if (!ENDS.some(key => typed.includes(key))) return
    clear()
    // As SIGINT ends a program: 128 and its number.
    process.exit(130)
  }
  stdin.setRawMode(true)
  stdin.on('data', pressed)
  return {
    clear,
    draw: states => {
      const now = performance.now()
      if (now - drawn < REDRAW) return
      drawn = now
      stdout.write(`\r\u001b[K${t('cli.proving', { file, n: states })}`)
    },
  }
}
