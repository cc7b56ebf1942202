import { expect, test } from 'vitest'
import type { AppState } from '../../src/tui/app-state.ts'
import { screen } from '../../src/tui/screen.ts'
import { same } from '../../src/core/text.ts'
import { GLYPHS } from '../../src/tui/glyphs.ts'
import { voice } from '../../src/tui/voice.ts'
import { controlRows } from '../../src/tui/widgets/control-rows.ts'
import { termsNamed } from '../../src/words/glossary.ts'
import { calm } from './fakes.ts'
import { rowText } from './faults.ts'
import { after, atBrief, solved } from './tour.ts'

const size = { columns: 80, rows: 200 }
const told = (state: AppState): string =>
  screen(state, size)
    .panes.flatMap(({ rows }) => rows.map(rowText))
    .join('\n')
const build = after(atBrief(calm()), size, 'confirm')

test('the help shows each key for what it does where a level is played', () => {
  const lines = told(after(build, size, 'help')).split('\n')
  expect(lines.find(line => line.includes('Change the control'))).toMatch(/^\s+← → l\s/)
  expect(lines.find(line => line.includes('Ask for a hint'))).toMatch(/^\s+h i\s/)
})

test('hints name their price, before they are taken and after', () => {
  const once = told(after(build, size, 'hint'))
  expect(once).toMatch(/, -(10|25)\n/)
  expect(once).toMatch(/Next hint: .*\. It costs (25|50) points\./)
})

test('a later card says that the question was of the first run', () => {
  const limited: AppState = { ...build, overlay: { type: 'choose', control: 'report.memory' } }
  const first = after(limited, size, 'pick:report.memory=128', 'run', 'answer')
  expect(told(first)).not.toContain('Before run 1')
  const second = after(solved(after(first, size, 'back')), size, 'run', 'answer')
  expect(told(second).includes('You said')).toBe(told(second).includes('Before run 1 you were asked:'))
  expect(told(second)).toContain('Before run 1 you were asked:')
})

test('the glossary begins with what the cursor is on', () => {
  const focused = build.session?.position.scene.controls.find(({ id }) => id === build.session?.focus)
  const [term] = termsNamed(focused?.label.en ?? '')
  const { overlay } = after(build, size, 'glossary')
  expect(overlay?.type === 'glossary' && overlay.terms[0]).toBe(term ?? 'memory-max')
})

test('terms are found by their names, the longer name first, as words of their own', () => {
  expect(termsNamed('pid namespace')).toEqual(['pid-namespace'])
  expect(termsNamed('a pod sandbox, then a Pod')).toEqual(['sandbox', 'pod'])
  expect(termsNamed('containers, nodejs')).toEqual([])
})

test('options that a line cannot hold have lines of their own, wrapped between words', () => {
  const option = (en: string, step: string) => ({ label: same(en), step })
  const scene = {
    groups: [{ id: 'node', label: same('node'), about: [] }],
    controls: [
      {
        id: 'repair',
        group: 'node',
        type: 'choice',
        look: 'menu',
        label: same('repair'),
        help: same('What is done.'),
        current: 0,
        start: 0,
        options: [
          { label: same('nothing') },
          option('point the kubelet at containerd.sock', 'a'),
          option('restart it', 'b'),
        ],
      },
    ],
    panels: [],
    sides: { inside: same('inside'), outside: same('outside') },
  } as const
  const { rows } = controlRows({ scene, focus: 'repair', active: 'active' }, 30, voice('en', 'unicode'))
  expect(rows.map(row => rowText(row).trimEnd())).toEqual([
    'node',
    `${GLYPHS.unicode.focus} repair         ‹ nothing ›`,
    '    [nothing]',
    '    point the kubelet at',
    '    containerd.sock',
    '    restart it',
    '    What is done.',
  ])
})
