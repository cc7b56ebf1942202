import { expect, test } from 'vitest'
import { LANGS } from '../../src/core/text.ts'
import type { AppState } from '../../src/tui/app-state.ts'
import { GLYPHS } from '../../src/tui/glyphs.ts'
import type { Rect, Size } from '../../src/tui/layout.ts'
import type { PaneView } from '../../src/tui/pane.ts'
import { rowCells } from '../../src/tui/rows.ts'
import { screen } from '../../src/tui/screen.ts'
import { frameRows } from '../../src/tui/widgets/frame-rows.ts'
import { isFull } from '../support/full.ts'
import { bill, calm } from './fakes.ts'
import { after, atBrief, everyScreen } from './tour.ts'

const SIZES: readonly Size[] = [
  { columns: 60, rows: 20 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 200, rows: 60 },
]

const cases = SIZES.flatMap(size =>
  LANGS.flatMap(lang =>
    (['unicode', 'ascii'] as const).map(glyphs => ({
      size,
      lang,
      glyphs,
      name: `${size.columns}x${size.rows} ${lang} ${glyphs}`,
    })),
  ),
)

const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const isInside = (rect: Rect, { columns, rows }: Size, below: number): boolean =>
  rect.x >= 0 && rect.y >= 1 && rect.x + rect.width <= columns && rect.y + rect.height <= rows - below

/** What is wrong with a pane: a row wider than its frame, a focus out of sight, a frame too small to read. */
function paneFaults(pane: PaneView): readonly string[] {
  const inside = pane.rect.width - 4
  const wide = pane.rows
    .filter(row => rowCells(row) > inside)
    .map(row => `cut: ${row.map(part => part.text).join('')}`)
  const uneven = frameRows(pane, GLYPHS.unicode, n => `${n}`).filter(row => rowCells(row) !== pane.rect.width)
  return [
    ...wide,
    ...uneven.map(() => 'a frame row of another width'),
    ...(pane.rect.height < 3 ? ['no room'] : []),
  ].map(fault => `${pane.id}: ${fault}`)
}

function faults(state: AppState, size: Size): readonly string[] {
  const view = screen(state, size)
  const below = view.message.length + 1
  const rows = [view.header, ...view.message, view.footer]
  return [
    ...rows
      .filter(row => rowCells(row) !== size.columns)
      .map(row => `bar of ${rowCells(row)}: ${row.map(part => part.text).join('')}`),
    ...(view.header.some(part => part.text.includes(GLYPHS[state.settings.glyphs].ellipsis))
      ? ['the header is cut']
      : []),
    ...view.panes
      .filter(pane => !isInside(pane.rect, size, below))
      .map(pane => `${pane.id} leaves the screen`),
    ...view.panes.flatMap((a, i) =>
      view.panes
        .slice(i + 1)
        .filter(b => overlap(a.rect, b.rect))
        .map(b => `${a.id} over ${b.id}`),
    ),
    ...view.panes.flatMap(paneFaults),
    ...(view.panes.filter(pane => pane.focus === 'focused').length === 1 ? [] : ['not one focused pane']),
    ...(view.panes.some(pane => pane.id === view.active) ? [] : [`${view.active} is not drawn`]),
  ]
}

test.each(cases)('every screen is whole at $name', ({ size, lang, glyphs }) => {
  const found = everyScreen(calm({ lang, glyphs }), size).flatMap(([name, state]) =>
    faults(state, size).map(fault => `${name}: ${fault}`),
  )
  expect(found).toEqual([])
})

test.each(cases)('a level with objectives shows its plans after a run, whole at $name', c => {
  const { size, lang, glyphs } = c
  const score = after(atBrief(calm({ lang, glyphs }), bill), size, 'confirm', 'run', 'answer')
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
