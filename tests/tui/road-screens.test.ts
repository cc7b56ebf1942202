import { expect, test } from 'vitest'
import { playApi as play } from '../../src/cli/play-api.ts'
import type { Panel } from '../../src/core/scene.ts'
import { type Lang, LANGS } from '../../src/core/text.ts'
import { openLevel } from '../../src/io/open-level.ts'
import type { AppState } from '../../src/tui/app-state.ts'
import type { Size } from '../../src/tui/layout.ts'
import type { Opened } from '../../src/tui/ports.ts'
import { reduce } from '../../src/tui/reducer.ts'
import type { Row } from '../../src/tui/rows.ts'
import { screen } from '../../src/tui/screen.ts'
import { voice } from '../../src/tui/voice.ts'
import { panelRows } from '../../src/tui/widgets/panel-rows.ts'
import { levelName, shippedFiles } from '../support/campaign.ts'
import { isFull } from '../support/full.ts'
import { calm } from './fakes.ts'
import { after, atBrief } from './tour.ts'

const road = shippedFiles.filter(file => levelName(file).startsWith('05-the-road/'))
const STANDARD: Size = { columns: 80, rows: 24 }
const SMALL: Size = { columns: 60, rows: 20 }

function opened(file: string): Opened {
  const result = openLevel(file)
  if (!result.ok) throw new Error(`${file} does not open: ${result.error.type}`)
  return { level: result.value.level, proof: result.value.proof, play }
}

/** A state with a step taken at the control that offers it. */
function taken(state: AppState, step: string): AppState {
  const control = state.session?.position.scene.controls.find(({ options }) =>
    options.some(option => option.step === step),
  )
  if (!control) throw new Error(`no control offers ${step}`)
  return reduce(
    { ...state, overlay: { type: 'choose', control: control.id } },
    { type: 'picked', value: step },
  )
}

/** The start and the solved state of a level, each before and after its run. */
function states(
  level: Opened,
  lang: Lang,
  size: Size,
): readonly (readonly [name: string, state: AppState])[] {
  const start = after(atBrief(calm({ lang }), level), size, 'confirm')
  const solved = level.proof.solution.reduce(taken, start)
  const ran = (state: AppState): AppState => after(state, size, 'run', 'answer', 'skip', 'back')
  return [
    ['start', start],
    ['start, run', ran(start)],
    ['solved', solved],
    ['solved, run', ran(solved)],
  ]
}

const textOf = (rows: readonly Row[]): readonly string[] =>
  rows.map(row =>
    row
      .map(({ text }) => text)
      .join('')
      .trimEnd(),
  )

const isWithin = (part: readonly string[], whole: readonly string[]): boolean =>
  whole.some((_, i) => part.every((line, j) => whole[i + j] === line))

/** Every pane of a state's screens: with each control in focus, and with each pane looked at. */
function shownPanes(state: AppState, size: Size): readonly (readonly string[])[] {
  const { session } = state
  if (!session) return []
  const { controls } = session.position.scene
  const firsts = controls.filter(({ group }, i) => controls.findIndex(c => c.group === group) === i)
  return (isFull ? controls : firsts).flatMap(({ id }) =>
    (['controls', 'inside', 'outside'] as const).flatMap(slot =>
      screen({ ...state, session: { ...session, focus: id, slot } }, size).panes.map(({ rows }) =>
        textOf(rows),
      ),
    ),
  )
}

const isGraph = (panel: Panel): boolean => panel.type === 'graph'

/** What of the chapter's pictures is cut or needs scrolling in a state. */
function faults(state: AppState, lang: Lang, size: Size): readonly string[] {
  const panes = shownPanes(state, size)
  const scene = state.session?.position.scene
  // Half a screen inside its frame, or all of it where one pane has the screen to itself.
  const width = size.columns < 80 ? size.columns - 4 : size.columns / 2 - 4
  const cut = panes.flat().filter(line => line.includes('…'))
  const graphs = (scene?.panels ?? []).filter(isGraph)
  const hidden = graphs.filter(panel => {
    const rows = textOf(panelRows(panel, width, voice(lang, 'unicode')))
    // Of what does not lead the pictures of something that the player sets, it is enough that it has room.
    const isFirst =
      scene?.panels.find(({ group }) => group === panel.group) === panel &&
      scene.controls.some(({ group }) => group === panel.group)
    return isFirst ? !panes.some(pane => isWithin(rows, pane)) : rows.length > size.rows - 10
  })
  return [...cut.map(line => `cut: ${line}`), ...hidden.map(({ id }) => `${id} needs scrolling`)]
}

test('there are thirteen levels on the road', () => {
  expect(road).toHaveLength(13)
})

/** The fast selection has the one with most nodes. */
const chosen = road.filter(file => isFull || /13-/.test(levelName(file)))

test.each(chosen.map(file => [levelName(file), file] as const))(
  '%s: every graph fits 80×24 without scrolling, and no label is cut',
  (_, file) => {
    const level = opened(file)
    const langs = isFull ? LANGS : LANGS.slice(0, 1)
    const found = langs.flatMap(lang =>
      (isFull ? [STANDARD, SMALL] : [STANDARD]).flatMap(size =>
        states(level, lang, size)
          .slice(isFull ? 0 : 2)
          .flatMap(([name, state]) =>
            faults(state, lang, size).map(fault => `${size.columns} ${lang} ${name}: ${fault}`),
          ),
      ),
    )
    expect([...new Set(found)]).toEqual([])
  },
)

test('below its last control a level of cards goes on: every line of it can be brought into sight', () => {
  const file = road.find(name => levelName(name).includes('08-')) ?? ''
  const [, [, solved] = []] = states(opened(file), 'ko', SMALL).slice(1)
  const { session } = solved ?? {}
  if (!solved || !session) throw new Error('no session')
  const { scene } = session.position
  const paged = after(solved, SMALL, 'pageDown')
  const lines = [solved, paged, after(paged, SMALL, 'pageDown')].flatMap(state =>
    screen(state, SMALL).panes.flatMap(({ rows }) => textOf(rows)),
  )
  const about = scene.groups.flatMap(group => group.about.map(({ ko }) => ko))
  expect(about.length).toBeGreaterThan(2)
  expect(about.filter(text => !lines.some(line => line.includes(text)))).toEqual([])
  // The next move brings the focus back into sight.
  const moved = screen(after(paged, SMALL, 'down'), SMALL).panes[0]?.rows ?? []
  expect(textOf(moved).some(line => line.includes('▸'))).toBe(true)
})
