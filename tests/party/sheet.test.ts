import { describe, expect, test } from 'vitest'
import { LANGS } from '../../src/core/text.ts'
import { pageLines, sheetMarkdown } from '../../src/party/page-text.ts'
import { foreignRules, isOwn } from '../../src/party/seat-view.ts'
import { sheetPage } from '../../src/party/sheet.ts'
import { fieldOf } from '../../src/solver/place.ts'
import { plain } from '../../src/words/glossary.ts'
import { openedRounds } from '../support/rounds.ts'
import { splitLevel } from '../support/split-level.ts'

const plan = (number: number) => ({ number, level: 'mine/small', variant: 0 })
const small = sheetPage({ plan: plan(1), ...splitLevel }, 2)

/** Lines of 90 letters that fit an A4 page at 10 points: 297 mm less margins of 20 mm, at 4.3 mm a line. */
const A4_LINES = 59
const A4_LETTERS = 90

test('a page in lines names its goals with their reasons, and each control with where it is and its values', () => {
  expect(pageLines(small.page, 'en')).toEqual(
    expect.arrayContaining([
      '- The report is killed inside its box: 137 is 128 + 9.',
      expect.stringMatching(
        /^- memory\.max \(on shop; values: none, 256 .*; now none · on report; values: none, 128 .*; now none\): /,
      ),
    ]),
  )
})

test('the side above the fold tells nothing but which round it is', () => {
  const markdown = sheetMarkdown([small], 'en')
  const [cover = '', page = ''] = markdown.split('\n---\n')
  expect(cover).toContain('Round 1 of 2')
  expect(cover).toContain('Fold here')
  expect(cover).not.toContain('Small')
  expect(page).toContain('## Round 1 of 2: Small')
})

test('a file has a page break between two rounds, and none after the last', () => {
  const markdown = sheetMarkdown([small, sheetPage({ plan: plan(2), ...splitLevel }, 2)], 'ko')
  expect(markdown.match(/page-break-after/g)).toHaveLength(1)
})

describe('over every round', () => {
  test.each(openedRounds().map(round => [round.level.id, round.level.variant?.number ?? 0, round] as const))(
    '%s (variant %i): the page names every goal of the navigator and every control, none of the driver, and fits A4',
    (_, __, { level, proof }) => {
      const page = sheetPage({ plan: { number: 1, level: level.id, variant: 0 }, level, proof }, 2)
      const { controls } = fieldOf(level).start.scene({ phase: 'build', probed: [] })
      for (const lang of LANGS) {
        const text = pageLines(page.page, lang).join('\n')
        const own = level.rules.filter(rule => isOwn(rule, 'navigator'))
        const needed = [...own.map(rule => rule.text), ...controls.map(({ label }) => label)]
        expect(needed.map(words => plain(words[lang], lang)).filter(words => !text.includes(words))).toEqual(
          [],
        )
        const foreign = foreignRules(level, 'navigator').flatMap(rule => [rule.text, rule.because])
        expect(foreign.map(words => plain(words[lang], lang)).filter(words => text.includes(words))).toEqual(
          [],
        )
        expect(linesOn(sheetMarkdown([page], lang))).toBeLessThanOrEqual(A4_LINES)
      }
    },
  )
})

/** Lines of a Markdown text when it is printed; a Korean letter is as wide as two. */
function linesOn(markdown: string): number {
  const width = (line: string): number =>
    Array.from(line, sign => (sign > '\u1100' ? 2 : 1)).reduce((a, b) => a + b, 0)
  return markdown
    .split('\n')
    .filter(line => line !== '')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(width(line) / A4_LETTERS)), 0)
}
