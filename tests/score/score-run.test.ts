import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Effort, Verdict } from '../../src/score/score.ts'
import { scoreRun, worthOf } from '../../src/score/score-run.ts'
import { shares } from '../../src/score/shares.ts'
import { shopLevel } from '../support/levels.ts'

const { rules } = shopLevel()
const perfect: Effort = {
  moves: 3,
  par: 3,
  runs: 1,
  runsAllowed: 2,
  hints: [0, 0, 0, 0],
  predictedRight: null,
}

/** The verdict in which the given rules are broken. */
function verdict(...broken: readonly string[]): Verdict {
  const verdicts = rules.map(({ id, kind }) => ({ id, kind, held: !broken.includes(id) }))
  const allOf = (kind: string): boolean => verdicts.every(rule => rule.kind !== kind || rule.held)
  return { rules: verdicts, solved: allOf('goal'), guarded: allOf('guard') }
}

describe('shares', () => {
  test.each([
    ['equal weights that do not divide evenly', 1000, [1, 1, 1], [334, 333, 333]],
    ['weights in proportion', 1000, [30, 25, 25, 20, 20], [250, 208, 208, 167, 167]],
    ['one weight', 1000, [7], [1000]],
    ['no weight at all', 1000, [], []],
  ])('%s', (_, total, weights, parts) => {
    expect(shares(total, weights)).toEqual(parts)
  })

  test('always add up to the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 12 }), weights => {
        expect(shares(1000, weights).reduce((a, b) => a + b, 0)).toBe(1000)
      }),
    )
  })
})

test('goals and guards share 1000 points by weight; a bonus comes on top', () => {
  expect(Object.fromEntries(worthOf(rules))).toEqual({
    'shop-lives': 500,
    'leak-contained': 300,
    fits: 200,
    thrifty: 50,
  })
})

describe('stars', () => {
  test.each<[string, readonly string[], Partial<Effort>, number]>([
    ['none while a goal is broken', ['shop-lives'], {}, 0],
    ['none while a goal is broken, guards or not', ['shop-lives', 'fits'], {}, 0],
    ['one when all goals hold', ['fits'], {}, 1],
    ['two when no guard is broken either', [], { moves: 4 }, 2],
    ['two after too many runs', [], { runs: 3 }, 2],
    ['two after a hint that named the move', [], { hints: [0, 0, 0, 1] }, 2],
    ['three at par', [], {}, 3],
    ['three with the last run allowed and smaller hints', [], { runs: 2, hints: [1, 1, 1, 0] }, 3],
    ['three without the bonus and with a wrong prediction', ['thrifty'], { predictedRight: false }, 3],
  ])('%s', (_, broken, effort, stars) => {
    expect(scoreRun({ rules }, verdict(...broken), { ...perfect, ...effort }).stars).toBe(stars)
  })
})

describe('points', () => {
  test.each<[string, readonly string[], Partial<Effort>, number]>([
    ['a perfect run', [], {}, 1050],
    ['a broken guard', ['fits'], {}, 850],
    ['a broken bonus', ['thrifty'], {}, 1000],
    ['two moves over par', [], { moves: 5 }, 1010],
    ['no gain from fewer moves than par', [], { moves: 1 }, 1050],
    ['moves cost 200 at most', [], { moves: 40 }, 850],
    ['two runs too many', [], { runs: 4 }, 990],
    ['runs cost 150 at most', [], { runs: 40 }, 900],
    ['one hint of each rung', [], { hints: [1, 1, 1, 1] }, 865],
    ['hints cost 300 at most', [], { hints: [9, 9, 9, 9] }, 750],
    ['a right prediction', [], { predictedRight: true }, 1100],
    ['a wrong prediction', [], { predictedRight: false }, 1050],
    [
      'never below 0',
      ['shop-lives', 'leak-contained', 'fits', 'thrifty'],
      { moves: 40, runs: 40, hints: [9, 9, 9, 9] },
      0,
    ],
  ])('%s', (_, broken, effort, points) => {
    const score = scoreRun({ rules }, verdict(...broken), { ...perfect, ...effort })
    expect(score.points).toBe(points)
    expect(score.lines.reduce((sum, line) => sum + line.points, 0)).toBe(points)
  })
})

test('the card has a line for each rule and for whatever cost', () => {
  const score = scoreRun({ rules }, verdict('fits'), { ...perfect, moves: 4, hints: [1, 0, 0, 0] })
  expect(score.lines.map(({ type, rule, points }) => [type, rule, points])).toEqual([
    ['rule', 'shop-lives', 500],
    ['rule', 'leak-contained', 300],
    ['rule', 'fits', 0],
    ['rule', 'thrifty', 50],
    ['moves', undefined, -20],
    ['hints', undefined, -10],
  ])
})

describe('the next star', () => {
  test.each<[string, readonly string[], Partial<Effort>, string | undefined]>([
    [
      'names a broken goal',
      ['leak-contained', 'fits'],
      {},
      '★ wants every goal. Still open: rule leak-contained',
    ],
    [
      'names every broken goal',
      ['shop-lives', 'leak-contained', 'fits'],
      {},
      '★ wants every goal. Still open: rule shop-lives; rule leak-contained',
    ],
    ['names a broken guard', ['fits'], {}, '★★ wants every guard. Still open: rule fits'],
    [
      'says all that the third wants',
      [],
      { moves: 5, runs: 3, hints: [0, 0, 0, 1] },
      '★★★ wants at most 3 moves (these were 5), and at most 2 runs (this was run 3), and no hint that names the move',
    ],
    ['is absent at three', [], {}, undefined],
  ])('%s', (_, broken, effort, next) => {
    const score = scoreRun({ rules }, verdict(...broken), { ...perfect, ...effort })
    expect(score.next?.en).toBe(next)
    expect(score.next === undefined || /[가-힣]/.test(score.next.ko)).toBe(true)
  })
})
