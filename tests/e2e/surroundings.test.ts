import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freshHome, openTerminal } from './terminal.ts'

// oxlint-disable-next-line no-control-regex -- escape codes are what is looked for
const COLOUR = /\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]/

test('there is colour where the terminal has it', async () => {
  const terminal = openTerminal({ args: ['sandbox'] })
  await terminal.until('r run')
  expect(terminal.raw()).toMatch(COLOUR)
})

test('NO_COLOR gives no colour', async () => {
  const terminal = openTerminal({ args: ['sandbox'], env: { NO_COLOR: '1' } })
  await terminal.until('r run')
  terminal.type('r')
  await terminal.until('Enter skip')
  expect(terminal.raw()).not.toMatch(COLOUR)
})

test.each(['CI', 'GITHUB_ACTIONS', 'BUILD_NUMBER'])(
  'a terminal on a machine that sets %s is still a terminal',
  async name => {
    const terminal = openTerminal({ args: ['sandbox'], env: { [name]: 'true' } })
    await terminal.until('r run')
    expect(terminal.isAlternate()).toBe(true)
    terminal.type('q')
    await terminal.until('Campaign')
  },
)

test('--ascii draws with what every terminal has', async () => {
  const terminal = openTerminal({ args: ['sandbox', '--ascii'] })
  const lines = await terminal.until('r run')
  // oxlint-disable-next-line no-control-regex -- everything that is not ASCII
  expect(lines.join('\n').replaceAll('한국어', '')).toMatch(/^[\x00-\x7f]*$/)
})

test('a Korean keyboard layout needs no switching', async () => {
  const terminal = openTerminal({ args: ['sandbox'], env: { LANG: 'ko_KR.UTF-8' } })
  await terminal.until('r 실행')
  terminal.type('ㅎ')
  await terminal.until('용어집')
  terminal.type('ㅂ')
  await terminal.until('r 실행')
  terminal.type('ㅂ')
  await terminal.until('캠페인')
  terminal.type('ㅂ')
  expect(await terminal.ended).toBe(0)
})

test('a damaged save is set aside and told of, and play goes on', async () => {
  const home = freshHome()
  const folder = join(home, 'data', 'boxwright')
  mkdirSync(folder, { recursive: true })
  const save = join(folder, 'progress.json')
  writeFileSync(save, '{"version":1,"levels":{"first-box/na')
  const terminal = openTerminal({ home, columns: 120, rows: 40 })
  await terminal.until('damaged')
  const kept = readdirSync(folder).find(name => name.includes('damaged')) ?? ''
  expect(readFileSync(join(folder, kept), 'utf8')).toContain('first-box/na')
  expect(existsSync(save)).toBe(false)
  terminal.type('\r')
  await terminal.until('Brief')
  terminal.type('\x03')
  expect(await terminal.ended).toBe(0)
})
