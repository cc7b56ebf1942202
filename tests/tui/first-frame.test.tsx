import xterm from '@xterm/headless'
import { afterEach, expect, test, vi } from 'vitest'
import { App } from '../../src/tui/App.tsx'
import { firstFrame } from '../../src/tui/first-frame.ts'
import type { Start } from '../../src/tui/ports.ts'
import { mountOnGrid } from '../support/grid.ts'
import { calm, fakePorts, HOG } from './fakes.ts'

// Ink's colours ask once, when they load, whether this is a terminal.
vi.hoisted(() => {
  process.env['FORCE_COLOR'] = '3'
})

let unmount = (): void => {}
afterEach(() => unmount())

/** The lines of a terminal that a text was written to. */
async function written(text: string, columns: number, rows: number): Promise<readonly string[]> {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 0 })
  await new Promise<void>(resolve => terminal.write(text, resolve))
  return Array.from(
    { length: rows },
    (_, y) => terminal.buffer.active.getLine(y)?.translateToString(true) ?? '',
  )
}

const noticed = (start: Start): Start => ({ ...start, notice: { en: 'Set aside.', ko: '치워 두었습니다.' } })

test.each([
  [120, 40, calm()],
  [80, 24, calm({ lang: 'ko' })],
  [60, 20, noticed(calm({ lang: 'ko', glyphs: 'ascii' }))],
  [200, 60, noticed(calm({ theme: 'auto' }))],
] as const)('at %i×%i what is painted first is what is drawn afterwards', async (columns, rows, start) => {
  const ports = fakePorts()
  const painted = await written(firstFrame(ports, start, { columns, rows }, 24) ?? '', columns, rows)
  const grid = mountOnGrid(<App ports={ports} start={start} depth={24} />, columns, rows)
  unmount = grid.unmount
  const trimmed = (lines: readonly string[]): readonly string[] => lines.map(line => line.trimEnd())
  await grid.until(lines => (lines.at(-1) ?? '').trim() !== '')
  expect(trimmed(painted)).toEqual(trimmed(grid.text()))
})

test('a terminal without colours gets none', () => {
  const frame = firstFrame(fakePorts(), calm({ theme: 'auto' }), { columns: 80, rows: 24 }, 1) ?? ''
  expect(frame).not.toMatch(/\[[\d;]+m/)
})

test('a game that begins with a level, or has no room, paints nothing first', () => {
  const size = { columns: 80, rows: 24 }
  expect(firstFrame(fakePorts(), calm({}, { type: 'level', id: HOG }), size, 24)).toBeNull()
  expect(firstFrame(fakePorts(), calm(), { columns: 50, rows: 15 }, 24)).toBeNull()
})
