import type { Panel, Tone } from '../core/scene.ts'
import type { Text } from '../core/text.ts'
import type { Objective } from '../level/level.ts'
import { type Field, type Standing, standingOf } from '../score/standing.ts'
import { objectiveValues } from '../solver/questions.ts'
import { current, type Fold } from './fold.ts'
import type { Run } from './game.ts'
import { bargainOf, swapsAt } from './swap.ts'
import { bargainWords, fieldWords, placeWords, undrawnWords } from './plan-plot-words.ts'

type Point = { readonly x: number; readonly y: number }

// Screens ask for a position with every key, and judging every swap is what costs. A run belongs to one state.
const plots = new WeakMap<Run, Panel>()

/**
 * The plan that was run among all good plans of its level, on the level's first two objectives, with the frontier that
 * was proved and what one swap would buy. `null` before a run, and where there are no two objectives to draw.
 */
export function planPlot(fold: Fold): Panel | null {
  const { objectives = [] } = fold.level
  const { frontier, beaten } = fold.proof
  const [across, up] = objectives
  if (!fold.ran || !frontier || !across || !up) return null
  const known = plots.get(fold.ran)
  if (known) return known
  const plot = plotOf(fold, fold.ran, { frontier, beaten }, [across, up])
  plots.set(fold.ran, plot)
  return plot
}

function plotOf(fold: Fold, ran: Run, field: Field, axes: readonly [Objective, Objective]): Panel {
  const { level, proof } = fold
  const { objectives = axes } = level
  const { place } = current(fold)
  const values = objectiveValues(level, place.read)
  const isGood = ran.verdict.solved && ran.verdict.guarded
  const standing = isGood ? standingOf(objectives, field, values) : null
  const swaps = isGood ? swapsAt(level, place) : null
  const note = [
    placeWords(objectives, values, standing),
    ...(swaps ? [bargainWords(objectives, values, bargainOf(objectives, values, swaps))] : []),
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
    frontier: distinct(field.frontier.map(point => pointOf(point.values))),
    ...(swaps ? { swaps: distinct(swaps.map(swap => pointOf(swap.values))) } : {}),
  }
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
