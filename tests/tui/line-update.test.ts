import xterm from '@xterm/headless'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineUpdate } from '../../src/tui/line-update.ts'
import { paint } from '../../src/tui/paint.ts'
import type { Row, Style } from '../../src/tui/rows.ts'
import { theme } from '../../src/tui/theme.ts'
import { isFull } from '../support/full.ts'

const COLUMNS = 40
const looks = theme('auto')

/** What a terminal's line looks like, cell by cell: characters with their weight, line and colour. */
async function shown(text: string): Promise<readonly string[]> {
  const terminal = new xterm.Terminal({ cols: COLUMNS, rows: 3, allowProposedApi: true, scrollback: 0 })
  await new Promise<void>(resolve => terminal.write(text, resolve))
  const line = terminal.buffer.active.getLine(0)
  const seen = Array.from({ length: COLUMNS }, (_, x) => {
    const cell = line?.getCell(x)
    const styles = [cell?.getFgColor(), cell?.isBold(), cell?.isUnderline(), cell?.isInverse()]
    return `${cell?.getChars() || (cell?.getWidth() === 0 ? '' : ' ')} ${styles.join()}`
  })
  terminal.dispose()
  return seen
}

const STYLES = [
  'plain',
  'quiet',
  'good',
  'focus',
  'strong',
  'term',
  'star',
] as const satisfies readonly Style[]

/** Rows of what screens are made of, ASCII, Hangul and frames, cut to the width of the line. */
const rows = fc
  .array(
    fc.record({
      text: fc.string({ unit: fc.constantFrom('a', 'b', ' ', '─', '★', '한', '글', '9'), maxLength: 12 }),
      style: fc.constantFrom(...STYLES),
    }),
    { maxLength: 5 },
  )
  .map((row): Row => {
    let left = COLUMNS
    return row.map(({ text, style }) => {
      const kept = Array.from(text).filter(char => (left -= /[가-힣]/.test(char) ? 2 : 1) >= 0)
      return { text: kept.join(''), style }
    })
  })

/** How Ink hands lines on: without the blanks at their ends. */
const line = (row: Row): string => paint(row, looks, 24).trimEnd()

test('a line that is updated looks as one that is written anew, whatever stood there', async () => {
  await fc.assert(
    fc.asyncProperty(rows, rows, async (before, after) => {
      const update = lineUpdate(line(before), line(after), COLUMNS)
      expect(await shown(line(before) + update)).toEqual(await shown(line(after)))
    }),
    { numRuns: isFull ? 3000 : 150 },
  )
})

test('a line of which little changed costs little', () => {
  const before = line([{ text: 'memory  64 MiB  of 128', style: 'plain' }])
  const after = line([{ text: 'memory  96 MiB  of 128', style: 'plain' }])
  expect(lineUpdate(before, after, COLUMNS)).toBe('\x1b[9G96')
})

test.each([
  ['a link', '\x1b]8;;http://example.org\x07there\x1b]8;;\x07'],
  ['a tab', 'a\tb'],
  ['more than the line holds', 'a'.repeat(COLUMNS + 1)],
])('a line with %s is written anew', (_, next) => {
  expect(lineUpdate('', next, COLUMNS)).toBe(`\x1b[1G\x1b[K${next}`)
})

test('marks that stand on the character before them stay with it', async () => {
  const update = lineUpdate('cafe', 'cafe\u0301!', COLUMNS)
  expect(await shown(`cafe${update}`)).toEqual(await shown('cafe\u0301!'))
})
