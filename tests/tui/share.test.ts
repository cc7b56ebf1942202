import { expect, test } from 'vitest'
import { LANGS } from '../../src/core/text.ts'
import { playShared, readShareCode } from '../../src/play/share-code.ts'
import { GLYPHS } from '../../src/tui/glyphs.ts'
import { screen } from '../../src/tui/screen.ts'
import { calm, hog } from './fakes.ts'
import { after, atBrief, solved } from './tour.ts'

const size = { columns: 80, rows: 24 }
const won = () => after(solved(after(atBrief(calm()), size, 'confirm')), size, 'run', 'answer')
const shown = (state: ReturnType<typeof won>): readonly string[] =>
  screen(state, size).panes.flatMap(({ rows }) => rows.map(row => row.map(({ text }) => text).join('')))

test('the score card shows its result as lines to paste, and one key closes them again', () => {
  const open = after(won(), size, 'share')
  expect(open.overlay).toEqual({ type: 'share' })
  expect(shown(open).join('\n')).toContain(`play replay ${hog.level.id}:P`)
  expect(after(open, size, 'share').overlay).toBeNull()
})

test('the code on the screen replays, though it is broken into lines', () => {
  const lines = shown(after(won(), size, 'share'))
  const from = lines.findIndex(line => line.startsWith('play replay '))
  const code = lines.slice(from).join('\n').replace('play replay ', '')
  const read = readShareCode(code)
  expect(read.ok && playShared(read.value, hog.level, hog.proof)).toMatchObject({ ok: true })
})

test.each(LANGS)('the screen keeps to ASCII where that is set (%s)', lang => {
  const state = won()
  const ascii = after({ ...state, settings: { ...state.settings, lang, glyphs: 'ascii' } }, size, 'share')
  expect(shown(ascii).join('')).not.toContain(GLYPHS.unicode.star)
})

test('nothing is shared before a run', () => {
  expect(after(atBrief(calm()), size, 'confirm', 'share').overlay).toBeNull()
})
