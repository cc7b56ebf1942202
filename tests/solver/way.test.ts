import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldOf } from '../../src/solver/place.ts'
import { wayFrom } from '../../src/solver/way.ts'
import { handLevel, proofOf, shopLevel } from '../support/levels.ts'
import { standing } from '../support/standings.ts'

test.each([
  ['the start', [], ['shop.net=own', 'shop.memory=256', 'job.memory=128']],
  ['a plan begun another way', ['job.net=own', 'job.memory=256'], ['shop.memory=256']],
  ['a wrong value', ['shop.net=own', 'shop.memory=128', 'job.memory=256'], ['shop.memory=256']],
  [
    'one move too many',
    ['shop.net=own', 'job.net=own', 'shop.memory=256', 'job.memory=128'],
    ['job.net=host'],
  ],
  ['a state at par', ['job.net=own', 'shop.memory=256', 'job.memory=256'], []],
])('in a product level the way from %s is the fewest slots to change', (_, made, steps) => {
  const level = shopLevel()
  expect(wayFrom(level, proofOf(level), standing(level, made))).toEqual({ type: 'steps', steps })
})

test('without any budget the way is that of the stored solution', () => {
  const level = shopLevel()
  const way = wayFrom(level, proofOf(level), standing(level, ['job.net=own', 'job.memory=256']), 0)
  expect(way).toEqual({
    type: 'steps',
    steps: ['shop.net=own', 'shop.memory=256', 'job.net=host', 'job.memory=128'],
  })
})

test('from every product state the way ends in a good state at par', () => {
  const level = shopLevel()
  const proof = proofOf(level)
  const { axes, start } = fieldOf(level)
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 999 }), { maxLength: 8 }), walk => {
      let place = start
      for (const pick of walk) {
        const steps = place.steps()
        place = place.take(steps[pick % steps.length]?.id ?? '') ?? place
      }
      const way = wayFrom(level, proof, { place, path: [] })
      const end = way.type === 'steps' ? way.steps.reduce((at, id) => at.take(id) ?? start, place) : start
      const moves = axes?.filter((_, i) => end.choice()?.[i] !== start.choice()?.[i]).length
      expect([end.verdict().solved, end.verdict().guarded, moves]).toEqual([true, true, proof.par])
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['on the way', ['unshare'], { type: 'steps', steps: ['mount-proc', 'pivot', 'drop-caps'] }],
  ['at the end', ['unshare', 'mount-proc', 'pivot', 'drop-caps'], { type: 'steps', steps: [] }],
  ['after a step that spoils the rest', ['unshare', 'pivot'], { type: 'back', count: 1, why: 'lost' }],
  ['two steps behind it', ['unshare', 'pivot', 'dance'], { type: 'back', count: 2, why: 'lost' }],
  ['where the room is gone', ['dance', 'unshare'], { type: 'back', count: 2, why: 'lost' }],
])('in an order level %s the way is told', (_, made, way) => {
  const level = handLevel()
  expect(wayFrom(level, proofOf(level), standing(level, made))).toEqual(way)
})

test('where the budget ends before the states do, an order level leads back to its solution without calling it lost', () => {
  const level = handLevel()
  expect(wayFrom(level, proofOf(level), standing(level, ['dance']), 3)).toEqual({
    type: 'back',
    count: 1,
    why: 'unknown',
  })
})

test('a good state over par is told to have a shorter way', () => {
  const level = handLevel({}, [['pivoted', 'goal', 1, "run.ok && 'pivot' in run.done"]])
  expect(wayFrom(level, proofOf(level), standing(level, ['unshare', 'mount-proc', 'pivot']))).toEqual({
    type: 'back',
    count: 2,
    why: 'longer',
  })
})
