import { expect, test } from 'vitest'
import { prove } from '../../src/solver/prove.ts'
import { same } from '../../src/core/text.ts'
import { gridBoard } from '../support/grid-world.ts'
import { handLevel, levelOf, proofOf, SHOP_RULES, shopLevel } from '../support/levels.ts'

test('a product level is enumerated, and par is the fewest slots that must differ from the start', () => {
  const level = shopLevel()
  expect(proofOf(level)).toEqual({
    playHash: level.playHash,
    states: 2 * 4 * 2 * 4 * 2,
    solved: 54,
    par: 3,
    optimal: 4,
    solution: ['shop.net=own', 'shop.memory=256', 'job.memory=128'],
    guessPercent: 6.15,
    rules: {
      'shop-lives': { held: 72, broken: 56, onlyBroken: 18 },
      'leak-contained': { held: 72, broken: 56, onlyBroken: 18 },
      fits: { held: 56, broken: 72 },
      thrifty: { held: 64, broken: 64 },
    },
    nudges: {},
    lazy: { nothing: 0, on: 0, largest: 1, smallest: 0, greedy: 3 },
  })
})

test('an order level is searched breadth first, and par is the length of the shortest path', () => {
  const level = handLevel()
  expect(proofOf(level)).toEqual({
    playHash: level.playHash,
    states: 1 + 5 + 20 + 60 + 120,
    solved: 6,
    par: 4,
    optimal: 1,
    solution: ['unshare', 'mount-proc', 'pivot', 'drop-caps'],
    guessPercent: 0.97,
    rules: { built: { held: 6, broken: 200, onlyBroken: 200 }, dropped: { held: 80, broken: 126 } },
    nudges: {},
    lazy: { nothing: 0, on: 3, largest: 0, smallest: 0, greedy: 0 },
  })
})

test('guards count for par, bonuses do not', () => {
  expect(
    proofOf(
      shopLevel(
        {},
        SHOP_RULES.filter(([, kind]) => kind !== 'guard'),
      ),
    ).par,
  ).toBe(2)
  expect(
    proofOf(
      shopLevel(
        {},
        SHOP_RULES.filter(([, kind]) => kind !== 'bonus'),
      ),
    ).par,
  ).toBe(3)
})

test('a level without a good state says how many states hold the goals alone', () => {
  const level = shopLevel({}, [...SHOP_RULES, ['no-limits', 'guard', 1, 'host.promised == 0']])
  expect(prove(level)).toEqual({ ok: false, error: { type: 'unsolvable', states: 128, solved: 54 } })
})

test.each([
  ['product', shopLevel(), 128],
  ['order', handLevel(), null],
])('a %s level with more states than allowed is refused', (_, level, states) => {
  const limit = 100
  expect(prove(level, { maxStates: limit })).toEqual({
    ok: false,
    error: { type: 'too-many-states', limit, states },
  })
})

test('a level that is solved from the start has par 0 and an empty solution', () => {
  const proof = proofOf(shopLevel({}, [['free', 'goal', 1, 'host.promised == 0']]))
  expect([proof.par, proof.optimal, proof.solution]).toEqual([0, 1, []])
})

test('a level with objectives has a frontier: the good plans that no other beats, with how many there are of each', () => {
  const slots = ['a', 'b', 'c'].map(id => ({ id, size: 3 }))
  const level = levelOf(gridBoard(slots), [['two', 'goal', 1, 'run.sum >= 2']])
  const objective = (fact: string, better: 'less' | 'more') => ({ id: fact, fact, better, text: same(fact) })
  const proof = proofOf({ ...level, objectives: [objective('run.sum', 'less'), objective('at.a', 'more')] })
  // Sum 2: a can be 2 with nothing else. No plan has more of a, or a smaller sum.
  expect(proof.frontier).toEqual([{ values: [2, 2], count: 1, plan: ['a=v2'] }])
  const other = proofOf({
    ...level,
    objectives: [objective('run.sum', 'less'), objective('b', 'more'), objective('c', 'more')],
  })
  expect(other.frontier?.map(({ values, count }) => ({ values, count }))).toEqual([
    { values: [2, 0, 2], count: 1 },
    { values: [2, 1, 1], count: 1 },
    { values: [2, 2, 0], count: 1 },
    { values: [3, 1, 2], count: 1 },
    { values: [3, 2, 1], count: 1 },
    { values: [4, 2, 2], count: 1 },
  ])
})
