import { expect, test } from 'vitest'
import type { Panel, PanelBody } from '../../src/core/scene.ts'
import { same } from '../../src/core/text.ts'
import { GLYPHS } from '../../src/tui/glyphs.ts'
import { pane } from '../../src/tui/pane.ts'
import { rowCells } from '../../src/tui/rows.ts'
import { voice } from '../../src/tui/voice.ts'
import { frameRows } from '../../src/tui/widgets/frame-rows.ts'
import { panelRows } from '../../src/tui/widgets/panel-rows.ts'

const BODIES: readonly PanelBody[] = [
  {
    type: 'transcript',
    lines: [
      { type: 'command', text: 'ps -e' },
      { type: 'output', text: '    PID TTY          TIME CMD' },
      { type: 'hidden', text: '' },
    ],
  },
  {
    type: 'tree',
    lines: [
      { depth: 0, label: same('init'), tone: 'plain' },
      { depth: 1, label: same('shop'), tone: 'bad' },
    ],
  },
  {
    type: 'table',
    head: [same('box'), same('what became of it')],
    rows: [
      [
        { text: same('shop'), tone: 'plain' },
        { text: { en: 'killed', ko: '강제 종료됨' }, tone: 'bad' },
      ],
    ],
  },
  {
    type: 'graph',
    lanes: [
      {
        label: same('node'),
        nodes: [
          { id: 'a', label: same('kubelet'), tone: 'plain' },
          { id: 'b', label: same('containerd'), tone: 'good' },
        ],
      },
    ],
    links: [{ from: 'a', to: 'b', label: same('CRI'), tone: 'bad' }],
    message: { at: 'a', form: same('RunPodSandbox') },
  },
  {
    type: 'gauges',
    gauges: [
      {
        id: 'm',
        label: same('shop'),
        value: 420,
        max: 1024,
        unit: 'MiB',
        mark: 448,
        tone: 'warn',
        note: same('close'),
      },
    ],
  },
  {
    type: 'scatter',
    x: same('memory'),
    y: same('time'),
    points: [
      { x: 1, y: 2, tone: 'plain' },
      { x: 5, y: 9, tone: 'good' },
    ],
    frontier: [{ x: 0, y: 0 }],
  },
  {
    type: 'timeline',
    moments: [
      {
        at: '12 s',
        who: 'report',
        say: { en: 'is killed, exit 137', ko: '강제 종료, 종료 코드 137' },
        tone: 'bad',
      },
    ],
  },
]

const panel = (body: PanelBody): Panel => ({
  id: 'p',
  title: same('Panel'),
  seat: 'both',
  say: same('words'),
  ...body,
})
const text = (body: PanelBody, width: number): readonly string[] =>
  panelRows(panel(body), width, voice('en', 'unicode')).map(row =>
    row
      .map(part => part.text)
      .join('')
      .trimEnd(),
  )

test.each(BODIES.map(body => [body.type, body] as const))(
  'a %s fits every width, in both languages and glyph sets',
  (_, body) => {
    const wide = [12, 20, 36, 56, 116].flatMap(width =>
      (['en', 'ko'] as const).flatMap(lang =>
        (['unicode', 'ascii'] as const).flatMap(glyphs =>
          panelRows(panel(body), width, voice(lang, glyphs)).filter(row => rowCells(row) > width),
        ),
      ),
    )
    expect(wide).toEqual([])
  },
)

test('a transcript keeps the columns of what was printed', () => {
  expect(BODIES[0] && text(BODIES[0], 40)).toEqual(['$ ps -e', '    PID TTY          TIME CMD', '?'])
})

test('a broken table cell says so with a glyph', () => {
  expect(BODIES[2] && text(BODIES[2], 40)).toEqual(['box   what became of it', 'shop  ✗ killed'])
})

test('a gauge draws its value, its limit as a mark, and its note', () => {
  expect(BODIES[4] && text(BODIES[4], 22)).toEqual([
    '! shop   420 / 448 MiB',
    '  ████████░┃░░░░░░░░░░',
    '  close',
  ])
})

const ROAD: PanelBody = {
  type: 'graph',
  lanes: [
    {
      label: same('the road'),
      nodes: [
        { id: 'a', label: same('kubelet 1.9'), tone: 'good' },
        { id: 'b', label: same('dockershim'), detail: same('inside the kubelet'), tone: 'good' },
        { id: 'c', label: same('dockerd'), tone: 'quiet' },
      ],
    },
  ],
  links: [
    { from: 'a', to: 'b', label: same('CRI v1alpha1'), tone: 'good' },
    { from: 'b', to: 'c', label: same('REST docker.sock'), tone: 'quiet' },
    { from: 'c', to: 'a', label: same('status'), tone: 'plain' },
  ],
  message: { at: 'b', form: same('CRI v1alpha1') },
}

test('a graph whose rows hold it has a row for each node, with what leads there', () => {
  expect(BODIES[3] && text(BODIES[3], 40)).toEqual([' ● kubelet      ▸ RunPodSandbox', ' ✗ containerd  CRI'])
  expect(text(ROAD, 60)).toEqual([
    ' ✓ kubelet 1.9',
    ' ● dockershim   CRI v1alpha1  inside the kubelet',
    ' ┆ dockerd      REST docker.sock',
    '   ↳ kubelet 1.9  status',
  ])
})

test('a graph that needs more room has its links between its nodes: passed, not yet passed, and elsewhere', () => {
  expect(text(ROAD, 34)).toEqual([
    ' ✓ kubelet 1.9',
    '   ↓ CRI v1alpha1',
    ' ● dockershim ▸ CRI v1alpha1',
    '   ┆ REST docker.sock',
    ' · dockerd',
    '   ↳ kubelet 1.9  status',
  ])
})

test('a table breaks between words while any column can yield so, and says its note below', () => {
  const head = [same('pod'), same('hops'), same('MiB')]
  const cell = (words: string) => ({ text: same(words), tone: 'plain' }) as const
  const rows = [
    [cell('December 2017'), cell('3'), cell('~206')],
    [cell('2024'), cell('1'), cell('166')],
  ]
  expect(text({ type: 'table', head, rows, note: same('~ an estimate') }, 20)).toEqual([
    'pod       hops  MiB',
    'December  3     ~206',
    '2017',
    '2024      1     166',
    '~ an estimate',
  ])
})

test('a table that would break words has less between its columns, or is turned', () => {
  const names = (...words: readonly string[]) => words.map(word => same(word))
  const cells = (...words: readonly string[]) =>
    words.map(word => ({ text: same(word), tone: 'plain' }) as const)
  const head = names('of', 'pause', 'proxy', 'stranger')
  const rows = [cells('ipc', 'own', 'host', 'host'), cells('pid', 'own', 'own', 'host')]
  const table = { type: 'table', head, rows } as const
  expect(text(table, 27)).toEqual([
    'of   pause  proxy  stranger',
    'ipc  own    host   host',
    'pid  own    own    host',
  ])
  expect(text(table, 24)).toEqual([
    'of  pause proxy stranger',
    'ipc own   host  host',
    'pid own   own   host',
  ])
  expect(text(table, 20)).toEqual([
    'of        ipc   pid',
    'pause     own   own',
    'proxy     host  own',
    'stranger  host  host',
  ])
})

test('a pane closes its frame and says how much is out of sight', () => {
  const view = pane({
    id: 'x',
    rect: { x: 0, y: 0, width: 20, height: 4 },
    title: 'Rules',
    note: '○○',
    content: ['one', 'two', 'three', 'four'].map(word => [{ text: word, style: 'plain' as const }]),
    scroll: { x: 1 },
    focus: 'focused',
  })
  const rows = frameRows(view, GLYPHS.unicode, n => `${n}`)
  expect(rows.map(row => row.map(part => part.text).join(''))).toEqual([
    '╭─ Rules ──── ▲ 1 ─╮',
    '│ two              │',
    '│ three            │',
    '╰──────────── ▼ 1 ─╯',
  ])
})
