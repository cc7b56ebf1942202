import type { ManualRow } from '../core/manual.ts'
import type { Control, Scene } from '../core/scene.ts'
import type { Text } from '../core/text.ts'
import type { Level } from '../level/level.ts'
import { fieldOf } from '../solver/place.ts'
import type { Proof } from '../solver/proof.ts'
import { inBoth } from '../words/say.ts'
import type { OpenRound } from './long-code.ts'
import { manualRows } from './manual-rows.ts'
import { type Block, block, GAP, type Page } from './page.ts'
import { roundName } from './pages.ts'
import { foreignRules, isOwn } from './seat-view.ts'

/** A page of the navigator's sheet, and the side that shows until its round begins. */
export type SheetPage = { readonly round: number; readonly cover: Page; readonly page: Page }

/**
 * The navigator's page of a round: the platform's goals, and all rows of the manual that its level has use for. Whoever
 * reads it must be able to lead the driver to three stars, without seeing the screen or the driver's goals.
 */
export function sheetPage({ plan, level, proof }: OpenRound, total: number): SheetPage {
  const name = roundName(plan, total)
  return {
    round: plan.number,
    cover: {
      title: name,
      blocks: [
        block('strong', inBoth('sheet.cover', { round: name })),
        block('quiet', inBoth('sheet.onlyYou')),
      ],
    },
    page: {
      title: joined([name, level.title], ': '),
      blocks: [
        block('text', level.brief),
        block('quiet', inBoth('sheet.aboutSeat')),
        ...goals(level, proof),
        GAP,
        block('head', inBoth('sheet.manual')),
        ...manual(level),
      ],
    },
  }
}

function goals(level: Level, proof: Proof): readonly Block[] {
  const own = level.rules.filter(rule => isOwn(rule, 'navigator'))
  const others = foreignRules(level, 'navigator').length
  return [
    GAP,
    block('head', inBoth('sheet.goals')),
    ...own.map(({ text, because }): Block => ({ type: 'row', what: text, means: because })),
    ...(others > 0 ? [block('quiet', inBoth('sheet.driverHas', { n: others }))] : []),
    block('quiet', inBoth('sheet.stars', { moves: proof.par, runs: level.runs })),
  ]
}

/** Symptoms first, since they are what the driver reads out; then every control of the level with what it truly changes. */
function manual(level: Level): readonly Block[] {
  const rows = manualRows(level)
  const symptoms = rows.filter(({ type }) => type === 'symptom')
  const { scene, start } = startOf(level)
  return [
    ...symptoms.map(({ what, means }): Block => ({ type: 'row', what, means })),
    GAP,
    block('head', inBoth('sheet.controls')),
    ...kindsOf(scene.controls).map(kind => controlRow(kind, rows, scene, start)),
  ]
}

/** The level at its start: what it shows, and what a control is set to there. */
function startOf(level: Level): {
  readonly scene: Scene
  readonly start: (control: Control) => Text | undefined
} {
  const scene = fieldOf(level).start.scene({ phase: 'build', probed: [] })
  return {
    scene,
    start: control => (control.type === 'choice' ? control.options[control.start]?.label : undefined),
  }
}

/** Controls of one name: `memory.max` of every box. */
function kindsOf(controls: readonly Control[]): readonly (readonly Control[])[] {
  const byLabel = new Map<string, Control[]>()
  for (const control of controls) {
    const known = byLabel.get(control.label.en)
    if (known) known.push(control)
    else byLabel.set(control.label.en, [control])
  }
  return [...byLabel.values()]
}

/** What a kind of control truly changes, where it stands, and its values where they are few enough to say. */
function controlRow(
  kind: readonly Control[],
  rows: readonly ManualRow[],
  { groups }: Scene,
  start: (control: Control) => Text | undefined,
): Block {
  const [first] = kind
  const label = first?.label ?? { en: '', ko: '' }
  const row = rows.find(
    ({ type, what, about }) => type === 'control' && (isSame(what, label) || isAbout(about, kind)),
  )
  const where = joined(
    alikeOf(kind).map(alike => whereabouts(alike, groups, start)),
    ' · ',
  )
  return { type: 'row', what: label, where, means: row?.means ?? first?.help ?? label }
}

/** Controls with the same values, together: sliders of one name may reach differently far. */
function alikeOf(kind: readonly Control[]): readonly (readonly Control[])[] {
  const values = (control: Control): string => control.options.map(({ label }) => label.en).join('\n')
  return [...new Set(kind.map(values))].map(wanted => kind.filter(control => values(control) === wanted))
}

/** On what controls of the same values stand, these values, and what they are set to at the start. */
function whereabouts(
  alike: readonly Control[],
  groups: Scene['groups'],
  start: (control: Control) => Text | undefined,
): Text {
  const [first] = alike
  const at = alike.flatMap(control => groups.find(({ id }) => id === control.group)?.label ?? [])
  const values = first?.options.map(option => option.label) ?? []
  const now = first && start(first)
  return joined(
    [
      inBoth('sheet.at', { where: joined(at, ', ') }),
      inBoth('sheet.values', { values: joined(values, ', ') }),
      ...(now && alike.every(control => start(control)?.en === now.en)
        ? [inBoth('sheet.atStart', { value: now })]
        : []),
    ],
    '; ',
  )
}

const isSame = (one: Text, other: Text): boolean => one.en === other.en

/** Whether a row of the manual is about what controls set: `shop.memory` sets memory. */
const isAbout = (about: readonly string[], kind: readonly Control[]): boolean =>
  kind.some(({ id }) => about.some(name => id.split('.').slice(1).includes(name)))

const joined = (texts: readonly Text[], between: string): Text => ({
  en: texts.map(({ en }) => en).join(between),
  ko: texts.map(({ ko }) => ko).join(between),
})
