import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { scratchFolder } from '../support/scratch.ts'
import { openTerminal, type Terminal } from './terminal.ts'

const splash = fileURLToPath(new URL('../../dist/splash.js', import.meta.url))
/** What the shell behind a program says last. */
const BEHIND = '-extproc'

const TITLE = 'B   O   X   W   R   I   G   H   T'

/** The title alone, and instead of the game that would follow something else. */
function titleThen(code: string, size: { readonly rows?: number; readonly columns?: number } = {}): Terminal {
  const file = join(scratchFolder(), 'game.mjs')
  writeFileSync(file, `await import(${JSON.stringify(splash)})\n${code}\n`)
  return openTerminal({ program: [process.execPath, file], ...size })
}

const FOREVER = 'setInterval(() => {}, 1000)'

test.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['SIGINT', 130],
] as const)('%s while the title stands alone gives the terminal back', async (signal, code) => {
  const terminal = titleThen(FOREVER)
  await terminal.until(TITLE)
  expect(terminal.isAlternate()).toBe(true)
  terminal.signal(signal)
  expect(await terminal.ended).toBe(code)
  await terminal.until(BEHIND)
  expect([terminal.isAlternate(), terminal.isCursorShown()]).toEqual([false, true])
})

test('a game that ends before it drew gives the terminal back', async () => {
  const terminal = titleThen('process.exit(3)')
  expect(await terminal.ended).toBe(3)
  await terminal.until(BEHIND)
  expect([terminal.isAlternate(), terminal.isCursorShown()]).toEqual([false, true])
})

test('what takes over from the title keeps the screen', async () => {
  const terminal = titleThen(`globalThis.boxwrightSplash.take()\n${FOREVER}`)
  await terminal.until(TITLE)
  terminal.signal('SIGTERM')
  await terminal.until('ended')
  expect(terminal.isAlternate()).toBe(true)
})

test('a terminal with little room gets the name, one with too little nothing', async () => {
  const low = titleThen(FOREVER, { rows: 20, columns: 60 })
  await low.until('Boxwright')
  low.signal('SIGTERM')
  const small = titleThen('console.log(typeof globalThis.boxwrightSplash)', { rows: 18, columns: 60 })
  await small.until('undefined')
  expect(small.isAlternate()).toBe(false)
})
