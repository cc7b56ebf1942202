import { expect, test } from 'vitest'
import { cloudCount } from '../../src/solver/cloud.ts'

const add = (count: ReturnType<typeof cloudCount>, isGood: boolean, x: number, y: number): void =>
  count.add(isGood, axis => (axis === 0 ? x : y))

test('plans are counted by where they stand, the good apart', () => {
  const count = cloudCount()
  add(count, true, 10, 1)
  add(count, false, 2, 1)
  add(count, false, 10, 1)
  add(count, false, 2, 1)
  expect(count.cloud()).toEqual({
    good: [[10, 1, 1]],
    broken: [
      [2, 1, 2],
      [10, 1, 1],
    ],
  })
})

test('too many points move to a raster; an axis of few numbers keeps them, and no plan is lost', () => {
  const count = cloudCount()
  for (let x = 0; x < 1000; x++) for (const y of [0, 377, 20_000]) add(count, false, x, y)
  const points = count.cloud()?.broken ?? []
  expect(points.length).toBeLessThanOrEqual(3 * 120)
  expect(new Set(points.map(([, y]) => y))).toEqual(new Set([0, 377, 20_000]))
  expect(points.reduce((sum, [, , plans = 0]) => sum + plans, 0)).toBe(3000)
})

test('beyond twenty thousand plans none are kept', () => {
  const count = cloudCount()
  for (let i = 0; i <= 20_000; i++) add(count, i === 0, i, i)
  expect(count.cloud()).toBeUndefined()
})
