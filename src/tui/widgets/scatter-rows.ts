import type { Panel } from '../../core/scene.ts'
import { hang, type Row, row, span, type Style } from '../rows.ts'
import { toneStyle } from '../theme.ts'
import type { Voice } from '../voice.ts'
import { toneGlyph } from './tone.ts'

type Scatter = Extract<Panel, { type: 'scatter' }>
type Point = { readonly x: number; readonly y: number }

const HEIGHT = 12
const WIDEST = 60

/** Points in a plane, the frontier drawn over them; the axes are named in words. */
export function scatterRows(scatter: Scatter, width: number, voice: Voice): readonly Row[] {
  const { glyphs } = voice
  const across = Math.max(8, Math.min(WIDEST, width - 2))
  const all: readonly Point[] = [...scatter.points, ...scatter.frontier]
  const place = placing(all, across)
  const marks = new Map<string, { glyph: string; style: Style }>()
  for (const point of scatter.points)
    marks.set(place(point), { glyph: toneGlyph(point.tone, glyphs), style: toneStyle(point.tone) })
  const own = new Set(scatter.points.filter(isOwn).map(place))
  for (const point of scatter.frontier)
    if (!own.has(place(point))) marks.set(place(point), { glyph: glyphs.sealed, style: 'accent' })
  const line = (y: number): Row => [
    span(`${glyphs.frame.down} `, 'border'),
    ...Array.from({ length: across }, (_, x) => {
      const mark = marks.get(`${x},${y}`)
      return mark ? span(mark.glyph, mark.style) : span(' ')
    }),
  ]
  return [
    ...hang([], [span(voice.text(scatter.y), 'quiet')], across + 2),
    ...Array.from({ length: HEIGHT }, (_, y) => line(y)),
    row(glyphs.frame.bottomLeft + glyphs.frame.across.repeat(across + 1), 'border'),
    ...hang([span('  ')], [span(voice.text(scatter.x), 'quiet')], across + 2),
    ...hang([span('  ')], legend(scatter, voice), across + 2),
    ...(scatter.note ? hang([span('  ')], voice.rich(scatter.note), across + 2) : []),
  ]
}

/** A point that is meant to be found among the others. */
const isOwn = ({ tone }: Scatter['points'][number]): boolean => tone !== 'quiet' && tone !== 'plain'

/** What each mark that is drawn stands for. */
function legend({ points, frontier }: Scatter, voice: Voice): Row {
  const { glyphs } = voice
  const own = points.find(isOwn)
  const other = points.find(point => !isOwn(point))
  return [
    ...(own ? [span(`${toneGlyph(own.tone, glyphs)} ${voice.say('plot.own')}  `, toneStyle(own.tone))] : []),
    ...(frontier.length > 0 ? [span(`${glyphs.sealed} ${voice.say('plot.frontier')}  `, 'accent')] : []),
    ...(other
      ? [span(`${toneGlyph(other.tone, glyphs)} ${voice.say('plot.others')}`, toneStyle(other.tone))]
      : []),
  ]
}

/** Maps a point to its cell, `column,row`, the largest y on top. */
function placing(points: readonly Point[], across: number): (point: Point) => string {
  const xs = points.map(point => point.x)
  const ys = points.map(point => point.y)
  const scale = (value: number, values: readonly number[], size: number): number => {
    const low = Math.min(...values)
    const high = Math.max(...values)
    return high === low ? 0 : Math.round(((value - low) / (high - low)) * (size - 1))
  }
  return point => `${scale(point.x, xs, across)},${HEIGHT - 1 - scale(point.y, ys, HEIGHT)}`
}
