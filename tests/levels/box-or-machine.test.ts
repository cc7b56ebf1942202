import { describe, expect, test } from 'vitest'
import type { Choices } from '../../src/core/product.ts'
import type { Level } from '../../src/level/level.ts'
import { fieldOf, type Place } from '../../src/solver/place.ts'
import { finish, type Survey, surveying } from '../../src/solver/survey.ts'
import { starsAt } from '../../src/solver/winning.ts'
import { tradeoff } from '../../src/worlds/tradeoff/index.ts'
import { PACKS, type Pack } from '../../src/worlds/tradeoff/packs.ts'
import type { Setup } from '../../src/worlds/tradeoff/setup.ts'
import { SetupSchema } from '../../src/worlds/tradeoff/setup-schema.ts'
import { shippedFiles, shippedLevel } from '../support/campaign.ts'

const levels = shippedFiles.map(shippedLevel).filter(({ world }) => world === 'tradeoff')

/** A plan of a level: where its controls stand, how its workloads are packed, and what it earns. */
type Plan = { readonly choices: Choices; readonly packs: readonly Pack[]; readonly stars: number }

function surveyOf(level: Level): Survey {
  const survey = finish(surveying(level))
  if (survey.type !== 'survey') throw new Error(`${level.id} has too many states`)
  return survey
}

const packsOf = (place: Place | null): readonly Pack[] => {
  const works: unknown = place?.read('works')
  const text = JSON.stringify(works ?? [])
  return PACKS.filter(pack => text.includes(`"pack":"${pack}"`))
}

function choicesOf({ axes }: Survey, choice: readonly number[]): Choices {
  return Object.fromEntries((axes ?? []).map(({ slot, values }, i) => [slot, values[choice[i] ?? 0] ?? '']))
}

/** Every good plan of a level. */
function goodPlans(level: Level): readonly Plan[] {
  const survey = surveyOf(level)
  const { grid } = survey.walk
  if (!grid) throw new Error(`${level.id} is no product`)
  return Array.from({ length: survey.walk.states }, (_, state) => state)
    .filter(state => survey.walk.rowAt(state).good)
    .map(state => {
      const choice = grid.choiceOf(state)
      const packs = packsOf(fieldOf(level).at(choice))
      return { choices: choicesOf(survey, choice), packs, stars: starsAt(survey, state) }
    })
}

const plans = new Map(levels.map(level => [level.id, goodPlans(level)]))
const best = [...plans].map(([id, all]) => ({ id, plans: all.filter(({ stars }) => stars === 3) }))

test('the chapter has nine levels, and each has a best plan', () => {
  expect(levels).toHaveLength(9)
  expect(best.filter(level => level.plans.length === 0)).toEqual([])
})

describe('no packaging is best everywhere', () => {
  test.each(PACKS)('%s is in some level’s every best plan, and in no best plan of another', pack => {
    expect(best.some(level => level.plans.every(plan => plan.packs.includes(pack)))).toBe(true)
    expect(best.some(level => level.plans.every(plan => !plan.packs.includes(pack)))).toBe(true)
  })

  test.each(PACKS)('%s wherever it is offered is no good plan of some level that offers it', pack => {
    const offering = levels.filter(level => packSlots(level, pack).length > 0)
    const failed = offering.filter(level =>
      (plans.get(level.id) ?? []).every(({ choices }) =>
        packSlots(level, pack).some(slot => choices[slot] !== pack),
      ),
    )
    expect(failed.length).toBeGreaterThan(0)
  })
})

const packSlots = (level: Level, pack: Pack): readonly string[] =>
  (fieldOf(level).axes ?? [])
    .filter(({ slot, values }) => slot.endsWith('.pack') && values.includes(pack))
    .map(({ slot }) => slot)

/**
 * What one workload would be given if it were alone in the world: all that it needs, at the least memory (its engine
 * included), then the least transfer, then the fewest changes.
 */
function ownBest(setup: Setup, id: string): Choices {
  const workload = setup.workloads[id]
  if (!workload) throw new Error(`no workload ${id}`)
  const others = Object.keys(setup.workloads).filter(other => other !== id)
  const controls = Object.fromEntries(
    Object.entries(setup.controls).filter(([owner]) => !others.includes(owner)),
  )
  const alone = tradeoff.open({ ...setup, workloads: { [id]: workload }, controls })
  const { list = [], state } = alone.axes ?? { state: () => alone.start }
  const all = list
    .reduce<readonly (readonly number[])[]>(
      (some, { values }) => some.flatMap(choice => values.map((_, i) => [...choice, i])),
      [[]],
    )
    .map(choice => {
      const at = state(choice)
      const { unmet, memory, transferMB } = alone.observe.total(at)
      const moves = list.filter(
        ({ slot, values }, i) => values[choice[i] ?? 0] !== (alone.start[slot] ?? values[choice[i] ?? 0]),
      ).length
      const choices = Object.fromEntries(
        list.map(({ slot, values }, i) => [slot, values[choice[i] ?? 0] ?? '']),
      )
      return { choices, unmet, order: [memory, transferMB, moves] }
    })
    .filter(({ unmet }) => unmet === 0)
    .toSorted((a, b) => compare(a.order, b.order))
  return all[0]?.choices ?? {}
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

test.each(levels.map(level => [level.id, level] as const))(
  '%s: each workload’s own best put together is no best plan',
  (id, level) => {
    const setup = SetupSchema.parse(level.setup)
    const together = Object.keys(setup.workloads).reduce<Choices>(
      (all, work) => ({ ...all, ...ownBest(setup, work) }),
      {},
    )
    expect(Object.keys(together).toSorted()).toEqual(
      (fieldOf(level).axes ?? []).map(({ slot }) => slot).toSorted(),
    )
    const same = (best.find(one => one.id === id)?.plans ?? []).filter(({ choices }) =>
      Object.entries(together).every(([slot, value]) => choices[slot] === value),
    )
    expect(same).toEqual([])
  },
)

test('studies older than five years are named with their year', () => {
  expect(levels.length).toBeGreaterThan(0)
  const texts = levels.flatMap(({ debrief, rules }) => [debrief, ...rules.map(({ because }) => because)])
  const undated = texts
    .flatMap(({ en, ko }) => [en, ko])
    .filter(text => OLD_STUDIES.some(([study, year]) => text.includes(study) && !year.test(text)))
  expect(undated).toEqual([])
})

/** Studies older than five years, as texts name them, and what says how old they are. */
const OLD_STUDIES: readonly (readonly [string, RegExp])[] = [
  ['IBM', /2014/],
  ['Slacker', /2016/],
  ['ACSAC', /2018|'18/],
  ['HotCloud', /'19|2019/],
  ['ESORICS', /2020/],
  ['Firecracker 논문', /2020/],
  ["Firecracker's paper", /2020/],
]
