import { expect, test } from 'vitest'
import { tries } from '../support/full.ts'
import { openTerminal } from './terminal.ts'

test('a terminal that is too small is told how large it must be, and the game goes on once it is', async () => {
  const terminal = openTerminal({ columns: 50, rows: 15, args: ['sandbox'] })
  await terminal.until('60×20')
  expect(terminal.lines().join(' ')).toContain('50×15')
  terminal.resize(80, 24)
  await terminal.until('r run')
  terminal.resize(50, 15)
  await terminal.until('50×15')
  terminal.resize(60, 20)
  await terminal.until('r run')
  const borders = terminal.lines().filter(line => /^[╭╰]/.test(line))
  expect(borders.length).toBeGreaterThan(0)
  expect(borders.filter(line => !/[╮╯]$/.test(line))).toEqual([])
})

test('a game that shrank can still be left', async () => {
  const terminal = openTerminal({ columns: 80, rows: 24, args: ['sandbox'] })
  await terminal.until('r run')
  terminal.resize(30, 10)
  await terminal.until('30×10')
  terminal.type('\x03')
  expect(await terminal.ended).toBe(0)
})

test('a window that is dragged about for a while shows the whole screen in the end', async () => {
  const terminal = openTerminal({ columns: 80, rows: 24, args: ['sandbox', '--no-motion'] })
  const before = await terminal.until('r run')
  for (let step = 0; step < tries(60, 2000); step++) {
    terminal.resize(40 + ((step * 37) % 160), 10 + ((step * 13) % 50))
    // As fast as a window manager sends them: every few milliseconds, whether the last frame is out or not.
    await new Promise(resolve => setTimeout(resolve, step % 5))
  }
  terminal.resize(80, 24)
  expect(await terminal.until(lines => lines.join() === before.join())).toEqual(before)
  expect(terminal.spilled()).toEqual([])
})
