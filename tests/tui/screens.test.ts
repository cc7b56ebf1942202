import { afterAll, expect, test } from 'vitest'
import { LANGS } from '../../src/core/text.ts'
import type { AppState } from '../../src/tui/app-state.ts'
import type { Size } from '../../src/tui/layout.ts'
import { screen } from '../../src/tui/screen.ts'
import { isFull } from '../support/full.ts'
import { bill, calm } from './fakes.ts'
import { deadClicks, deadKeys, faults } from './faults.ts'
import { after, atBrief, everyScreen } from './tour.ts'

const SIZES: readonly Size[] = [
  { columns: 60, rows: 20 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 200, rows: 60 },
]

const LOOKS = [
  { look: 'colour', theme: 'auto', glyphs: 'unicode' },
  { look: 'NO_COLOR', theme: 'mono', glyphs: 'unicode' },
  { look: 'ascii', theme: 'auto', glyphs: 'ascii' },
] as const

/** The whole matrix; in the fast selection the half in which every two of size, language and look meet. */
const cases = SIZES.flatMap((size, s) =>
  LANGS.flatMap((lang, l) =>
    LOOKS.map((look, k) => ({
      size,
      lang,
      ...look,
      name: `${size.columns}x${size.rows} ${lang} ${look.look}`,
      isFast: (s + k + l) % 2 === 0,
    })),
  ),
).filter(({ isFast }) => isFull || isFast)

/** Findings by screen and case, for the table. */
const table = new Map<string, Map<string, number>>()

afterAll(() => {
  const names = cases.map(({ name }) => name)
  const head = names.map((name, i) => `${String(i + 1).padStart(3)} ${name}`)
  const rows = [...table].map(([name, found]) => {
    const cells = names.map(column => String(found.get(column) ?? '-').padStart(3))
    return `${name.padEnd(24)}${cells.join('')}`
  })
  const numbers = names.map((_, i) => String(i + 1).padStart(3)).join('')
  process.stdout.write(`${[...head, '', `${'findings'.padEnd(24)}${numbers}`, ...rows].join('\n')}\n`)
})

test.each(cases)('every screen is whole, and its keys and clicks work, at $name', c => {
  const { size, lang, glyphs, theme, name } = c
  const screens = everyScreen(calm({ lang, glyphs, theme }), size)
  const found = screens.map(([at, state], i) => {
    // What keys and clicks do depends little on the looks, and trying them all takes many screens.
    const isTried = isFull || (i + size.columns) % 12 === 0
    const dead = isTried ? [...deadKeys(state, size), ...deadClicks(state, size)] : []
    const all = [...faults(state, size), ...dead]
    table.set(at, (table.get(at) ?? new Map<string, number>()).set(name, all.length))
    return all.map(fault => `${at}: ${fault}`)
  })
  expect(found.flat()).toEqual([])
})

test.each(cases)('a level with objectives shows its plans after a run, whole at $name', c => {
  const { size, lang, glyphs, theme } = c
  const score = after(atBrief(calm({ lang, glyphs, theme }), bill), size, 'confirm', 'run', 'answer')
  const build = after(score, size, 'back', 'nextPane', 'nextPane')
  expect([...faults(score, size), ...faults(build, size)]).toEqual([])
  const drawn = (state: AppState): string =>
    screen(state, { ...size, rows: 200 })
      .panes.flatMap(pane => pane.rows.map(row => row.map(part => part.text).join('')))
      .join('\n')
  const title = { en: 'Among all plans', ko: '모든 계획 가운데' }[lang]
  expect(drawn(build)).toContain(title)
  expect(drawn(score).includes(title)).toBe(size.columns >= 120)
})

test('every size between is whole as well', () => {
  const step = isFull ? 7 : 31
  const sizes = Array.from({ length: Math.floor(140 / step) }, (_, i) => ({
    columns: 60 + i * step,
    rows: 20 + ((i * 3) % 30),
  }))
  const found = sizes.flatMap(size =>
    everyScreen(calm({ lang: 'ko' }), size).flatMap(([name, state]) =>
      faults(state, size).map(fault => `${size.columns}x${size.rows} ${name}: ${fault}`),
    ),
  )
  expect(found).toEqual([])
})
