import type { RuleLight } from '../../play/game.ts'
import type { Level } from '../../level/level.ts'
import { BLANK, clickable, hang, type Row, row, type Span, span, type Style } from '../rows.ts'
import type { Voice } from '../voice.ts'
import { cells, fitCells } from '../wrap.ts'
import type { Focused } from './control-rows.ts'

const STYLE: { readonly [K in RuleLight['light']]: Style } = { sealed: 'quiet', held: 'good', broken: 'bad' }
const WORD = { sealed: 'rules.sealed', held: 'rules.held', broken: 'rules.broken' } as const
const HEAD = { goal: 'rules.goals', guard: 'rules.guards', bonus: 'rules.bonuses' } as const
const KINDS = ['goal', 'guard', 'bonus'] as const

/** Width of the longest of the words, so that the rules stand in one column whatever their lights. */
const wordWidth = (voice: Voice): number => Math.max(...Object.values(WORD).map(key => cells(voice.say(key))))

/** A rule's light: glyph, colour and word. */
export function lightMark(light: RuleLight['light'], voice: Voice): Span {
  const { glyphs } = voice
  const glyph = { sealed: glyphs.sealed, held: glyphs.held, broken: glyphs.broken }[light]
  return span(
    `${glyph} ${fitCells(voice.say(WORD[light]), wordWidth(voice), glyphs.ellipsis)}  `,
    STYLE[light],
  )
}

/** The rules by kind, with their lights. */
export function ruleRows(rules: readonly RuleLight[], width: number, voice: Voice): readonly Row[] {
  return KINDS.flatMap((kind, i) => {
    const some = rules.filter(rule => rule.kind === kind)
    if (some.length === 0) return []
    return [
      ...(i > 0 ? [BLANK] : []),
      row(voice.say(HEAD[kind]), 'strong'),
      ...some.flatMap(rule => hang([lightMark(rule.light, voice)], voice.rich(rule.text), width)),
    ]
  })
}

/** One line of lights, for the title of a pane. */
export function lights(rules: readonly RuleLight[], voice: Voice): string {
  const { glyphs } = voice
  return rules
    .map(rule => ({ sealed: glyphs.sealed, held: glyphs.held, broken: glyphs.broken })[rule.light])
    .join('')
}

/** The rules after a run, each with why it matters and who says so, where the level tells that. `focus` is the index of the one looked at. */
export function verdictRows(
  level: Level,
  rules: readonly RuleLight[],
  focus: number,
  width: number,
  voice: Voice,
): Focused {
  const rows: Row[] = []
  let from = 0
  let to = 0
  rules.forEach((rule, i) => {
    if (i > 0) rows.push(BLANK)
    if (i === focus) from = rows.length
    const verdict = oneVerdict(level, rule, i === focus ? 'focused' : 'other', width, voice)
    rows.push(...verdict.map(line => clickable(line, { type: 'focus', id: rule.id })))
    if (i === focus) to = rows.length
  })
  return { rows, from, to }
}

function oneVerdict(
  level: Level,
  light: RuleLight,
  focus: 'focused' | 'other',
  width: number,
  voice: Voice,
): readonly Row[] {
  const rule = level.rules.find(({ id }) => id === light.id)
  const marker = span(focus === 'focused' ? `${voice.glyphs.focus} ` : '  ', 'accent')
  const text = voice.rich(light.text, focus === 'focused' ? 'focus' : 'strong')
  const head = hang([marker, lightMark(light.light, voice)], text, width)
  if (!rule || rule.because.en === '') return head
  return [
    ...head,
    ...hang([span('    ')], voice.rich(rule.because), width),
    ...hang(
      [span('    ')],
      [span(`${voice.say('rules.source')}: ${voice.spelled(rule.source)}`, 'quiet')],
      width,
    ),
  ]
}
