import { expect, test } from 'vitest'
import { openTerminal, type Terminal } from './terminal.ts'

/** A terminal that a shell can go on with. */
const RESTORED = { alternate: false, cursor: true, modes: '', canonical: true, echo: true }

/** What the shell behind the game finds when the game ended. */
async function found(terminal: Terminal): Promise<typeof RESTORED & { readonly code: number }> {
  const code = await terminal.ended
  const stty = (await terminal.until('-extproc')).join(' ')
  return {
    code,
    alternate: terminal.isAlternate(),
    cursor: terminal.isCursorShown(),
    modes: terminal.modesOn().join(' '),
    canonical: / icanon /.test(stty),
    echo: / echo /.test(stty),
  }
}

async function sandbox(): Promise<Terminal> {
  const terminal = openTerminal({ args: ['sandbox'] })
  await terminal.until('r run')
  return terminal
}

test('q gives the terminal back', async () => {
  const terminal = await sandbox()
  expect(terminal.isAlternate()).toBe(true)
  expect(terminal.isCursorShown()).toBe(false)
  terminal.type('q')
  await terminal.until('Campaign')
  terminal.type('q')
  expect(await found(terminal)).toEqual({ ...RESTORED, code: 0 })
})

test('Ctrl-C gives the terminal back', async () => {
  const terminal = await sandbox()
  terminal.type('\x03')
  expect(await found(terminal)).toEqual({ ...RESTORED, code: 0 })
})

test.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['SIGINT', 130],
] as const)('%s gives the terminal back', async (signal, code) => {
  const terminal = await sandbox()
  terminal.signal(signal)
  expect(await found(terminal)).toEqual({ ...RESTORED, code })
})

test('a terminal that is closed ends the game', async () => {
  const terminal = await sandbox()
  terminal.close()
  await expect(terminal.gone()).resolves.toBeUndefined()
})
