import type { Explanation } from '../../rules/expression.ts'
import type { Counter } from '../../play/game.ts'
import { BLANK, hang, type Row, row, span, type Style, wrapRow } from '../rows.ts'
import type { Voice } from '../voice.ts'

/** Deepest level that is indented; deeper parts keep that indent, so that they still have room. */
const DEEPEST = 8

/** An expression taken apart: each part with its value, parts below their whole. */
export function explainRows(part: Explanation, width: number, voice: Voice, depth = 0): readonly Row[] {
  const { glyphs } = voice
  const indent = '  '.repeat(Math.min(depth, DEEPEST))
  const marker: Row = [span(indent), span(depth === 0 ? '' : `${glyphs.turn} `, 'border')]
  const element = part.element === undefined ? [] : [span(`${part.element}: `, 'hidden')]
  const decided =
    part.decided === true ? [span(`  ${glyphs.less} ${voice.say('rules.decided')}`, 'warn')] : []
  const own = hang(
    marker,
    [
      ...element,
      span(part.source),
      span(` ${glyphs.arrow} `, 'quiet'),
      span(part.value, valueStyle(part.value)),
      ...decided,
    ],
    width,
  )
  return [...own, ...part.parts.flatMap(inner => explainRows(inner, width, voice, depth + 1))]
}

function valueStyle(value: string): Style {
  if (value === 'true') return 'good'
  return value === 'false' ? 'bad' : 'accent'
}

const TITLE = { mend: 'rules.mendTitle', break: 'rules.breakTitle' } as const

/** What would turn a rule, and what else that would do; or when that can be seen. */
export function counterRows(counter: Counter, width: number, voice: Voice): readonly Row[] {
  switch (counter.type) {
    case 'sealed':
    case 'locked':
      return [...hang([], voice.rich(counter.say, 'quiet'), width), BLANK]
    case 'none':
    case 'change':
      return [
        row(voice.say(TITLE[counter.turn]), 'strong'),
        ...wrapRow(voice.rich(counter.say), width),
        BLANK,
      ]
    default:
      return counter satisfies never
  }
}
