import type { Gauge, Panel } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import { caveat, memoryFigures } from './figures.ts'
import { ENGINE_MEMORY, OVERHEAD } from './memory.ts'
import type { Option } from './option.ts'
import { allocatable, type Placed } from './placement.ts'
import type { Stage } from './stage.ts'
import { caseName } from './words.ts'

/** A host's memory as a stack: engine, log agent, each workload, and the sum against what there is. */
export function memoryPanel(stage: Stage, at: Placed): Panel {
  const max = allocatable(at.host)
  const worst = worstCase(at)
  const sum = at.loads[worst]?.memory ?? 0
  const gauges = [
    ...fixedGauges(at, max),
    ...at.options.map(option => workGauge(option, worst, max)),
    sumGauge(at, sum, max),
  ]
  const { copies } = at.host.setup
  const times = copies === 1 ? '' : ` ×${copies}`
  const when =
    stage.cases.length === 1 || at.options.length === 0
      ? same('')
      : caseName(stage.setup, stage.cases[worst] ?? '')
  const title = (lang: 'en' | 'ko', word: string): string =>
    `${at.host.id}${times}: ${max} MiB ${word}${when[lang] === '' ? '' : ` (${when[lang]})`}`
  return {
    type: 'gauges',
    id: `memory.${at.host.id}`,
    title: { en: title('en', 'memory'), ko: title('ko', '메모리') },
    seat: 'both',
    say: { en: gauges.map(g => words(g, 'en')).join('\n'), ko: gauges.map(g => words(g, 'ko')).join('\n') },
    gauges,
  }
}

const sumGauge = (at: Placed, sum: number, max: number): Gauge => ({
  ...gauge('sum', { en: 'together', ko: '합계' }, sum, max),
  ...noted(caveat(memoryFigures(at))),
  tone: sum > max ? 'bad' : 'plain',
})

const words = ({ label, value, max, note }: Gauge, lang: 'en' | 'ko'): string =>
  `${label[lang]}: ${value} / ${max} MiB${note === undefined ? '' : `; ${note[lang]}`}`

/** The case in which a host holds most. */
export const worstCase = ({ loads }: Placed): number =>
  loads.reduce((worst, load, i) => (load.memory > (loads[worst]?.memory ?? 0) ? i : worst), 0)

const gauge = (id: string, label: Text, value: number, max: number): Gauge => ({
  id,
  label,
  value,
  max,
  unit: 'MiB',
  tone: 'plain',
})

function fixedGauges(at: Placed, max: number): readonly Gauge[] {
  const engine = at.engineMemory === 0 ? [] : [engineGauge(at, max)]
  const agent =
    at.agentMemory === 0
      ? []
      : [gauge('agent', { en: 'log agent', ko: '로그 에이전트' }, at.agentMemory, max)]
  return [...engine, ...agent]
}

const engineGauge = (at: Placed, max: number): Gauge => ({
  ...gauge(
    'engine',
    same(at.engine === 'docker' ? 'dockerd + containerd' : 'containerd'),
    at.engineMemory,
    max,
  ),
  ...noted(caveat(ENGINE_MEMORY[at.engine])),
})

function workGauge(option: Option, index: number, max: number): Gauge {
  const take = option.takes[index]
  const count = take?.instances ?? 0
  const mark = caveat(OVERHEAD[option.choice.pack])
  const each = option.facts.overhead
  return {
    ...gauge(option.id, same(count === 1 ? option.id : `${option.id} ×${count}`), take?.memory ?? 0, max),
    note: {
      en: `${each} MiB of it overhead${count === 1 ? '' : ', each'}${mark.en}`,
      ko: `그중 ${each} MiB는 오버헤드${count === 1 ? '' : '(각각)'}${mark.ko}`,
    },
  }
}

const noted = (note: Text): { note?: Text } =>
  note.en === '' ? {} : { note: { en: note.en.trim(), ko: note.ko.trim() } }
