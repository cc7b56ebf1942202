import { describe, expect, test } from 'vitest'
import type { Panel } from '../../src/core/scene.ts'
import { same } from '../../src/core/text.ts'
import { voice } from '../../src/tui/voice.ts'
import { scatterRows } from '../../src/tui/widgets/scatter-rows.ts'
import { cells } from '../../src/tui/wrap.ts'

type Scatter = Extract<Panel, { type: 'scatter' }>

const PLOT: Scatter = {
  type: 'scatter',
  id: 'plot',
  title: same('Plot'),
  seat: 'both',
  say: same('words'),
  x: { en: 'memory (MiB)', ko: '메모리(MiB)' },
  y: { en: 'cost a month', ko: '한 달 비용' },
  points: [
    { x: 0, y: 0, tone: 'quiet' },
    { x: 1800, y: 8, tone: 'quiet' },
    { x: 900, y: 4, tone: 'good' },
  ],
  frontier: [
    { x: 0, y: 0 },
    { x: 900, y: 4 },
  ],
  note: same('No plan beats it.'),
}

const rowsOf = (
  plot: Partial<Scatter>,
  width: number,
  lang: 'en' | 'ko' = 'en',
  glyphs: 'unicode' | 'ascii' = 'unicode',
): readonly string[] =>
  scatterRows({ ...PLOT, ...plot }, width, voice(lang, glyphs)).map(row =>
    row
      .map(({ text }) => text)
      .join('')
      .trimEnd(),
  )

const filled = (rows: readonly string[]): readonly string[] => rows.filter(row => /[^\s│|]/.test(row))

test('a plot draws the frontier over other points, its own point over both, and numbers its axes', () => {
  expect(filled(rowsOf({}, 50))).toEqual([
    'cost a month',
    `8 │ ${' '.repeat(45)}·`,
    `4 │ ${' '.repeat(23)}✓`,
    '0 │ ○',
    `  ╰${'─'.repeat(47)}`,
    `    0${' '.repeat(20)}900${' '.repeat(17)}1,800`,
    '    memory (MiB)',
    '  ✓ this plan  ○ beaten by none  · others',
    '  No plan beats it.',
  ])
})

test('what one swap leads to is told apart, and from the frontier that it reaches', () => {
  const swaps = [
    { x: 0, y: 0 },
    { x: 1800, y: 0 },
  ]
  expect(filled(rowsOf({ swaps }, 60, 'en', 'ascii')).slice(1)).toEqual([
    `8 | ${' '.repeat(55)}-`,
    `4 | ${' '.repeat(28)}+`,
    `0 | @${' '.repeat(54)}*`,
    `  +${'-'.repeat(57)}`,
    `    0${' '.repeat(25)}900${' '.repeat(22)}1,800`,
    '    memory (MiB)',
    '  + this plan  @ one swap away, beaten by none',
    '  * one swap away  - others',
    '  No plan beats it.',
  ])
})

test('plans that break a need are a faint ground below the others', () => {
  const broken = [
    { x: 1800, y: 0 },
    { x: 900, y: 4 },
  ]
  const rows = filled(rowsOf({ broken }, 60))
  expect(rows.slice(1, 4)).toEqual([
    `8 │ ${' '.repeat(55)}·`,
    `4 │ ${' '.repeat(28)}✓`,
    `0 │ ○${' '.repeat(54)}░`,
  ])
  expect(rows.join(' ')).toContain('░ breaks a goal or a guard')
})

test('a middle that is no whole number, or has no room, is left out', () => {
  const rows = rowsOf({ points: [{ x: 1, y: 1, tone: 'good' }], frontier: [{ x: 1000, y: 2 }] }, 22)
  expect(filled(rows)).toEqual([
    'cost a month',
    `2 │ ${' '.repeat(17)}○`,
    '1 │ ✓',
    `  ╰${'─'.repeat(19)}`,
    `    1${' '.repeat(12)}1,000`,
    '    memory (MiB)',
    '  ✓ this plan',
    '  ○ beaten by none',
    '  No plan beats it.',
  ])
})

test('without room beside the points the numbers stand behind the names of the axes', () => {
  const rows = rowsOf({}, 16)
  expect(rows.slice(0, 2).join(' ')).toContain('cost a month:')
  expect(rows.join(' ').replaceAll(/\s+/g, ' ')).toContain('memory (MiB): 0-1,800')
})

test('a single point stands at its numbers', () => {
  const rows = rowsOf({ points: [{ x: 1592, y: 100, tone: 'good' }], frontier: [] }, 40)
  expect(filled(rows).slice(0, 5)).toEqual([
    'cost a month',
    '100 │ ✓',
    `    ╰${'─'.repeat(35)}`,
    '      1,592',
    '      memory (MiB)',
  ])
})

describe.each(['en', 'ko'] as const)('in %s', lang => {
  test.each(['unicode', 'ascii'] as const)('with %s glyphs a plot fits every width', glyphs => {
    for (const width of [16, 22, 29, 36, 56, 76, 116])
      for (const row of rowsOf({ swaps: [{ x: 1800, y: 0 }] }, width, lang, glyphs))
        expect(cells(row)).toBeLessThanOrEqual(width)
  })
})

test.each([
  [36, 7],
  [76, 9],
  [116, 13],
])('a plot of %d cells is %d rows high, so that it can be seen as a whole', (width, height) => {
  expect(rowsOf({}, width).filter(row => row.includes('│'))).toHaveLength(height)
})

test('plans that are all alike on one axis take one row', () => {
  const points: Scatter['points'] = [
    { x: 1592, y: 100, tone: 'good' },
    { x: 1734, y: 100, tone: 'quiet' },
  ]
  expect(rowsOf({ points, frontier: [] }, 40).slice(0, 4)).toEqual([
    'cost a month',
    `100 │ ✓${' '.repeat(32)}·`,
    `    ╰${'─'.repeat(35)}`,
    `      1,592${' '.repeat(9)}1,663${' '.repeat(10)}1,734`,
  ])
})
