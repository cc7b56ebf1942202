import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { EPOCH } from '../../src/party/epoch.ts'
import { encodeCode } from '../../src/party/game-code.ts'
import { isFull, tries } from '../support/full.ts'
import { scratchFolder } from '../support/scratch.ts'
import { openTerminal, type Terminal } from './terminal.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

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

/** Ways out are taken often: what is written last is what a race would lose. */
const often = { repeats: tries(0, 49), timeout: tries(20_000, 900_000) }
/** The same for ways that no signal is part of. */
const severalTimes = { repeats: tries(0, 4), timeout: tries(20_000, 300_000) }

async function sandbox(env: { readonly [name: string]: string } = {}): Promise<Terminal> {
  const terminal = openTerminal({ args: ['sandbox'], env })
  await terminal.until('r run')
  return terminal
}

test('q gives the terminal back', severalTimes, async () => {
  const terminal = await sandbox()
  expect(terminal.isAlternate()).toBe(true)
  expect(terminal.isCursorShown()).toBe(false)
  terminal.type('q')
  await terminal.until('Campaign')
  terminal.type('q')
  expect(await found(terminal)).toEqual({ ...RESTORED, code: 0 })
})

test('Ctrl-C gives the terminal back', often, async () => {
  const terminal = await sandbox()
  terminal.type('\x03')
  expect(await found(terminal)).toEqual({ ...RESTORED, code: 0 })
})

test.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['SIGINT', 130],
] as const)('%s gives the terminal back', often, async (signal, code) => {
  const terminal = await sandbox()
  terminal.signal(signal)
  expect(await found(terminal)).toEqual({ ...RESTORED, code })
})

/** A module that the game is started with, which goes wrong when the process gets a signal that it has no use for. */
const wrong = (statement: string): { readonly NODE_OPTIONS: string } => ({
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(`process.on('SIGUSR2',()=>{${statement}})`)}`,
})

const WRONGS = [
  ['an error that nobody caught', "throw new Error('a bug')"],
  ['a promise that nobody waited for', "void Promise.reject(new Error('a bug'))"],
] as const

test.each(isFull ? WRONGS : WRONGS.slice(0, 1))(
  '%s gives the terminal back and is told behind it, without a stack trace',
  severalTimes,
  async (_, statement) => {
    const terminal = await sandbox(wrong(statement))
    terminal.signal('SIGUSR2')
    expect(await found(terminal)).toEqual({ ...RESTORED, code: 1 })
    const told = terminal.lines().join('\n')
    expect(told).toContain('a bug')
    expect(told).not.toContain('    at ')
  },
)

test.each([
  ['sandbox'],
  ['icebreaker', ...encodeCode({ rounds: 2, minutes: 30, epoch: EPOCH, seed: 7 }, 'en').split(' ')],
])('a screen of %s that cannot be read gives the terminal back and is told behind it', async (...args) => {
  const folder = scratchFolder()
  for (const part of ['dist', 'levels', 'src/build/launcher.js'])
    cpSync(join(root, part), join(folder, part), { recursive: true })
  rmSync(join(folder, 'dist/part-screens.js'))
  const program = [process.execPath, join(folder, 'src/build/launcher.js'), ...args]
  const terminal = openTerminal({ program })
  expect(await found(terminal)).toEqual({ ...RESTORED, code: 1 })
  const told = terminal.lines().join('\n')
  expect(told).toContain('part-screens.js')
  expect(told).not.toContain('    at ')
})

test('a terminal that is closed ends the game', often, async () => {
  const terminal = await sandbox()
  terminal.close()
  await expect(terminal.gone()).resolves.toBeUndefined()
})
