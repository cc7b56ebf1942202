import { expect, test } from 'vitest'
import { ok } from '../../src/core/result.ts'
import { type Lang, same } from '../../src/core/text.ts'
import type { SavedParty } from '../../src/party/round.ts'
import { playPartyPlain } from '../../src/plain/party-game.ts'
import { words } from '../../src/words/say.ts'
import { splitLevel } from '../support/split-level.ts'

type Setup = { readonly lang?: Lang; readonly saved?: SavedParty | null; readonly seconds?: () => number }

/** Plays typed lines in the driver's seat; the input is over after the last. */
async function sit(lines: readonly string[], { lang = 'en', saved = null, seconds = () => 0 }: Setup = {}) {
  const input = [...lines]
  let told = ''
  let kept: SavedParty | null = null
  const game = {
    code: { rounds: 1, minutes: 10, epoch: 1, seed: 7 },
    pair: saved?.pair ?? 1234,
    spoken: { en: 'truck hospital 4959', ko: '트럭 병원 4959' },
    plans: [0, 1].map(number => ({ number, level: 'mine/small', variant: 0 })),
    titles: { 'mine/small': same('Small') },
    saved,
  }
  const ports = {
    openRound: async () => ok(splitLevel),
    keep: async (party: SavedParty) => {
      kept = party
      return ok(null)
    },
    codesOf: async () => ok({ short: 'SHORT', long: 'LONG' }),
    seconds,
  }
  await playPartyPlain(game, ports, lang, {
    readLine: async () => input.shift() ?? null,
    write: text => {
      told += text
    },
  })
  const result: { readonly told: string; readonly kept: SavedParty | null } = { told, kept }
  return result
}

/** Over the welcome and the warm-up into the first round. */
const INTO = ['', '', 'next', 'end', '', '']
const SOLVE = ['shop.memory=448', 'report.memory=320', 'run', 'killed', 'killed']

test('a whole game is played in lines, from the welcome to the card', async () => {
  const { told } = await sit([...INTO, ...SOLVE, ''])
  for (const text of [
    'three in the morning',
    'Warm-up',
    'The less experienced',
    'Before run 1: the navigator',
  ])
    expect(told).toContain(text)
  expect(told).toContain('1000 points, and 3 of 3 stars')
  expect(told).toContain('SHORT')
})

test('no line tells a goal of the navigator before the end of the round', async () => {
  const { told } = await sit([
    ...INTO,
    'rules',
    'hint',
    'hint',
    'hint',
    'scene',
    'run',
    'yes',
    'yes',
    'explain 1',
    'next',
    'end',
  ])
  const [before = '', after = ''] = told.slice(told.indexOf('Round 1 of 1')).split('You ended the round')
  expect(before).not.toContain('The report is killed')
  expect(before).toContain("The navigator's own: 0 of 1 hold")
  expect(after).toContain('The report is killed')
})

test('the game speaks Korean, and takes Korean words', async () => {
  const { told } = await sit(['', '', '다음', 'end', '', '', ...SOLVE, ''], { lang: 'ko' })
  expect(told).toContain('합계 1000점, 별 3개 가운데 3개')
  expect(told).not.toMatch(/[A-Z][a-z]+ [a-z]+ [a-z]+ [a-z]+/)
})

test('a round ends when its time is up, and says so', async () => {
  let now = 0
  const { told } = await sit([...INTO, 'time', 'time'], { seconds: () => (now += 45) })
  expect(told).toContain('Time is up')
})

test.each([
  ['the input ends', [...INTO, 'shop.memory=448']],
  ['the driver quits', [...INTO, 'shop.memory=448', 'quit']],
])('a game is kept where %s, and goes on from there', async (_, lines) => {
  const { told, kept } = await sit(lines)
  expect(told).toContain('The game is kept')
  expect(kept).toMatchObject({ stage: 'playing', at: 1, events: [{ type: 'step', id: 'shop.memory=448' }] })
  const again = await sit(['resume', 'report.memory=320', 'run', 'killed', 'killed', ''], { saved: kept })
  expect(again.told).toContain('1000 points, and 3 of 3 stars')
})

test('the words of a round are explained when it is over, and not before, not even instead of an answer', async () => {
  const later = 'The glossary opens again after the round'
  const { told } = await sit([...INTO, 'terms', 'explain', 'terms', 'next', 'end', 'terms'])
  const [before = '', after = ''] = told.slice(told.indexOf('Round 1 of 1')).split('You ended the round')
  expect(before.split(later)).toHaveLength(3)
  expect(before).not.toContain(words('en')('glossary.here'))
  expect(after).toContain(words('en')('glossary.here'))
})

test('a run that is typed instead of an answer asks both seats first', async () => {
  const { told, kept } = await sit([...INTO, 'explain', 'run', 'yes', 'yes', 'quit'])
  expect(told).toContain('Before run 1: the navigator')
  expect(kept?.said).toHaveLength(1)
})

test('a question before a run can be put off', async () => {
  const { told } = await sit([...INTO, 'run', 'back', 'controls'])
  expect(told).toContain('Before run 1: the driver')
  expect(told).not.toContain('After run 1')
})
