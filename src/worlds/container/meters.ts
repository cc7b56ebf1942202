import type { Gauge, Panel, Tone } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import type { LoadRun, LoadSample } from '../../kernel/load.ts'
import type { Plan } from './plan.ts'
import type { Resource } from './resources.ts'
import type { Stage } from './stage.ts'

type Meter = {
  readonly title: Text
  readonly unit: string
  readonly max: (stage: Stage) => number
  readonly value: (use: LoadSample['boxes'][string]) => number
  readonly limit: (plan: Plan, id: string) => number | null
}

const limitsOf = (plan: Plan, id: string) => plan.machine.boxes.find(b => b.id === id)?.limits

const METERS: { readonly [R in Resource]: Meter } = {
  memory: {
    title: { en: 'Memory', ko: '메모리' },
    unit: 'MiB',
    max: ({ setup }) => setup.host.memory - setup.host.reserved,
    value: use => use.memory,
    limit: (plan, id) => limitsOf(plan, id)?.memoryMax ?? null,
  },
  cpu: {
    title: { en: 'CPU', ko: 'CPU' },
    unit: '%',
    max: ({ setup }) => setup.host.cores * 100,
    value: use => use.cpu * 100,
    limit: (plan, id) => {
      const max = limitsOf(plan, id)?.cpuMax ?? null
      return max === null ? null : max * 100
    },
  },
  tasks: {
    title: { en: 'Tasks', ko: '태스크' },
    unit: '',
    max: ({ setup }) => setup.host.tasks,
    value: use => use.tasks,
    limit: (plan, id) => limitsOf(plan, id)?.pidsMax ?? null,
  },
  disk: {
    title: { en: 'Disk writes', ko: '디스크 쓰기' },
    unit: 'MB/s',
    max: ({ setup }) => setup.host.disk,
    value: use => use.write,
    limit: (plan, id) => limitsOf(plan, id)?.ioMax ?? null,
  },
  link: {
    title: { en: 'Network', ko: '네트워크' },
    unit: 'Mbit/s',
    max: ({ setup }) => setup.host.link,
    value: use => Math.max(use.send, use.receive),
    limit: (plan, id) => limitsOf(plan, id)?.shaping?.mbit ?? null,
  },
}

/** How things stand in one second of a run, and how the run ends. */
export type Shot = { readonly sample: LoadSample; readonly load: LoadRun }

/** What each box uses of one resource in one second, and all of them together. */
export function meterPanel(stage: Stage, plan: Plan, resource: Resource, shot: Shot): Panel {
  const meter = METERS[resource]
  const max = meter.max(stage)
  const boxes = Object.keys(shot.sample.boxes).map(id => boxGauge(stage, plan, resource, shot, id))
  const used = boxes.reduce((sum, gauge) => sum + gauge.value, 0)
  const all: Gauge = {
    id: 'all',
    label: { en: 'the machine', ko: '머신 전체' },
    value: Math.min(used, max),
    max,
    unit: meter.unit,
    ...(isNearlyFull(resource, used, max) ? FULL : { tone: used >= max ? 'warn' : 'quiet' }),
  }
  const gauges = boxes.length > 1 ? [...boxes, all] : boxes
  const words = (lang: 'en' | 'ko') =>
    gauges.map(g => `${g.label[lang]} ${g.note?.[lang] ?? `${g.value} ${g.unit}`.trim()}`).join(', ')
  return {
    type: 'gauges',
    id: `run.${resource}`,
    title: at(meter.title, shot.sample.second),
    seat: 'both',
    say: { en: words('en'), ko: words('ko') },
    gauges,
  }
}

function boxGauge(stage: Stage, plan: Plan, resource: Resource, { sample, load }: Shot, id: string): Gauge {
  const meter = METERS[resource]
  const use = sample.boxes[id]
  const mark = meter.limit(plan, id)
  const near =
    use !== undefined && use.alive && mark !== null && isNearlyFull(resource, meter.value(use), mark)
  const now = use === undefined ? RUNNING : stateOf(resource, use, load.boxes[id]?.exitCode ?? null)
  const state = near && now === RUNNING ? AT_LIMIT : now
  return {
    id,
    label: same(id),
    value: use === undefined ? 0 : Math.round(meter.value(use)),
    max: meter.max(stage),
    unit: meter.unit,
    tone: state.tone,
    ...(mark === null ? {} : { mark }),
    ...(state.note === undefined ? {} : { note: state.note }),
  }
}

/** Memory is the resource that ends in a kill: how near that is, is said before it comes. */
const isNearlyFull = (resource: Resource, used: number, max: number): boolean =>
  resource === 'memory' && used >= max * NEARLY

/** From here on a bar is nearly full: a tenth is what a workload of the game takes in a few seconds. */
const NEARLY = 0.9

type State = { readonly tone: Tone; readonly note?: Text }
const RUNNING: State = { tone: 'plain' }
const FULL: State = { tone: 'warn', note: { en: 'nearly full', ko: '거의 다 참' } }
const AT_LIMIT: State = { tone: 'warn', note: { en: 'close to its limit', ko: '제한에 가까움' } }

function stateOf(resource: Resource, use: LoadSample['boxes'][string], exitCode: number | null): State {
  if (!use.alive && exitCode === 137)
    return { tone: 'bad', note: { en: 'killed (137)', ko: '강제 종료(137)' } }
  if (!use.alive) return { tone: 'quiet', note: { en: 'ended', ko: '끝남' } }
  if (resource === 'cpu' && use.throttled) return { tone: 'warn', note: { en: 'throttled', ko: '스로틀링' } }
  return RUNNING
}

const at = ({ en, ko }: Text, second: number): Text => ({
  en: `${en}, ${second} s`,
  ko: `${ko}, ${second}초`,
})
