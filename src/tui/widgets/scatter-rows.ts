import type { Panel } from '../../core/scene.ts'
import { hang, type Row, row, span } from '../rows.ts'
import type { Voice } from '../voice.ts'
import { cells } from '../wrap.ts'
import { legendRows, marksOf } from './scatter-marks.ts'
import { place, type Range, rangeOf, rangeWords, tickRow, ticksOf } from './scatter-ticks.ts'

type Scatter = Extract<Panel, { type: 'scatter' }>
type Point = { readonly x: number; readonly y: number }

/** Rows by the cells there are: a narrow pane is a low one, too. Odd, so that the middle of the y axis has its row. */
const heightFor = (width: number): number => (width < 60 ? 7 : width < 90 ? 9 : 13)
const WIDEST = 60
/** Cells of the y axis and the air behind it. */
const FRAME = 2
/** Fewer columns than this are better spent on points than on numbers beside them. */
const LEAST_BESIDE_TICKS = 14
/** Widest note: longer lines are hard to read. */
const NOTE = 84

/** Points in a plane, the frontier drawn over them; the axes are named in words, their ends and middles in numbers. */
export function scatterRows(scatter: Scatter, width: number, voice: Voice): readonly Row[] {
  const all: readonly Point[] = [
    ...scatter.points,
    ...scatter.frontier,
    ...(scatter.swaps ?? []),
    ...(scatter.broken ?? []),
  ]
  const [xs, ys] = [rangeOf(all.map(({ x }) => x)), rangeOf(all.map(({ y }) => y))]
  // Plans that are all alike on this axis need no room along it.
  const height = ys.low === ys.high ? 1 : heightFor(width)
  const ticks = ticksOf(ys, height)
  const wanted = Math.max(...[...ticks.values()].map(cells)) + 1
  const gutter = width - wanted - FRAME < LEAST_BESIDE_TICKS ? 0 : wanted
  const across = Math.max(8, Math.min(WIDEST, width - FRAME - gutter))
  const column = (point: Point): number => place(point.x, xs, across)
  const marks = marksOf(
    scatter,
    point => `${column(point)},${height - 1 - place(point.y, ys, height)}`,
    voice,
  )
  const line = (y: number): Row => [
    ...(gutter === 0 ? [] : [span(`${(ticks.get(y) ?? '').padStart(gutter - 1)} `, 'quiet')]),
    span(`${voice.glyphs.frame.down} `, 'border'),
    ...Array.from({ length: across }, (_, x) => marks.get(`${x},${y}`)?.drawn ?? span(' ')),
  ]
  return [
    ...hang([], axisName(scatter.y, ys, gutter, voice), width),
    ...Array.from({ length: height }, (_, y) => line(y)),
    ...xAxis(scatter.x, xs, { gutter, across, width }, voice),
    ...legendRows([...marks.values()], width, voice),
    ...(scatter.note ? hang([span('  ')], voice.rich(scatter.note), Math.min(width, NOTE)) : []),
  ]
}

/** Where there is no room for numbers along an axis, they stand behind its name. */
const axisName = (name: Scatter['x'], range: Range, gutter: number, voice: Voice): Row => [
  span(gutter === 0 ? `${voice.text(name)}: ${rangeWords(range)}` : voice.text(name), 'quiet'),
]

type Room = { readonly gutter: number; readonly across: number; readonly width: number }

function xAxis(
  name: Scatter['x'],
  range: Range,
  { gutter, across, width }: Room,
  voice: Voice,
): readonly Row[] {
  const { frame } = voice.glyphs
  const left = span(' '.repeat(gutter))
  const indent = span(' '.repeat(gutter + FRAME))
  return [
    [left, ...row(frame.bottomLeft + frame.across.repeat(across + FRAME - 1), 'border')],
    ...(gutter === 0 ? [] : [[indent, span(tickRow(range, across), 'quiet')]]),
    ...hang([indent], axisName(name, range, gutter, voice), width),
  ]
}
