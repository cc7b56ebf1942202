import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Said } from '../../src/party/forecast.ts'
import { PARTY_POINTS, roundScore } from '../../src/party/round-score.ts'
import { newGame } from '../../src/play/act.ts'
import { runsOf } from '../../src/party/round.ts'
import { playOn } from '../support/games.ts'
import { SPLIT_SOLUTION, splitLevel } from '../support/split-level.ts'

const { level, proof } = splitLevel
const runs = (...shorts: readonly string[]) => runsOf(playOn(newGame(level, proof), shorts))
const said = (driver: string, navigator: string, came: string): Said => ({
  ask: 'p1',
  driver,
  navigator,
  came,
})

const RIGHT = said('a', 'a', 'a')
const WRONG = said('b', 'b', 'a')
const APART = said('a', 'b', 'a')

const solvedAtOnce = runs(...SPLIT_SOLUTION, 'run')
const solvedLater = runs('run', ...SPLIT_SOLUTION, 'run')
const half = runs('report.memory=320', 'run')

test('a round solved in the first run, called by both, earns all there is', () => {
  const { points, stars, lines } = roundScore(level, { runs: solvedAtOnce, said: [RIGHT] })
  const { goals, star, solvedIn, agreed, called } = PARTY_POINTS
  expect(stars).toBe(3)
  expect(points).toBe(goals + 3 * star + solvedIn[0] + agreed + called)
  expect(lines.reduce((sum, line) => sum + line.points, 0)).toBe(points)
})

test('agreeing scores, and being right together scores more', () => {
  const of = (one: Said): number => roundScore(level, { runs: solvedAtOnce, said: [one] }).points
  expect(of(WRONG)).toBeGreaterThan(of(APART))
  expect(of(RIGHT)).toBeGreaterThan(of(WRONG))
})

test('a goal more is worth more, though the level is not solved', () => {
  const none = roundScore(level, { runs: runs('run'), said: [] }).points
  expect(roundScore(level, { runs: half, said: [] }).points).toBeGreaterThan(none)
})

test('who solves in fewer runs is ahead, whatever was said', () => {
  const options = fc.constantFrom('a', 'b')
  const says = fc.tuple(options, options, options).map(([one, two, came]) => said(one, two, came))
  fc.assert(
    fc.property(says, says, says, (first, second, third) => {
      const once = roundScore(level, { runs: solvedAtOnce, said: [first] }).points
      const twice = roundScore(level, { runs: solvedLater, said: [second, third] }).points
      expect(once).toBeGreaterThan(twice)
    }),
  )
})

test('more runs than count earn nothing by agreeing', () => {
  const many = Array.from({ length: 9 }, () => RIGHT)
  const two = many.slice(0, PARTY_POINTS.forecasts)
  expect(roundScore(level, { runs: half, said: many })).toEqual(roundScore(level, { runs: half, said: two }))
})
