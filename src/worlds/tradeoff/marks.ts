import type { Choices } from '../../core/product.ts'
import type { Text } from '../../core/text.ts'
import { caveat, imageFigure, iopsFigures, memoryFigures, pullFigures, serveFigures } from './figures.ts'
import { type Engine, OVERHEAD } from './memory.ts'
import type { Option } from './option.ts'
import type { ParameterId } from './parameters.ts'
import { placementOf } from './placement.ts'
import { ACTIVITIES, speedFigures } from './slowdown.ts'
import type { HostStage, Stage, WorkStage } from './stage.ts'
import type { OpenControl } from './controls.ts'

/** What can stand on a host together: in one state, or in any. */
type Ground = { readonly host: string; readonly engine: Engine; readonly options: readonly Option[] }

/**
 * What has to be said beside the number of a fact, by the fact's path: the oldest year where a figure behind it is older
 * than five years, and whether one was measured under emulation. Without a state all states of the level count, since an
 * axis or an objective compares them. `null` where nothing has to be said.
 */
export function markOf(stage: Stage, fact: string, state?: Choices): Text | null {
  if (state !== undefined) return markIn(groundsIn(stage, state), fact)
  const known = levelMarks.get(stage) ?? new Map<string, Text | null>()
  levelMarks.set(stage, known)
  const found = known.get(fact)
  if (found !== undefined) return found
  const mark = markIn(everyGround(stage), fact)
  known.set(fact, mark)
  return mark
}

// A plot asks for the same marks after every run. They stay the same while a level is played.
const levelMarks = new WeakMap<Stage, Map<string, Text | null>>()

function markIn(grounds: readonly Ground[], fact: string): Text | null {
  const { en, ko } = caveat(figuresBehind(grounds, fact))
  return en === '' ? null : { en: en.trim(), ko: ko.trim() }
}

const groundsIn = (stage: Stage, state: Choices): readonly Ground[] =>
  placementOf(stage, state).hosts.map(({ host, engine, options }) => ({ host: host.id, engine, options }))

function everyGround(stage: Stage): readonly Ground[] {
  const options = stage.workloads.flatMap(work => optionsOf(stage, work))
  return stage.hosts.flatMap((host, i) =>
    enginesOf(stage, host).map(engine => ({
      host: host.id,
      engine,
      options: options.filter(({ hostIndex }) => hostIndex === i),
    })),
  )
}

/** Settings that no figure depends on. A level may open all of them, and every one doubles the options. */
const BESIDE_THE_POINT: readonly OpenControl['name'][] = ['ref', 'logs']

/** A workload in every combination of its own settings. */
const optionsOf = ({ controls }: Stage, { id, option }: WorkStage): readonly Option[] =>
  combinations(controls.filter(({ owner, name }) => owner === id && !BESIDE_THE_POINT.includes(name))).map(
    option,
  )

const combinations = (controls: readonly OpenControl[]): readonly Choices[] =>
  controls.reduce<readonly Choices[]>(
    (all, { slot, spec }) => all.flatMap(one => spec.values.map(value => ({ ...one, [slot]: value }))),
    [{}],
  )

const enginesOf = ({ controls }: Stage, host: HostStage): readonly Engine[] => [
  ...new Set(combinations(controls.filter(({ owner }) => owner === host.id)).map(host.engine)),
]

/** The figures that a fact rests on. What its path ends in tells whose it is: `total.memory`, `shop.speed.opens`. */
function figuresBehind(grounds: readonly Ground[], fact: string): readonly ParameterId[] {
  const [name = '', owner = '', before = ''] = fact.split('.').toReversed()
  if (owner === 'speed') return worksIn(grounds, before).flatMap(({ option }) => speedOf(option, name))
  const hosts = owner === 'total' ? grounds : grounds.filter(({ host }) => host === owner)
  return [
    ...hosts.flatMap(ground => groundFigures(ground, name)),
    ...worksIn(grounds, owner).flatMap(({ option, ground }) => optionFigures(option, ground, name)),
  ]
}

const worksIn = (grounds: readonly Ground[], id: string) =>
  grounds.flatMap(ground =>
    ground.options.filter(option => option.id === id).map(option => ({ option, ground })),
  )

function speedOf({ choice }: Option, name: string): readonly ParameterId[] {
  const activity = ACTIVITIES.find(known => known === name)
  return activity === undefined ? [] : (speedFigures(choice.pack, activity, choice) ?? [])
}

/** A total over hosts, or one host's share of it. */
function groundFigures(ground: Ground, name: string): readonly ParameterId[] {
  const { options } = ground
  switch (name) {
    case 'memory':
    case 'free':
      return memoryFigures(ground)
    case 'cpu':
      return options.flatMap(cpuFigures)
    case 'slowestMs':
      return options.flatMap(option => serveFigures(option, ground))
    case 'transferMB':
    case 'transferSeconds':
    case 'reusedMB':
      return options.map(imageFigure)
    case 'waitMB':
      return pullFigures(options)
    default:
      return []
  }
}

function optionFigures(option: Option, ground: Ground, name: string): readonly ParameterId[] {
  const { pack } = option.choice
  switch (name) {
    case 'memory':
    case 'overhead':
      return OVERHEAD[pack]
    case 'cpu':
      return cpuFigures(option)
    case 'startMs':
      return serveFigures(option, ground)
    case 'imageMB':
      return [imageFigure(option)]
    case 'iops':
      return iopsFigures(pack)
    default:
      return []
  }
}

const cpuFigures = ({ choice }: Option): readonly ParameterId[] => (choice.pack === 'kata' ? ['kataCpu'] : [])
