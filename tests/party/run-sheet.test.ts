import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LANGS } from '../../src/core/text.ts'
import { EPOCH } from '../../src/party/epoch.ts'
import { encodeCode, SEEDS } from '../../src/party/game-code.ts'
import { type GameCode, MINUTES, ROUNDS } from '../../src/party/rounds.ts'
import { fitting, isLongEnough, leastMinutes, runSheet, timetable } from '../../src/party/run-sheet.ts'

const code: GameCode = { rounds: 2, minutes: 10, epoch: EPOCH, seed: 1234 }
const games = fc
  .record({
    rounds: fc.constantFrom(...ROUNDS),
    minutes: fc.constantFrom(...MINUTES),
    epoch: fc.constant(EPOCH),
    seed: fc.nat(SEEDS - 1),
  })
  .filter(isLongEnough)

describe('the timetable', () => {
  test('of ten minutes is pairing 1, warm-up 1, two rounds of 3, talk 2', () => {
    expect(timetable(code, 'en').map(({ name, seconds }) => [name, seconds / 60])).toEqual([
      ['Pairing', 1],
      ['Warm-up', 1],
      ['Round 1', 3],
      ['Round 2', 3],
      ['Talk', 2],
    ])
  })

  test('of any game fills its minutes without a gap, with equal rounds of a minute or more, and two for the talk', () => {
    fc.assert(
      fc.property(games, game => {
        const parts = timetable(game, 'ko')
        expect(parts.map(({ at }) => at)).toEqual(
          parts.map((_, i) => parts.slice(0, i).reduce((sum, { seconds }) => sum + seconds, 0)),
        )
        expect(parts.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(game.minutes * 60)
        const rounds = parts.slice(2, -1).map(({ seconds }) => seconds)
        expect(new Set(rounds).size).toBe(1)
        expect(rounds[0]).toBeGreaterThanOrEqual(60)
        expect(parts.at(-1)?.seconds).toBeGreaterThanOrEqual(120)
      }),
    )
  })
})

describe('what was not asked for', () => {
  test.each([
    [{}, { rounds: 2, minutes: 10 }],
    [{ minutes: 5 }, { rounds: 1, minutes: 5 }],
    [{ minutes: 15 }, { rounds: 3, minutes: 15 }],
    [{ minutes: 30 }, { rounds: 4, minutes: 30 }],
    [{ rounds: 1 }, { rounds: 1, minutes: 8 }],
    [{ rounds: 3 }, { rounds: 3, minutes: 15 }],
    [{ rounds: 4 }, { rounds: 4, minutes: 20 }],
    [
      { rounds: 4, minutes: 5 },
      { rounds: 4, minutes: 5 },
    ],
  ])('is chosen to fit: %j makes %j', (asked, got) => {
    expect(fitting(asked)).toEqual(got)
  })

  test('always makes a game that is long enough', () => {
    for (const rounds of ROUNDS) expect(isLongEnough(fitting({ rounds }))).toBe(true)
    for (const minutes of MINUTES) expect(isLongEnough(fitting({ minutes }))).toBe(true)
  })

  test('four rounds in five minutes are not long enough, in eight they are', () => {
    expect(isLongEnough({ rounds: 4, minutes: 5 })).toBe(false)
    expect(leastMinutes(4)).toBe(8)
  })
})

test.each(LANGS)(
  'the page has the code in both languages, every part, and no gap where a word belongs (%s)',
  lang => {
    const page = runSheet(code, lang, '1.2.3')
    for (const each of LANGS) expect(page).toContain(`    ${encodeCode(code, each)}\n`)
    for (const { name } of timetable(code, lang)) expect(page).toContain(`| ${name} |`)
    expect(page).toContain(`play icebreaker ${encodeCode(code, lang)}`)
    expect(page).toContain('npx ./boxwright-1.2.3.tgz')
    expect(page).not.toMatch(/[{}]|undefined|NaN/)
  },
)
