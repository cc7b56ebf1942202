import { expect, test } from 'vitest'
import { editDistance, nearest } from '../../src/core/nearest.ts'

test.each([
  ['', 'abc', 3],
  ['memory', 'memory', 0],
  ['memroy', 'memory', 1],
  ['facst', 'facts', 1],
  ['kitten', 'sitting', 3],
])('from %s to %s are %i edits', (a, b, edits) => {
  expect(editDistance(a, b)).toBe(edits)
  expect(editDistance(b, a)).toBe(edits)
})

test('a slip of two letters finds its name, a stranger finds nothing', () => {
  const known = ['list', 'solve', 'facts', 'limits/memory-hog']
  expect(nearest('facst', known)).toEqual(['facts'])
  expect(nearest('memory-hog', known)).toEqual(['limits/memory-hog'])
  expect(nearest('zebra', known)).toEqual([])
})
