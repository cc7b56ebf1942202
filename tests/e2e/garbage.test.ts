import { expect, test } from 'vitest'
import { isFull } from '../support/full.ts'
import { chances } from '../../src/core/chance.ts'
import { openTerminal } from './terminal.ts'

const MEGABYTE = 2 ** 20

/** Keys that end the game, stop it or lead out of it, as they should: Ctrl-C, Ctrl-Z, Esc and q. */
const WAYS_OUT: readonly number[] = [0x03, 0x1a, 0x1b, 0x71]

/** Bytes that are no text, the same each time. */
function noise(): Buffer {
  const pick = chances(1)
  const bytes = Array.from({ length: MEGABYTE / 4 }, () => pick(256))
  return Buffer.from(bytes.map(byte => (WAYS_OUT.includes(byte) ? 0xff : byte)))
}

const repeated = (piece: string): string => piece.repeat(Math.ceil(MEGABYTE / piece.length))

test.runIf(isFull).each<readonly [string, string | Buffer]>([
  ['a text of a megabyte', repeated('the lazy brown fox jumps; ')],
  ['a megabyte of lines', repeated('up\r\n')],
  ['bytes that are no UTF-8', noise()],
  ['sequences that no terminal sends', repeated('\x1b[?1;2;3$y\x1b[I\x1bP1+r\x1b\\\x1b[12;40R\x1b[<35;1;1M')],
  ['a sequence that does not end', `\x1b[${'1;'.repeat(50_000)}`],
])('after %s the game still answers', async (_, input) => {
  const terminal = openTerminal({ args: ['sandbox', '--no-motion'] })
  await terminal.until('r run')
  await terminal.feed(Buffer.from(input))
  // Whatever the input led to, every screen tells when it becomes too small.
  terminal.resize(50, 15)
  await terminal.until('50×15')
  terminal.resize(80, 24)
  await terminal.until(lines => !lines.join(' ').includes('50×15'))
  expect(terminal.spilled()).toEqual([])
  terminal.type('\x03')
  expect(await terminal.ended).toBe(0)
})

test('a pasted megabyte presses no keys', async () => {
  const terminal = openTerminal({ args: ['sandbox', '--no-motion'] })
  const before = await terminal.until('r run')
  await terminal.feed(Buffer.from(`\x1b[200~${repeated('ㅁ나이q\r')}\x1b[201~`))
  // The next key comes after the paste, and finds the game where it was.
  terminal.type('?')
  await terminal.until('How a level goes')
  terminal.type('q')
  expect(await terminal.until('r run')).toEqual(before)
})
