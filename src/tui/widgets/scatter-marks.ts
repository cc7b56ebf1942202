import type { Panel } from '../../core/scene.ts'
import type { WordKey } from '../../words/say.ts'
import { hang, type Row, rowCells, type Span, type Style, span } from '../rows.ts'
import { toneStyle } from '../theme.ts'
import type { Voice } from '../voice.ts'
import { toneGlyph } from './tone.ts'

type Scatter = Extract<Panel, { type: 'scatter' }>
type Point = { readonly x: number; readonly y: number }

/** What a mark in a plot stands for, in the order in which it is told. */
const KINDS = ['own', 'frontier', 'reach', 'swaps', 'others', 'broken'] as const
type Kind = (typeof KINDS)[number]

/** A mark in a cell of a plot. */
export type Mark = { readonly kind: Kind; readonly drawn: Span }

/** What stands in which cell: the plan itself over the frontier, the frontier over what is one swap away, the rest below. */
export function marksOf(
  { points, frontier, swaps = [], broken = [] }: Scatter,
  cell: (point: Point) => string,
  { glyphs }: Voice,
): ReadonlyMap<string, Mark> {
  const near = new Set(swaps.map(cell))
  const marks = new Map<string, Mark>()
  const draw = (kind: Kind, point: Point, glyph: string, style: Style): void => {
    marks.set(cell(point), { kind, drawn: span(glyph, style) })
  }
  const tone = (kind: Kind, point: Scatter['points'][number]): void => {
    draw(kind, point, toneGlyph(point.tone, glyphs), toneStyle(point.tone))
  }
  for (const point of broken) draw('broken', point, glyphs.rest, 'quiet')
  for (const point of points) if (!isOwn(point)) tone('others', point)
  for (const point of swaps) draw('swaps', point, glyphs.changed, 'strong')
  for (const point of frontier)
    if (near.has(cell(point))) draw('reach', point, glyphs.on, 'accent')
    else draw('frontier', point, glyphs.sealed, 'accent')
  for (const point of points) if (isOwn(point)) tone('own', point)
  return marks
}

/** A point that is meant to be found among the others. */
const isOwn = ({ tone }: Scatter['points'][number]): boolean => tone !== 'quiet' && tone !== 'plain'

const WORDS = {
  own: 'plot.own',
  frontier: 'plot.frontier',
  reach: 'plot.reach',
  swaps: 'plot.swaps',
  others: 'plot.others',
  broken: 'plot.broken',
} as const satisfies { readonly [K in Kind]: WordKey }

/** What each kind of mark that is drawn stands for; as many on a row as fit whole. */
export function legendRows(marks: readonly Mark[], width: number, voice: Voice): readonly Row[] {
  const indent = span('  ')
  const entries = KINDS.flatMap(kind => marks.find(mark => mark.kind === kind) ?? []).map(({ kind, drawn }) =>
    span(`${drawn.text} ${voice.say(WORDS[kind])}`, drawn.style),
  )
  const rows = entries.reduce<readonly Row[]>((all, entry) => {
    const last = all.at(-1)
    const joined = last && [...last, indent, entry]
    return joined && rowCells(joined) <= width ? [...all.slice(0, -1), joined] : [...all, [indent, entry]]
  }, [])
  return rows.flatMap(row => (rowCells(row) <= width ? [row] : hang([indent], row.slice(1), width)))
}
