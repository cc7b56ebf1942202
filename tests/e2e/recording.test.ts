import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import xterm from '@xterm/headless'
import { expect, test } from 'vitest'
import { isFull } from '../support/full.ts'
import { freshHome, openTerminal } from './terminal.ts'

type Event = readonly [at: number, type: string, data: string]

function isEvent(value: unknown): value is Event {
  if (!Array.isArray(value)) return false
  const [at, type, data]: readonly unknown[] = value
  return typeof at === 'number' && (type === 'o' || type === 'r') && typeof data === 'string'
}

/** A recording, parsed: every line has to be JSON of the kind that it should be. */
function parsed(file: string): { readonly header: unknown; readonly events: readonly Event[] } {
  const [header, ...events] = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  expect(events.filter(event => !isEvent(event))).toEqual([])
  return { header, events: events.filter(isEvent) }
}

/** The screen that a player of recordings shows at their end. */
async function lastScreen(
  events: readonly Event[],
  columns: number,
  rows: number,
): Promise<readonly string[]> {
  const term = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 0 })
  for (const [, type, data] of events) {
    const [width = columns, height = rows] = type === 'r' ? data.split('x').map(Number) : []
    if (type === 'r') term.resize(width, height)
    else await new Promise<void>(resolve => term.write(data, resolve))
  }
  const { active } = term.buffer
  return Array.from({ length: term.rows }, (_, y) => active.getLine(y)?.translateToString(true) ?? '')
}

test('a recording plays back to the same screen, through a change of size and after a kill', async () => {
  const file = join(freshHome(), 'game.cast')
  const terminal = openTerminal({ args: ['sandbox', '--no-motion', '--record', file] })
  await terminal.until('r run')
  terminal.type('\x1b[B')
  terminal.resize(100, 30)
  await terminal.until(lines => lines.length === 30 && (lines.at(-1) ?? '').includes('r run'))
  terminal.type('g')
  // The last row is written last.
  const shown = await terminal.until(lines => /^ ↑↓ move {2}L 한국어 {2}q back *$/.test(lines.at(-1) ?? ''))
  terminal.signal('SIGKILL')
  await terminal.gone()
  const { header, events } = parsed(file)
  expect(header).toMatchObject({ version: 2, width: 80, height: 24, env: { TERM: 'xterm-256color' } })
  expect(header).toHaveProperty('timestamp', expect.closeTo(Date.now() / 1000, -3))
  expect(events.map(([at]) => at)).toEqual(events.map(([at]) => at).toSorted((a, b) => a - b))
  expect(events).toContainEqual([expect.any(Number), 'r', '100x30'])
  expect(await lastScreen(events, 80, 24)).toEqual(shown)
})

test.runIf(isFull)('a file that is there already is not written over', async () => {
  const file = join(freshHome(), 'game.cast')
  const first = openTerminal({ args: ['list', '--record', file] })
  expect(await first.ended).toBe(0)
  const before = readFileSync(file, 'utf8')
  const second = openTerminal({ args: ['list', '--record', file] })
  expect(await second.ended).toBe(1)
  await second.until('Nothing can be recorded there')
  expect(readFileSync(file, 'utf8')).toBe(before)
})
