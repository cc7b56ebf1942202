import { expect, test } from 'vitest'
import type { Level } from '../../src/level/level.ts'
import { type Counterfactual, counterfactual } from '../../src/solver/counterfactual.ts'
import { fieldOf, type Place } from '../../src/solver/place.ts'
import { handLevel, shopLevel } from '../support/levels.ts'

/** The place that steps lead to; a step that is not legal is a bug of the test. */
function after(level: Level, steps: readonly string[]): Place {
  return steps.reduce((place, id) => {
    const next = place.take(id)
    if (!next) throw new Error(`no step ${id}`)
    return next
  }, fieldOf(level).start)
}

test.each<[string, string, readonly string[], Counterfactual | null]>([
  [
    'a broken goal is mended by one step where one is enough',
    'leak-contained',
    ['shop.net=own'],
    { steps: ['job.memory=128'], breaks: [], mends: ['shop-lives'] },
  ],
  [
    'a broken goal may need two steps',
    'leak-contained',
    [],
    { steps: ['shop.net=own', 'job.memory=128'], breaks: [], mends: ['shop-lives'] },
  ],
  [
    'of equal changes the one that breaks least else is told',
    'fits',
    ['shop.net=own', 'shop.memory=256', 'job.memory=512'],
    { steps: ['job.memory=128'], breaks: [], mends: ['thrifty'] },
  ],
  [
    'for a rule that holds, it is what would break it',
    'shop-lives',
    ['shop.net=own', 'job.memory=128'],
    { steps: ['shop.memory=128'], breaks: [], mends: ['fits'] },
  ],
])('%s', (_, rule, steps, told) => {
  const level = shopLevel()
  expect(counterfactual(level, after(level, steps), rule)).toEqual(told)
})

test('in an order world it is the fewest further steps', () => {
  const level = handLevel()
  expect(counterfactual(level, after(level, ['unshare']), 'built')).toEqual({
    steps: ['mount-proc', 'pivot'],
    breaks: [],
    mends: [],
  })
  expect(counterfactual(level, after(level, ['unshare', 'pivot']), 'built')).toBeNull()
})

test('without a budget nothing is told, and an unknown rule has no change', () => {
  const level = shopLevel()
  expect(counterfactual(level, after(level, []), 'fits', 0)).toBeNull()
  expect(counterfactual(level, after(level, []), 'fitz')).toBeNull()
})
