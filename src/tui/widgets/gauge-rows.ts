import type { Gauge } from '../../core/scene.ts'
import { hang, type Row, span, spread } from '../rows.ts'
import { toneStyle } from '../theme.ts'
import type { Voice } from '../voice.ts'
import { toneMark } from './tone.ts'

/** Widest bar; a longer one says nothing more. */
const LONGEST_BAR = 48

/** A bar with its label above, its limit as a mark in it, and its note in words below. */
export function gaugeRows(gauge: Gauge, width: number, voice: Voice): readonly Row[] {
  const { glyphs } = voice
  const value = `${gauge.value}${gauge.mark === undefined ? '' : ` / ${gauge.mark}`} ${gauge.unit}`
  const head = spread(
    [toneMark(gauge.tone, glyphs), span(voice.text(gauge.label), 'strong')],
    [span(value.trimEnd(), toneStyle(gauge.tone))],
    width,
    glyphs.ellipsis,
  )
  const note = gauge.note ? hang([span('  ')], voice.rich(gauge.note, toneStyle(gauge.tone)), width) : []
  return [head, [span('  '), ...bar(gauge, Math.min(LONGEST_BAR, width - 2), voice)], ...note]
}

function bar(gauge: Gauge, width: number, { glyphs }: Voice): Row {
  const at = (value: number): number =>
    Math.round((Math.max(0, Math.min(value, gauge.max)) / (gauge.max || 1)) * width)
  const filled = at(gauge.value)
  const mark = gauge.mark === undefined ? -1 : Math.min(width - 1, at(gauge.mark))
  const cell = (i: number): string => (i === mark ? glyphs.mark : i < filled ? glyphs.bar : glyphs.rest)
  const part = (from: number, to: number): string =>
    Array.from({ length: Math.max(0, to - from) }, (_, i) => cell(from + i)).join('')
  // A long bar in the terminal's own ink would outshine every word.
  const style = gauge.tone === 'plain' ? 'accent' : toneStyle(gauge.tone)
  return [span(part(0, filled), style), span(part(filled, width), 'quiet')]
}
