import type { Beat, Gauge, Panel } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import type { LoadSample } from '../../kernel/load.ts'
import { caseName } from './case-name.ts'
import { timeline } from './outcome-panels.ts'
import type { Plan } from './plan.ts'
import { type Resource, resourcesOf } from './resources.ts'
import { caseIds } from './setup.ts'
import type { Stage } from './stage.ts'
import { type Film, film } from './story.ts'

/** Seconds that are shown, at most: the first, the last, every second with an event, and some between. */
const FRAMES = 10

/** The run of a plan: each case in turn, its acts, then the machine under load until the end. */
export const beatsOf = (stage: Stage, plan: Plan): readonly Beat[] =>
  caseIds(stage.setup).flatMap(name => caseBeats(stage, plan, name))

function caseBeats(stage: Stage, plan: Plan, name: string): readonly Beat[] {
  const run = film(stage.setup, plan, name)
  const label = caseName(stage.setup, name)
  const title = { en: `Run: ${label.en}`, ko: `실행: ${label.ko}` }
  const resources = resourcesOf(stage.setup)
  const moments = run.moments
  const openings = moments.filter(m => m.second === 0)
  const opening: Beat = { ms: 500, say: title, changed: [timeline('run', title, [])] }
  const acts = openings.map(
    (moment, i): Beat => ({
      ms: 450,
      say: { en: `${moment.who}: ${moment.say.en}`, ko: `${moment.who}: ${moment.say.ko}` },
      changed: [timeline('run', title, openings.slice(0, i + 1))],
    }),
  )
  if (resources.length === 0) return [opening, ...acts]
  const frames = secondsShown(run, stage.setup.host.seconds).map((second): Beat => {
    const now = moments.filter(m => m.second === second && second > 0)
    const last = now.at(-1)
    const sample = run.load.samples.find(s => s.second === second)
    const gauges = sample === undefined ? [] : resources.map(r => gaugePanel(stage, plan, r, sample))
    return {
      ms: now.length > 0 ? 600 : 120,
      say:
        last === undefined
          ? { en: `${label.en}, ${second} s`, ko: `${label.ko}, ${second}초` }
          : { en: `${last.who}: ${last.say.en}`, ko: `${last.who}: ${last.say.ko}` },
      changed: [
        timeline(
          'run',
          title,
          moments.filter(m => m.second <= second),
        ),
        ...gauges,
      ],
    }
  })
  return [opening, ...acts, ...frames]
}

function secondsShown(run: Film, seconds: number): readonly number[] {
  const even = Array.from({ length: FRAMES }, (_, i) => Math.max(1, Math.round((seconds * (i + 1)) / FRAMES)))
  const events = run.moments.map(m => m.second).filter(s => s > 0)
  return [...new Set([...even, ...events])].sort((a, b) => a - b)
}

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

function gaugePanel(stage: Stage, plan: Plan, resource: Resource, sample: LoadSample): Panel {
  const meter = METERS[resource]
  const gauges = Object.entries(sample.boxes).map(([id, use]): Gauge => {
    const mark = meter.limit(plan, id)
    const note = noteOf(resource, use)
    return {
      id,
      label: same(id),
      value: Math.round(meter.value(use)),
      max: meter.max(stage),
      unit: meter.unit,
      tone: !use.alive ? 'quiet' : note === null ? 'plain' : 'warn',
      ...(mark === null ? {} : { mark }),
      ...(note === null ? {} : { note }),
    }
  })
  const say = gauges.map(g => `${g.label.en} ${g.value} ${g.unit}`.trim()).join(', ')
  return { type: 'gauges', id: `run.${resource}`, title: meter.title, seat: 'both', say: same(say), gauges }
}

function noteOf(resource: Resource, use: LoadSample['boxes'][string]): Text | null {
  if (!use.alive) return { en: 'ended', ko: '끝남' }
  if (resource === 'cpu' && use.throttled) return { en: 'throttled', ko: '스로틀링' }
  return null
}
