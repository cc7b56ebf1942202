import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { partyFile } from '../../src/io/party-file.ts'
import type { SavedParty } from '../../src/party/round.ts'
import { scratchFolder } from '../support/scratch.ts'

const clock = { now: () => Date.UTC(2026, 2, 1, 9, 30) }
const code = { rounds: 2, minutes: 10, epoch: 1, seed: 7 }

const said = { ask: 'p1', driver: 'killed', navigator: 'lives', came: 'killed' }
const saved: SavedParty = {
  version: 1,
  code,
  pair: 271_828,
  at: 2,
  stage: 'playing',
  events: [
    { type: 'step', id: 'shop.memory=448' },
    { type: 'hint', rung: 0 },
    { type: 'probe', id: 'port' },
    { type: 'predict', ask: 'p1', option: 'killed' },
    { type: 'run' },
    { type: 'undo' },
  ],
  said: [said],
  spent: 61,
  results: [
    {
      level: 'icebreaker/one',
      variant: 1,
      stars: 3,
      score: 950,
      runs: 1,
      agreed: 0,
      misconceptions: ['limits-are-optional'],
      events: [{ type: 'run' }],
      said: [said],
    },
  ],
}

test('a game is kept by its code and read back as it was', async () => {
  const folder = scratchFolder()
  await partyFile(folder, code, clock).replace(saved)
  expect(partyFile(folder, code, clock).read()).toEqual({ value: saved })
  expect(partyFile(folder, { ...code, seed: 8 }, clock).read()).toEqual({ value: null })
})

test.each([
  ['cut short', (text: string) => text.slice(0, 200)],
  ['an unknown stage', (text: string) => text.replace('"playing"', '"dancing"')],
  ['an event that is none', (text: string) => text.replace('"shop.memory=448"', '7')],
  ['a result without its runs', (text: string) => text.replace('"runs": 1', '"runs": "many"')],
  ['what was said is lost', (text: string) => text.replaceAll('"navigator": "lives",', '')],
  ['a pair without a number', (text: string) => text.replace('"pair": 271828', '"pair": -1')],
  ['four stars', (text: string) => text.replace('"stars": 3', '"stars": 4')],
])('a damaged game (%s) is set aside, and one begins anew', async (_, spoil) => {
  const folder = scratchFolder()
  const file = partyFile(folder, code, clock)
  await file.replace(saved)
  const text = readFileSync(file.path, 'utf8')
  const spoilt = spoil(text)
  expect(spoilt).not.toBe(text)
  writeFileSync(file.path, spoilt)
  const { value, notice } = file.read()
  expect(value).toBeNull()
  expect(notice?.type).toBe('set-aside')
})

test('a game of a later version is left alone', async () => {
  const file = partyFile(scratchFolder(), code, clock)
  mkdirSync(dirname(file.path), { recursive: true })
  writeFileSync(file.path, '{"version": 2}')
  expect(file.read().notice?.type).toBe('newer')
  expect((await file.merge(saved)).notice?.type).toBe('newer')
  expect(readFileSync(file.path, 'utf8')).toBe('{"version": 2}')
})
