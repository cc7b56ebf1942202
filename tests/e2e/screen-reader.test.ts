import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openLevel } from '../../src/io/open-level.ts'
import { isFull } from '../support/full.ts'
import { openTerminal } from './terminal.ts'

const first = openLevel(fileURLToPath(new URL('../../levels/01-first-box/01-name-tag.yaml', import.meta.url)))
if (!first.ok) throw new Error(`the first level does not open: ${first.error.type}`)
const { proof } = first.value

const WAYS = [
  ['--screen-reader', { args: ['--screen-reader'] }],
  ['INK_SCREEN_READER', { env: { INK_SCREEN_READER: 'true' } }],
] as const

test.each(isFull ? WAYS : WAYS.slice(0, 1))(
  'with %s a terminal gets words alone, and the first level is won in them',
  async (_, way) => {
    const terminal = openTerminal({ ...way, columns: 100, rows: 50 })
    await terminal.until('Your choice:')
    for (const step of proof.solution) terminal.type(`${step}\n`)
    await terminal.until(`moves ${proof.par} (par ${proof.par})`)
    terminal.type('run\nskip\n')
    await terminal.until('You can also type: next')
    expect(terminal.raw()).toContain('three stars')
    terminal.type('quit\n')
    expect(await terminal.ended).toBe(0)
    // No escape codes: nothing is drawn, moved or coloured.
    expect(terminal.raw()).not.toContain('\x1b')
  },
)
