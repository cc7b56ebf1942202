import type { Counter } from '../../play/game.ts'
import type { Explanation } from '../../rules/expression.ts'
import { hang, type Row, rowCells, span, type Style } from '../rows.ts'
import type { Voice } from '../voice.ts'
import { cells } from '../wrap.ts'

/** Deepest level that is indented; deeper parts keep that indent, so that they still have room. */
const DEEPEST = 8

/** An expression taken apart: each part with its value in a column of its own, parts below their whole. */
export function explainRows(part: Explanation, width: number, voice: Voice, depth = 0): readonly Row[] {
  const { glyphs } = voice
  const indent = '  '.repeat(Math.min(depth, DEEPEST))
  const marker: Row = [span(indent), span(depth === 0 ? '' : `${glyphs.turn} `, 'border')]
  const element = part.element === undefined ? [] : [span(`${part.element}: `, 'hidden')]
  const decided = part.decided === true ? [span(` ${glyphs.less} ${voice.say('rules.decided')}`, 'warn')] : []
  const value = voice.spelled(part.mark ? `${part.value} ${part.mark[voice.lang]}` : part.value)
  const own = valued(marker, [...element, span(voice.spelled(part.source)), ...decided], value, width, voice)
  return [...own, ...part.parts.flatMap(inner => explainRows(inner, width, voice, depth + 1))]
}

/** A part with its value at the end of its last row; a long value stands below. */
function valued(marker: Row, source: Row, text: string, width: number, voice: Voice): readonly Row[] {
  const value = span(text, valueStyle(text))
  const isShort = cells(text) <= width / 2
  if (!isShort)
    return [...hang(marker, source, width), ...hang([span(' '.repeat(rowCells(marker) + 2))], [value], width)]
  const rows = hang(marker, source, width - cells(text) - LEADER)
  const last = rows.at(-1) ?? []
  const leader = voice.glyphs.dot.repeat(width - rowCells(last) - cells(text) - 2)
  return [...rows.slice(0, -1), [...last, span(` ${leader} `, 'border'), value]]
}

/** Cells that the way from a part to its value takes at least. */
const LEADER = 3

function valueStyle(value: string): Style {
  if (value === 'true') return 'good'
  return value === 'false' ? 'bad' : 'accent'
}

/** What would turn a rule, and what else that would do; or when that can be seen. */
export function counterRows({ type, say }: Counter, width: number, voice: Voice): readonly Row[] {
  const isTold = type === 'change' || type === 'none'
  return hang([span(`${voice.glyphs.focus} `, 'accent')], voice.rich(say, isTold ? 'plain' : 'quiet'), width)
}
