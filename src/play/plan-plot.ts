import type { Panel, Tone } from '../core/scene.ts'
import type { Text } from '../core/text.ts'
import type { Objective } from '../level/level.ts'
import { plotAxes } from '../level/plot-axes.ts'
import { beats, type Field, type Standing, standingOf } from '../score/standing.ts'
import type { PlotPoints } from '../solver/cloud.ts'
import { objectiveValues } from '../solver/questions.ts'
import { current, type Fold } from './fold.ts'
import type { Run } from './game.ts'
import { bargainOf, swapsAt } from './swap.ts'
import { bargainWords, fieldWords, outsideWords, placeWords, undrawnWords } from './plan-plot-words.ts'

type Point = { readonly x: number; readonly y: number }

// Screens ask for a position with every key, and judging every swap is what costs. A run belongs to one state.
const plots = new WeakMap<Run, Panel>()

/**
 * The plan that was run among all plans of its level, on the two numbers that these are drawn by, with the frontier that
 * was proved and what one swap would buy. `null` before a run, and where there are no two such numbers.
 */
export function planPlot(fold: Fold): Panel | null {
  const axes = plotAxes(fold.level)
  const field = axes && fieldOn(fold, axes)
  if (!fold.ran || !axes || !field) return null
  const known = plots.get(fold.ran)
  if (known) return known
  const plot = plotOf(fold, fold.ran, field, axes)
  plots.set(fold.ran, plot)
  return plot
}

/** All good plans: by the level's objectives, or by its axes alone. */
function fieldOn({ level, proof }: Fold, axes: readonly Objective[]): Field | null {
  const { frontier, beaten, cloud } = proof
  if ((level.objectives ?? []).length >= 2) return frontier ? { frontier, beaten } : null
  return cloud ? fieldFrom(axes, cloud.good) : null
}

function fieldFrom(axes: readonly Objective[], good: PlotPoints): Field {
  const isBeaten = (point: readonly number[]): boolean => good.some(other => beats(axes, other, point))
  return {
    frontier: good
      .filter(point => !isBeaten(point))
      .map(([x = 0, y = 0, count = 0]) => ({ values: [x, y], count, plan: [] })),
    beaten: good.filter(isBeaten),
  }
}

function plotOf(fold: Fold, ran: Run, field: Field, axes: readonly [Objective, Objective]): Panel {
  const { level, proof } = fold
  const objectives = (level.objectives ?? []).length >= 2 ? (level.objectives ?? axes) : axes
  const { place } = current(fold)
  const values = objectiveValues({ objectives }, place.read)
  const isGood = ran.verdict.solved && ran.verdict.guarded
  const standing = isGood ? standingOf(objectives, field, values) : null
  const swaps = isGood ? swapsAt(level, objectives, place) : null
  const near = [
    ...(field.beaten ?? []).map(pointOf),
    ...field.frontier.map(point => pointOf(point.values)),
    ...(swaps ?? []).map(swap => pointOf(swap.values)),
    pointOf(values),
  ]
  const broken = framed(proof.cloud?.broken ?? [], near)
  const note = [
    placeWords(objectives, values, standing),
    ...(swaps ? [bargainWords(objectives, values, bargainOf(objectives, values, swaps))] : []),
    ...(broken.outside > 0 ? [outsideWords(broken.outside)] : []),
  ]
  const [across, up] = axes
  return {
    type: 'scatter',
    id: 'plans',
    title: { en: 'Among all plans', ko: '모든 계획 가운데' },
    seat: 'both',
    say: joined([fieldWords(field, proof.states, objectives.length), ...undrawnWords(objectives), ...note]),
    note: joined(note),
    x: axisWords(across),
    y: axisWords(up),
    points: [
      ...distinct((field.beaten ?? []).map(pointOf)).map(point => ({ ...point, tone: 'quiet' as const })),
      { ...pointOf(values), tone: toneOf(standing) },
    ],
    ...(broken.inside.length > 0 ? { broken: broken.inside } : {}),
    frontier: distinct(field.frontier.map(point => pointOf(point.values))),
    ...(swaps ? { swaps: distinct(swaps.map(swap => pointOf(swap.values))) } : {}),
  }
}

/**
 * Of plans that break a goal or a guard, those near what else is drawn: as far again as that reaches, on all sides. Else a
 * start of minutes would leave the good plans one cell. How many plans stand farther out is told.
 */
function framed(
  broken: PlotPoints,
  near: readonly Point[],
): { readonly inside: readonly Point[]; readonly outside: number } {
  const isNear = [reachOf(near.map(({ x }) => x)), reachOf(near.map(({ y }) => y))]
  const isInside = (point: readonly number[]): boolean => isNear.every((is, i) => is(point[i] ?? 0))
  return {
    inside: broken.filter(isInside).map(pointOf),
    outside: broken.reduce((sum, point) => sum + (isInside(point) ? 0 : (point[2] ?? 0)), 0),
  }
}

/** Whether a number is within as much again of a span; everything is where the span is nothing. */
function reachOf(values: readonly number[]): (value: number) => boolean {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const span = high - low
  return value => span === 0 || (value >= low - span && value <= high + span)
}

/** Without a standing a plan is not good. */
function toneOf(standing: Standing | null): Tone {
  if (!standing) return 'bad'
  return standing.beatenBy === 0 ? 'good' : 'warn'
}

const pointOf = ([x = 0, y = 0]: readonly number[]): Point => ({ x, y })

/** With a third objective, plans that differ may stand on one point. */
const distinct = (points: readonly Point[]): readonly Point[] => [
  ...new Map(points.map(point => [`${point.x},${point.y}`, point])).values(),
]

const axisWords = ({ text, better }: Objective): Text =>
  better === 'less'
    ? { en: `${text.en}, less is better`, ko: `${text.ko}, 적을수록 좋음` }
    : { en: `${text.en}, more is better`, ko: `${text.ko}, 많을수록 좋음` }

const joined = (texts: readonly Text[]): Text => ({
  en: texts.map(({ en }) => en).join(' '),
  ko: texts.map(({ ko }) => ko).join(' '),
})
