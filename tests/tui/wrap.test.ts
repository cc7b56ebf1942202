import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutRow, fitRow, hang, rowCells, span, wrapRow } from '../../src/tui/rows.ts'
import { cells, cutCells, fitCells, wrapText, wrapVerbatim } from '../../src/tui/wrap.ts'
import { tries } from '../support/full.ts'

const words = fc
  .array(
    fc.constantFrom(
      '컨테이너는',
      '프로세스입니다.',
      'memory.max',
      'a',
      '128 + 9,',
      '/sys/fs/cgroup/shop',
      'pid 네임스페이스',
    ),
    {
      maxLength: 30,
    },
  )
  .map(list => list.join(' '))
const widths = fc.integer({ min: 4, max: 90 })

test('no wrapped line is too wide, starts with a space or loses a letter', () => {
  fc.assert(
    fc.property(words, widths, (text, width) => {
      const lines = wrapText(text, width)
      expect(lines.every(line => cells(line) <= width && !line.startsWith(' '))).toBe(true)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    }),
    { numRuns: tries(200, 2000) },
  )
})

test('styles survive wrapping', () => {
  fc.assert(
    fc.property(words, words, widths, (first, second, width) => {
      const rows = wrapRow([span(first, 'strong'), span(' '), span(second, 'term')], width)
      const strong = rows
        .flat()
        .filter(({ style }) => style === 'strong')
        .map(({ text }) => text)
        .join('')
      expect(strong.replaceAll(' ', '')).toBe(first.replaceAll(' ', ''))
    }),
    { numRuns: tries(200, 2000) },
  )
})

test('Korean breaks between words', () => {
  expect(wrapText('새는 쪽이 책임지게 하되', 12)).toEqual(['새는 쪽이', '책임지게', '하되'])
})

test('decomposed Hangul is as wide as composed', () => {
  expect(cells('한글'.normalize('NFD'))).toBe(4)
})

test.each([
  ['fits', 'abc', 3, 'abc'],
  ['cut', 'abcdef', 4, 'abc…'],
  ['a Korean letter that would be halved is left out', '가나다', 4, '가…'],
  ['no room', 'abc', 0, ''],
])('cutting: %s', (_, text, width, expected) => {
  expect(cutCells(text, width, '…')).toBe(expected)
})

test('padding fills the width exactly', () => {
  expect(cells(fitCells('가나다라', 6, '…'))).toBe(6)
  expect(rowCells(fitRow([span('가'), span('나다')], 4, '…'))).toBe(4)
  expect(rowCells(cutRow([span('abc'), span('def')], 3, '…'))).toBe(3)
})

test('later rows of a paragraph hang below its text, not below its marker', () => {
  expect(
    hang([span('- ')], [span('one two three')], 9).map(row => row.map(part => part.text).join('')),
  ).toEqual(['- one two', '  three'])
})

test('what a shell printed breaks between columns and goes on further in', () => {
  const head = 'key        shmid      owner      perms      bytes      nattch     status      '
  expect(wrapVerbatim(head, 36)).toEqual([
    'key        shmid      owner',
    '  perms      bytes      nattch',
    '  status',
  ])
  expect(wrapVerbatim('    link/loopback 00:00:00:00:00:00 brd', 36)).toEqual([
    '    link/loopback 00:00:00:00:00:00',
    '  brd',
  ])
})

test('what has no gap to break at is cut where it must be', () => {
  expect(wrapVerbatim('x'.repeat(10), 6)).toEqual(['xxxxxx', '  xxxx'])
})
