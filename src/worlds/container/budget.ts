import type { Gauge, Panel } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import type { Limits } from '../../kernel/limits.ts'
import type { Plan } from './plan.ts'
import type { Setup } from './setup.ts'
import type { Stage } from './stage.ts'

/** Something that a machine has so much of, and the limit that promises a part of it to a box. */
type Budget = {
  readonly setting: 'memory' | 'pids' | 'io'
  readonly unit: string
  readonly title: (all: number) => Text
  readonly all: (setup: Setup) => number
  readonly limit: (limits: Limits) => number | null
}

const BUDGETS: readonly Budget[] = [
  {
    setting: 'memory',
    unit: 'MiB',
    title: all => ({ en: `Memory: ${all} MiB for boxes`, ko: `메모리: 상자 몫 ${all} MiB` }),
    all: ({ host }) => host.memory - host.reserved,
    limit: limits => limits.memoryMax,
  },
  {
    setting: 'pids',
    unit: '',
    title: all => ({ en: `Tasks: ${all} places for boxes`, ko: `태스크: 상자 몫 ${all}자리` }),
    all: ({ host }) => host.tasks,
    limit: limits => limits.pidsMax,
  },
  {
    setting: 'io',
    unit: 'MB/s',
    title: all => ({ en: `Disk: ${all} MB/s of writes`, ko: `디스크: 쓰기 ${all} MB/s` }),
    all: ({ host }) => host.disk,
    limit: limits => limits.ioMax,
  },
]

/** How much of the machine is promised to whom, for every limit that a level opens. */
export const budgetPanels = (stage: Stage, plan: Plan): readonly Panel[] =>
  BUDGETS.filter(({ setting }) => stage.controls.some(c => c.type === 'setting' && c.name === setting)).map(
    budget => budgetPanel(stage, plan, budget),
  )

function budgetPanel(stage: Stage, plan: Plan, budget: Budget): Panel {
  const all = budget.all(stage.setup)
  const limits = plan.machine.boxes.map(box => ({ id: box.id, limit: budget.limit(box.limits) }))
  const boxes = limits.map(({ id, limit }): Gauge => {
    const base = { id, label: same(id), value: limit ?? all, max: all, unit: budget.unit }
    return limit === null ? { ...base, tone: 'warn', note: NO_LIMIT } : { ...base, tone: 'plain' }
  })
  const promised = limits.reduce((sum, { limit }) => sum + (limit ?? 0), 0)
  const sum: Gauge = {
    id: 'promised',
    label: { en: 'promised', ko: '제한의 합' },
    value: promised,
    max: all,
    unit: budget.unit,
    tone: promised > all ? 'bad' : 'plain',
  }
  const gauges = [...boxes, sum]
  return {
    type: 'gauges',
    id: `budget.${budget.setting}`,
    title: budget.title(all),
    seat: 'both',
    say: { en: gauges.map(g => words(g, 'en')).join('\n'), ko: gauges.map(g => words(g, 'ko')).join('\n') },
    gauges,
  }
}

const NO_LIMIT: Text = { en: 'no limit: it may take all', ko: '제한 없음: 다 가져갈 수 있음' }

const words = (g: Gauge, lang: 'en' | 'ko'): string =>
  `${g.label[lang]}: ${g.note === undefined ? `${g.value} / ${g.max} ${g.unit}`.trim() : g.note[lang]}`
