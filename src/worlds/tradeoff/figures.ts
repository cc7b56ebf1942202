import type { Text } from '../../core/text.ts'
import { ENGINE_MEMORY, OVERHEAD } from './memory.ts'
import type { Option } from './option.ts'
import { type Pack, TRAITS } from './packs.ts'
import type { Placed } from './placement.ts'
import { type Confidence, isOld, type Parameter } from './parameter.ts'
import { type ParameterId, parameter } from './parameters.ts'
import type { Engine } from './memory.ts'
import { speedFigures } from './slowdown.ts'
import { startFigures } from './start.ts'

/** A question that a player may ask of a workload, and the figures that answer it. */
export type Ground = { readonly id: string; readonly about: Text; readonly figures: readonly ParameterId[] }

/** Every figure that a choice rests on, by what it decides; of speeds, those that the workload needs. */
export function groundsOf(option: Option, engine: Engine): readonly Ground[] {
  const { choice, asks } = option
  const { pack, net, ready } = choice
  const { oci } = TRAITS[pack]
  const speeds = asks.speeds.flatMap(activity => speedFigures(pack, activity, choice) ?? [])
  const grounds: readonly Ground[] = [
    ground('memory', 'memory beyond its own', '자기 몫 외의 메모리', OVERHEAD[pack]),
    ground('cpu', 'CPU beyond its own', '자기 몫 외의 CPU', pack === 'kata' ? ['kataCpu'] : []),
    ground('speed', 'speed against a tuned container', '튜닝한 컨테이너 대비 속도', [...new Set(speeds)]),
    ground('iops', 'disk operations a second', '초당 디스크 연산', asks.iops ? IOPS[pack] : []),
    ground(
      'start',
      'start with everything there',
      '모두 준비된 상태에서의 시작',
      startFigures(pack, engine, net),
    ),
    ground('lazy', 'pulled as it is read', '읽는 대로 풀', ready === 'lazy' && oci ? ['lazyShare'] : []),
    ground('image', 'image below its own layers', '자기 레이어 아래의 이미지', [imageFigure(option)]),
    ground('engine', 'its engine, once a host', '엔진, 호스트마다 한 번', oci ? ENGINE_MEMORY[engine] : []),
  ]
  return grounds.filter(({ figures }) => figures.length > 0)
}

/** The figures behind the disk operations a second of a packaging. */
export const iopsFigures = (pack: Pack): readonly ParameterId[] => IOPS[pack]

const IOPS: { readonly [P in Pack]: readonly ParameterId[] } = {
  container: ['iopsHardware'],
  userns: ['iopsHardware'],
  gvisor: [],
  kata: [],
  microvm: ['iopsMicrovm', 'iopsHardware'],
  vm: [],
}

const ground = (id: string, en: string, ko: string, figures: readonly ParameterId[]): Ground => ({
  id,
  about: { en, ko },
  figures,
})

const CONFIDENCE: { readonly [C in Confidence]: Text } = {
  primary: { en: 'read in the source', ko: '원문 확인' },
  measured: { en: 'measured', ko: '직접 측정' },
  secondary: { en: 'quoted', ko: '재인용' },
  derived: { en: 'derived', ko: '계산' },
  background: { en: 'background knowledge', ko: '배경지식' },
}

const number = (value: number): string => value.toLocaleString('en-US')

/** A figure with its unit and, where sources disagree, its spread: `100 ms (28–100)`. */
export function figureWords({ value, unit, low, high }: Parameter): Text {
  const spread = low === undefined || high === undefined ? '' : ` (${number(low)}–${number(high)})`
  const tight = unit === '%'
  return unit === 'times slower'
    ? { en: `${number(value)} times slower${spread}`, ko: `${number(value)}배 느림${spread}` }
    : {
        en: `${number(value)}${tight ? '' : ' '}${unit}${spread}`,
        ko: `${number(value)}${tight ? '' : ' '}${unit}${spread}`,
      }
}

/** Where a figure comes from, its year, and how far it can be trusted. */
export function sourceWords(figure: Parameter): Text {
  const { cite, year } = figure.source
  const line = (lang: 'en' | 'ko'): string =>
    [
      `${cite[lang]} (${year})`,
      CONFIDENCE[figure.confidence][lang],
      ...warnings(figure).map(w => w[lang]),
    ].join(' · ')
  return { en: line('en'), ko: line('ko') }
}

const warnings = (figure: Parameter): readonly Text[] => [
  ...(figure.emulated === true ? [{ en: 'measured under emulation', ko: '에뮬레이션으로 측정' }] : []),
  ...(isOld(figure) ? [{ en: 'older than five years', ko: '5년 넘음' }] : []),
]

/**
 * What has to be said beside a number that rests on these figures: the oldest year where it is older than five years, and
 * whether one was measured under emulation. Empty where nothing has to be said.
 */
export function caveat(ids: readonly ParameterId[]): Text {
  const figures = ids.map(parameter)
  const old = figures.filter(isOld).map(({ source }) => source.year)
  const parts = (emulated: string): readonly string[] => [
    ...(old.length > 0 ? [String(Math.min(...old))] : []),
    ...(figures.some(figure => figure.emulated === true) ? [emulated] : []),
  ]
  const said = (emulated: string): string => {
    const list = parts(emulated)
    return list.length === 0 ? '' : ` [${list.join(', ')}]`
  }
  return { en: said('emulated'), ko: said('에뮬레이션') }
}

/** What stands on a host together, and what starts it there. */
type Mates = Pick<Placed, 'engine' | 'options'>

/** The figures that a workload's time to serve rests on, what its host pulls at the same time included. */
export function serveFigures({ choice }: Option, { engine, options }: Mates): readonly ParameterId[] {
  if (choice.ready === 'running') return []
  const start = startFigures(choice.pack, engine, choice.net)
  if (choice.ready === 'layers') return start
  return [...start, ...pullFigures(options)]
}

/** The figures that a host's pull at start rests on: what a lazy start reads first, and the sizes of systems and bases. */
export function pullFigures(options: readonly Option[]): readonly ParameterId[] {
  const figures = new Set(options.map(imageFigure))
  if (options.some(({ wanted }) => wanted.ready === 'lazy' && wanted.oci)) figures.add('lazyShare')
  return [...figures]
}

/** The figure that the size of a workload's image rests on: its base, or a VM's whole system. */
export const imageFigure = ({ choice }: Option): ParameterId =>
  choice.pack === 'vm' ? 'vmImage' : choice.base

/** The figures that a host's memory rests on. */
export const memoryFigures = ({ engine, options }: Mates): readonly ParameterId[] => [
  ...(options.some(({ wanted }) => wanted.oci) ? ENGINE_MEMORY[engine] : []),
  ...options.flatMap(({ choice }) => OVERHEAD[choice.pack]),
]
