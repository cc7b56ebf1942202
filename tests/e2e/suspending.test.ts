import { expect, test } from 'vitest'
import { tries } from '../support/full.ts'
import { launcher, openTerminal } from './terminal.ts'

const often = { repeats: tries(0, 49), timeout: tries(20_000, 900_000) }

test('Ctrl-Z stops the game and gives the shell its terminal; fg draws everything again', often, async () => {
  // An interactive shell has job control, as a player's has.
  const terminal = openTerminal({ program: ['sh', '-i'], env: { PS1: 'ready> ' } })
  await terminal.until('ready>')
  terminal.type(`'${process.execPath}' '${launcher}' sandbox\n`)
  const before = await terminal.until('r run')
  terminal.type('\x1a')
  await terminal.until('Stopped')
  expect(terminal.isAlternate()).toBe(false)
  expect(terminal.isCursorShown()).toBe(true)
  expect(terminal.modesOn()).toEqual([])
  terminal.type('stty -a\n')
  await terminal.until(/(?<!-)icanon/)
  terminal.type('fg\n')
  expect(await terminal.until('r run')).toEqual(before)
  expect(terminal.isAlternate()).toBe(true)
  expect(terminal.isCursorShown()).toBe(false)
  terminal.type('q')
  await terminal.until('Campaign')
  terminal.type('q')
  await terminal.until(lines => lines.findLast(line => line !== '')?.trim() === 'ready>')
  terminal.type('exit\n')
  expect(await terminal.ended).toBe(0)
})
