import { expect, test } from 'vitest'
import { encodeCode } from '../../src/party/game-code.ts'
import { EPOCH } from '../../src/party/epoch.ts'
import { isFull } from '../support/full.ts'
import { openTerminal, type Terminal } from './terminal.ts'

/** Presses and lets go of the left button where a text ends, as xterm tells it (SGR, mode 1006). */
async function click(terminal: Terminal, text: string): Promise<void> {
  const lines = await terminal.until(text)
  const y = lines.findIndex(line => line.includes(text))
  const at = `${(lines[y] ?? '').indexOf(text) + text.length};${y + 1}`
  terminal.type(`\x1b[<0;${at}M\x1b[<0;${at}m`)
}

test('a level is set and left with the mouse alone', async () => {
  const terminal = openTerminal({ columns: 120, rows: 40, args: ['first-box/name-tag', '--no-motion'] })
  await click(terminal, 'Enter Build')
  await terminal.until('r run')
  expect(terminal.modesOn()).toEqual(expect.arrayContaining(['1000', '1006']))
  await terminal.until('moves 0')
  await click(terminal, "[host's]  own")
  await terminal.until('moves 1')
  await click(terminal, 'u undo')
  await terminal.until('moves 0')
  await click(terminal, 'q back')
  await terminal.until('Campaign')
  // The first click goes there, the second opens it.
  await click(terminal, '1.2 ')
  await terminal.until(/▸.*1\.2 /)
  await click(terminal, '1.2 ')
  await terminal.until('Enter Build')
  terminal.type('\x03')
  expect(await terminal.ended).toBe(0)
  expect(terminal.modesOn()).toEqual([])
})

test.runIf(isFull)('the wheel scrolls the pane that it is over', async () => {
  const terminal = openTerminal({ args: ['sandbox', '--no-motion'] })
  await terminal.until('r run')
  terminal.type('?')
  await terminal.until('How a level goes')
  const top = await terminal.until(lines => (lines.at(-1) ?? '').includes('↑↓ scroll'))
  terminal.type('\x1b[<65;40;12M\x1b[<65;40;12M')
  await terminal.until(lines => lines.every(line => !line.includes('How a level goes')))
  terminal.type('\x1b[<64;40;12M\x1b[<64;40;12M')
  expect(await terminal.until(lines => lines.join() === top.join())).toEqual(top)
})

test.runIf(isFull)('with --no-mouse the terminal keeps its mouse', async () => {
  const terminal = openTerminal({ args: ['sandbox', '--no-mouse'] })
  await terminal.until('r run')
  expect(terminal.modesOn()).not.toContain('1000')
})

test.runIf(isFull)('turned off in the settings the mouse stays off the next time', async () => {
  const first = openTerminal({ args: ['sandbox'] })
  await first.until('r run')
  first.type(',')
  await click(first, 'Mouse')
  await first.until(/Mouse +off/)
  expect(first.modesOn()).not.toContain('1000')
  first.type('\x03')
  await first.ended
  const second = openTerminal({ home: first.home, args: ['sandbox'] })
  await second.until('r run')
  expect(second.modesOn()).not.toContain('1000')
})

test('both seats of a game for two take the mouse', async () => {
  const code = encodeCode({ rounds: 2, minutes: 30, epoch: EPOCH, seed: 7 }, 'en').split(' ')
  const driver = openTerminal({ args: ['icebreaker', ...code, '--no-motion'] })
  await click(driver, 'Enter next')
  await click(driver, 'Enter begin')
  await click(driver, 'Enter Build')
  await driver.until('r run')
  await click(driver, 'q back')
  await click(driver, 'Leave the game')
  expect(await driver.ended).toBe(0)
  expect(driver.modesOn()).toEqual([])
  const sheet = openTerminal({ args: ['sheet', ...code] })
  await click(sheet, 'Enter turn over')
  await click(sheet, 'Enter next page')
  await sheet.until('page 2')
  await click(sheet, 'q quit')
  expect(await sheet.ended).toBe(0)
  expect(sheet.modesOn()).toEqual([])
})

test('menus know where j and k are on a Korean layout', async () => {
  const terminal = openTerminal({ args: ['sandbox'] })
  await terminal.until('r run')
  terminal.type(',')
  await terminal.until(/▸ Language/)
  terminal.type('ㅓ')
  await terminal.until(/▸ Theme/)
  terminal.type('ㅏ')
  expect((await terminal.until(/▸ Language/)).join()).not.toContain('▸ Theme')
})
