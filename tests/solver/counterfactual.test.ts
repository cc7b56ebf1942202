import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Level } from '../../src/level/level.ts'
import { holds } from '../../src/score/judge.ts'
import { type Counterfactual, counterfactual } from '../../src/solver/counterfactual.ts'
import { fieldOf, type Place } from '../../src/solver/place.ts'
import type { Standing } from '../../src/solver/way.ts'
import { handLevel, proofOf, shopLevel } from '../support/levels.ts'
import { standing, wandered } from '../support/standings.ts'
import { tries } from '../support/full.ts'

const told = (level: Level, at: Standing, rule: string, budget?: number): Counterfactual | null =>
  counterfactual(level, proofOf(level), at, rule, budget)

test.each<[string, string, readonly string[], readonly string[], Partial<Counterfactual>]>([
  [
    'a broken goal is mended by one step where one is enough',
    'leak-contained',
    ['shop.net=own'],
    ['job.memory=128'],
    { mends: ['shop-lives'] },
  ],
  [
    'a broken goal may need two steps',
    'leak-contained',
    [],
    ['shop.net=own', 'job.memory=128'],
    { mends: ['shop-lives'] },
  ],
  [
    'of equal changes the one that breaks least else is told',
    'fits',
    ['shop.net=own', 'shop.memory=256', 'job.memory=512'],
    ['job.memory=128'],
    { mends: ['thrifty'] },
  ],
  [
    'what else would be broken is told',
    'shop-lives',
    ['shop.memory=512'],
    ['job.memory=128'],
    { breaks: ['fits'] },
  ],
  [
    'for a rule that holds, it is what would break it',
    'shop-lives',
    ['shop.net=own', 'job.memory=128'],
    ['shop.memory=128'],
    { mends: ['fits'] },
  ],
])('%s', (_, rule, made, steps, also) => {
  const level = shopLevel()
  const change = { undo: 0, steps, breaks: [], mends: [], isSmallest: true, ...also }
  expect(told(level, standing(level, made), rule)).toEqual(change)
})

test.each<[string, readonly string[], number, readonly string[]]>([
  ['takes the fewest further steps', ['unshare'], 0, ['mount-proc', 'pivot']],
  ['takes back what spoilt it', ['unshare', 'pivot'], 1, ['mount-proc', 'pivot']],
  ['takes back what left no room', ['unshare', 'mount-proc', 'dance', 'drop-caps'], 1, ['pivot']],
])('in an order world the smallest change %s', (_, made, undo, steps) => {
  const level = handLevel()
  expect(told(level, standing(level, made), 'built')).toMatchObject({ undo, steps, isSmallest: true })
})

test('in an order world a rule may break by taking back, but further steps are told before', () => {
  const level = handLevel()
  const done = standing(level, ['unshare', 'mount-proc', 'pivot'])
  expect(told(level, done, 'built')).toMatchObject({ undo: 1, steps: [] })
  const early = standing(level, ['unshare', 'drop-caps'])
  expect(told(level, early, 'dropped')).toMatchObject({ undo: 1, steps: [] })
})

test('where the budget ends first, the steps of the known solution that are needed are told', () => {
  const shop = shopLevel()
  const start = standing(shop, [])
  expect(told(shop, start, 'leak-contained', 5)).toMatchObject({
    steps: ['shop.net=own', 'job.memory=128'],
    isSmallest: false,
  })
  // One slot was tried to the end, so that nothing smaller than the solution's two is left.
  expect(told(shop, start, 'leak-contained', 20)).toMatchObject({ isSmallest: true })
  const hand = handLevel()
  expect(told(hand, standing(hand, ['dance', 'unshare']), 'built', 3)).toMatchObject({
    undo: 2,
    steps: ['unshare', 'mount-proc', 'pivot'],
    isSmallest: false,
  })
})

test('a rule that holds in the solution too has no change without a budget, and an unknown rule never has one', () => {
  const level = shopLevel()
  expect(told(level, standing(level, ['shop.memory=128']), 'fits', 0)).toBeNull()
  expect(told(level, standing(level, []), 'fitz')).toBeNull()
})

/** Where a change leads; the test's own reading of what a change is. */
function changed(at: Standing, { undo, steps }: Counterfactual): Place {
  const from = undo > 0 ? at.path.at(-undo)?.from : at.place
  const there = steps.reduce<Place | undefined>((place, id) => place?.take(id) ?? undefined, from)
  if (!there) throw new Error('the change is not legal')
  return there
}

/** The fewest steps, taken or taken back, to a state in which a rule says the opposite: a plain search. */
function fewest(level: Level, at: Standing, rule: string): number {
  const meant = level.rules.find(({ id }) => id === rule)
  const isTurned = (place: Place): boolean =>
    meant !== undefined && holds(meant, place.read) !== holds(meant, at.place.read)
  const isProduct = fieldOf(level).axes !== null
  let layer: readonly { place: Place; back: number }[] = [{ place: at.place, back: 0 }]
  const seen = new Set([at.place.key])
  for (let distance = 0; layer.length > 0 || distance <= at.path.length; distance++) {
    if (layer.some(({ place }) => isTurned(place))) return distance
    const earlier = isProduct ? undefined : at.path.at(-distance - 1)?.from
    layer = [
      ...layer.flatMap(({ place }) => place.steps().map(({ id }) => ({ place: place.take(id), back: 0 }))),
      ...(earlier ? [{ place: earlier, back: distance + 1 }] : []),
    ].flatMap(({ place, back }) => {
      if (!place || seen.has(place.key)) return []
      seen.add(place.key)
      return [{ place, back }]
    })
  }
  return Infinity
}

test.each([
  ['a product', shopLevel()],
  ['an order', handLevel()],
])('in %s world the change turns the rule, and no smaller one does', (_, level) => {
  fc.assert(
    fc.property(wandered(level), fc.constantFrom(...level.rules.map(({ id }) => id)), (at, rule) => {
      const change = told(level, at, rule, Infinity)
      const meant = level.rules.find(({ id }) => id === rule)
      if (!change || !meant) throw new Error(`no change for ${rule}`)
      const there = changed(at, change)
      const turned = level.rules.filter(
        other => other !== meant && holds(other, at.place.read) !== holds(other, there.read),
      )
      expect(holds(meant, there.read)).toBe(!holds(meant, at.place.read))
      expect(turned.map(({ id }) => id).toSorted()).toEqual([...change.breaks, ...change.mends].toSorted())
      expect(change.undo + change.steps.length).toBe(fewest(level, at, rule))
      expect(change.isSmallest).toBe(true)
    }),
    { numRuns: tries(60, 600) },
  )
})
