import type { Choices } from '../../core/product.ts'
import type { Panel } from '../../core/scene.ts'
import type { Text } from '../../core/text.ts'
import { markOf } from './marks.ts'
import { totalFacts } from './observe.ts'
import { placementOf } from './placement.ts'
import type { AXES } from './setup.ts'
import type { Stage } from './stage.ts'

type PlotAxis = (typeof AXES)[number]
type Point = { readonly x: number; readonly y: number }

const AXIS_WORDS: { readonly [A in PlotAxis]: Text } = {
  memory: { en: 'memory, MiB', ko: '메모리(MiB)' },
  slowestMs: { en: 'slowest start, ms', ko: '가장 느린 시작(ms)' },
  transferMB: { en: 'transfer, MB', ko: '전송(MB)' },
  cost: { en: 'cost', ko: '비용' },
  patchMinutes: { en: 'patching, minutes', ko: '패치(분)' },
  interruptions: { en: 'interruptions', ko: '중단된 인스턴스' },
}

/** What one change would buy: this plan among all plans one change away, on the level's two totals. */
export function swapsPanel(stage: Stage, choices: Choices): readonly Panel[] {
  const { plot } = stage.setup
  if (plot === undefined) return []
  const totalOf = (state: Choices) => totalFacts(stage, placementOf(stage, state))
  const pointOf = (total: ReturnType<typeof totalOf>): Point => ({ x: total[plot.x], y: total[plot.y] })
  const own = totalOf(choices)
  const here = pointOf(own)
  const others = neighbours(stage, choices).map(state => pointOf(totalOf(state)))
  const x = axisWords(stage, plot.x)
  const y = axisWords(stage, plot.y)
  const said = sayOf(x, y, here, others)
  return [
    {
      type: 'scatter',
      id: 'swaps',
      title: { en: 'One change away', ko: '한 수 차이' },
      seat: 'both',
      say: said,
      note: said,
      x,
      y,
      points: [{ ...here, tone: own.unmet === 0 ? 'good' : 'bad' }],
      swaps: others,
      frontier: frontierOf([...others, here]),
    },
  ]
}

const neighbours = (stage: Stage, choices: Choices): readonly Choices[] =>
  stage.controls.flatMap(({ slot, start, spec }) =>
    spec.values
      .filter(value => value !== (choices[slot] ?? start))
      .map(value => ({ ...choices, [slot]: value })),
  )

function sayOf(x: Text, y: Text, here: Point, others: readonly Point[]): Text {
  const better = others.filter(other => beats(other, here)).length
  return {
    en: `This plan: ${x.en} ${grouped(here.x)}; ${y.en} ${grouped(here.y)}. Of ${others.length} plans one change away, ${better} are no worse in both and better in one, their needs aside.`,
    ko: `이 계획: ${x.ko} ${grouped(here.x)}, ${y.ko} ${grouped(here.y)}. 한 수로 갈 수 있는 계획 ${others.length}개 중 ${better}개가 두 축 모두 나쁘지 않으면서 하나는 더 낫습니다(요구 사항은 따지지 않음).`,
  }
}

const grouped = (value: number): string => value.toLocaleString('en-US')

/** An axis in words, with what has to be said of the figures that any plan on it rests on. */
function axisWords(stage: Stage, axis: PlotAxis): Text {
  const words = AXIS_WORDS[axis]
  const mark = markOf(stage, `total.${axis}`)
  return mark ? { en: `${words.en} ${mark.en}`, ko: `${words.ko} ${mark.ko}` } : words
}

/** No worse in both, and better in one; less is better on every axis. */
const beats = (a: Point, b: Point): boolean => a.x <= b.x && a.y <= b.y && (a.x < b.x || a.y < b.y)

function frontierOf(points: readonly Point[]): readonly Point[] {
  const unbeaten = points.filter(point => !points.some(other => beats(other, point)))
  const seen = new Map(unbeaten.map(point => [`${point.x},${point.y}`, point]))
  return [...seen.values()].toSorted((a, b) => a.x - b.x || a.y - b.y)
}
