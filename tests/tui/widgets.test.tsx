import { render } from 'ink-testing-library'
import { expect, test } from 'vitest'
import { GLYPHS } from '../../src/tui/glyphs.ts'
import { pane } from '../../src/tui/pane.ts'
import { row } from '../../src/tui/rows.ts'
import type { ScreenView } from '../../src/tui/screen-view.ts'
import { voice } from '../../src/tui/voice.ts'
import { Lines } from '../../src/tui/widgets/Lines.tsx'
import { TooSmall } from '../../src/tui/widgets/TooSmall.tsx'

const size = { columns: 24, rows: 6 }

const boxAt = (x: number, width: number, text: string) =>
  pane({
    id: text,
    rect: { x, y: 1, width, height: 3 },
    title: text,
    content: [row(text)],
    scroll: {},
    focus: 'resting',
  })

const view: ScreenView = {
  header: row('header'),
  message: [row('message')],
  footer: row('footer'),
  panes: [boxAt(0, 12, 'one'), boxAt(12, 12, '둘')],
  active: 'one',
  hints: [],
  terms: [],
}

test('a screen is drawn line by line, panes side by side, message and footer at its end', () => {
  const { lastFrame } = render(<Lines view={view} size={size} glyphs={GLYPHS.unicode} depth={1} />)
  expect(
    lastFrame()
      ?.split('\n')
      .map(line => line.trimEnd()),
  ).toEqual([
    'header',
    '╭─ one ────╮╭─ 둘 ─────╮',
    '│ one      ││ 둘       │',
    '╰──────────╯╰──────────╯',
    'message',
    'footer',
  ])
})

test('a pane over another hides what lies under it, half of a wide character too', () => {
  const over = { ...view, panes: [boxAt(0, 24, '가나다라마바사아자'), boxAt(5, 8, 'x')] }
  const { lastFrame } = render(<Lines view={over} size={size} glyphs={GLYPHS.unicode} depth={1} />)
  expect(lastFrame()?.split('\n')[2]).toBe('│ 가 │ x    │ 사아자   │')
})

test.each(['en', 'ko'] as const)('a terminal that is too small is told the least size (%s)', lang => {
  const { lastFrame } = render(<TooSmall size={{ columns: 30, rows: 8 }} voice={voice(lang, 'unicode')} />)
  expect(lastFrame()).toContain('60×20')
  expect(lastFrame()).toContain('30×8')
})
