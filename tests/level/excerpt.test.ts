import fc from 'fast-check'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { cells } from '../../src/level/cells.ts'
import { excerptOf, formatProblem } from '../../src/level/problem.ts'

test('the caret stands below its letter after wide Hangul, tabs and characters that are not shown', () => {
  const line = '\tko: 전등\u202e켠다'
  const problem = { file: 'a.yaml', line: 3, col: 9, path: 'title.ko', message: 'no' }
  expect(formatProblem({ ...problem, ...excerptOf(line, line.indexOf('켠')) })).toBe(
    ['a.yaml:3:9 title.ko: no', '      ko: 전등<U+202E>켠다', `    ${' '.repeat(18)}^`].join('\n'),
  )
})

test('a long line is cut on both sides around the caret', () => {
  const line = `${'a'.repeat(300)}X${'b'.repeat(300)}`
  const { excerpt, caret } = excerptOf(line, 300)
  expect(excerpt).toBe(`...${'a'.repeat(60)}X${'b'.repeat(33)}...`)
  expect(excerpt[caret]).toBe('X')
})

test('a line of a hundred columns is shown whole', () => {
  const line = 'a'.repeat(100)
  expect(excerptOf(line, 99)).toEqual({ excerpt: line, caret: 99 })
})

test('an excerpt is at most a hundred cells wide, and the caret is within it or just behind', () => {
  const letters = fc.string({
    unit: fc.constantFrom('a', ' ', '한', '\t', '\u0007', '…', '😀'),
    maxLength: 400,
  })
  fc.assert(
    fc.property(letters, fc.nat(400), (line, column) => {
      const { excerpt, caret } = excerptOf(line, Math.min(column, line.length))
      expect(cells(excerpt)).toBeLessThanOrEqual(100)
      expect(caret).toBeLessThanOrEqual(cells(excerpt))
    }),
  )
})

test('cells agree with the measure that screens use, for both languages', () => {
  const letters = fc.string({
    unit: fc.constantFrom(...Array.from('aZ0 .,:한글켠전(){}|…→★')),
    maxLength: 60,
  })
  fc.assert(
    fc.property(letters, text => {
      expect(cells(text)).toBe(stringWidth(text))
    }),
  )
})
