import { describe, expect, test } from 'vitest'
import type { Choices } from '../../src/core/product.ts'
import type { Level } from '../../src/level/level.ts'
import { fieldOf, type Place } from '../../src/solver/place.ts'
import { finish, type Survey, surveying } from '../../src/solver/survey.ts'
import { starsAt } from '../../src/solver/winning.ts'
import { proofPath } from '../../src/io/level-files.ts'
import { readProof } from '../../src/io/proof-file.ts'
import { objectiveValues } from '../../src/solver/questions.ts'
import { caveat } from '../../src/worlds/tradeoff/figures.ts'
import { OVERHEAD, overheadMiB } from '../../src/worlds/tradeoff/memory.ts'
import { tradeoff } from '../../src/worlds/tradeoff/index.ts'
import { PACKS, type Pack } from '../../src/worlds/tradeoff/packs.ts'
import type { Setup } from '../../src/worlds/tradeoff/setup.ts'
import { SetupSchema } from '../../src/worlds/tradeoff/setup-schema.ts'
import { newGame } from '../../src/play/act.ts'
import { position } from '../../src/play/position.ts'
import { playOn } from '../support/games.ts'
import { shippedFiles, shippedLevel } from '../support/campaign.ts'

const levels = shippedFiles.map(shippedLevel).filter(({ id }) => id.startsWith('box-or-machine/'))

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

/** A level's place where its controls stand so. */
function placeOf(level: Level, choices: Choices): Place {
  const field = fieldOf(level)
  const place = field.at((field.axes ?? []).map(({ slot, values }) => values.indexOf(choices[slot] ?? '')))
  if (!place) throw new Error(`${level.id} is no product`)
  return place
}

const BOXES: readonly Pack[] = ['container', 'userns', 'gvisor']
const MACHINES: readonly Pack[] = ['kata', 'microvm', 'vm']

/** The seed's five comparisons: where which side wins, by which rule, over what. */
const COMPARISONS: readonly (readonly [
  comparison: string,
  winner: 'box' | 'machine',
  level: string,
  workload: string,
  rule: string,
  losers: readonly Pack[],
])[] = [
  // Guests keep their peaks by day and night; processes take turns.
  ['resources', 'box', 'the-bill', 'shop', 'peaks-fit', ['microvm', 'vm']],
  // The first OCI image brings its engine; a micro-VM needs none.
  ['resources', 'machine', 'hostile-tenants', 'anna', 'they-run', ['kata']],
  // No nested virtualisation, so the wall must be one in user space.
  ['isolation', 'box', 'hostile-tenants', 'cleo', 'they-run', ['kata', 'microvm', 'vm']],
  ['isolation', 'machine', 'hostile-tenants', 'anna', 'own-kernels', ['container', 'userns', 'gvisor']],
  ['portability', 'box', 'another-kernel', 'web', 'portable', ['kata', 'microvm', 'vm']],
  ['portability', 'machine', 'another-kernel', 'exchange', 'exchange-runs', ['container']],
  ['performance', 'box', 'database', 'orders', 'orders-fast', ['vm']],
  // A guest kernel opens files itself.
  ['performance', 'machine', 'middle-ground', 'builds', 'builds-quick', ['gvisor']],
  // Layers cross the line once; a disk image as a whole.
  ['structure', 'box', 'thin-line', 'gate', 'one-night', ['vm']],
  // An image has no kernel in it; a disk image has.
  ['structure', 'machine', 'the-audit', 'radio', 'radio-runs', ['container']],
]

describe('each of the five comparisons is decided in both directions', () => {
  test('by a level each', () => {
    for (const comparison of ['resources', 'isolation', 'portability', 'performance', 'structure'])
      expect(COMPARISONS.filter(([name]) => name === comparison).map(([, winner]) => winner)).toEqual([
        'box',
        'machine',
      ])
  })

  test.each(COMPARISONS)('%s for the %s: %s, %s', (_, winner, name, workload, rule, losers) => {
    const level = levels.find(({ id }) => id.endsWith(`/${name}`))
    const bests = best.find(({ id }) => id === level?.id)?.plans ?? []
    if (!level || bests.length === 0) throw new Error(`no best plan of ${name}`)
    const slot = `${workload}.pack`
    const side = winner === 'box' ? BOXES : MACHINES
    for (const { choices } of bests) {
      expect(side).toContain(choices[slot])
      for (const loser of losers) {
        const { rules } = placeOf(level, { ...choices, [slot]: loser }).verdict()
        expect([loser, rules.find(({ id }) => id === rule)?.held]).toEqual([loser, false])
      }
    }
  })
})

const compared = levels.filter(({ objectives }) => objectives)

test('some levels compare plans, and the last three do', () => {
  expect(compared.map(({ id }) => id)).toEqual([
    'box-or-machine/middle-ground',
    'box-or-machine/the-bill',
    'box-or-machine/the-audit',
  ])
})

test.each(compared.map(level => [level.id, level] as const))(
  '%s: the stored Pareto set is that of a comparison of every good plan with every other',
  (id, level) => {
    const { objectives = [] } = level
    const cost = (values: readonly number[]) =>
      values.map((value, i) => (objectives[i]?.better === 'more' ? -value : value))
    const all = (plans.get(id) ?? []).map(({ choices }) =>
      objectiveValues(level, placeOf(level, choices).read),
    )
    const beats = (a: readonly number[], b: readonly number[]) =>
      a.every((value, i) => value <= (b[i] ?? 0)) && a.some((value, i) => value < (b[i] ?? 0))
    const unbeaten = all.filter(plan => !all.some(other => beats(cost(other), cost(plan))))
    const counts = new Map<string, number>()
    for (const values of unbeaten) counts.set(values.join(), (counts.get(values.join()) ?? 0) + 1)
    const file = shippedFiles.find(path => path.endsWith(`${id.slice(id.indexOf('/') + 1)}.yaml`)) ?? ''
    const stored = readProof(proofPath(file))?.frontier ?? []
    expect(stored.length).toBeGreaterThan(0)
    expect(new Map(stored.map(({ values, count }) => [values.join(), count]))).toEqual(counts)
  },
)

test.each(compared.map(level => [level.id, level] as const))(
  '%s: something is traded: no plan is best in all, and good plans differ in every objective',
  (id, level) => {
    const { objectives = [] } = level
    const all = (plans.get(id) ?? []).map(({ choices }) =>
      objectiveValues(level, placeOf(level, choices).read),
    )
    const file = shippedFiles.find(path => path.endsWith(`${id.slice(id.indexOf('/') + 1)}.yaml`)) ?? ''
    expect(readProof(proofPath(file))?.frontier?.length).toBeGreaterThan(1)
    for (const i of objectives.keys()) expect(new Set(all.map(values => values[i])).size).toBeGreaterThan(1)
  },
)

test.each(levels.map(level => [level.id, level] as const))(
  '%s: after a run the plan is drawn among every plan of the level',
  (id, level) => {
    const file = shippedFiles.find(path => path.endsWith(`${id.slice(id.indexOf('/') + 1)}.yaml`)) ?? ''
    const proof = readProof(proofPath(file))
    if (!proof) throw new Error(`${id} has no proof`)
    const { good = [], broken = [] } = proof.cloud ?? {}
    const sum = (points: typeof good) => points.reduce((all, point) => all + (point[2] ?? 0), 0)
    expect([sum(good), sum(good) + sum(broken)]).toEqual([plans.get(id)?.length, proof.states])
    const { plot } = position(playOn(newGame(level, proof), [...proof.solution, 'run']))
    expect(plot?.type === 'scatter' && plot.broken?.length).toBeGreaterThan(0)
  },
)

/** What a packaging costs beyond its workload, as debriefs tell it, with the year and way of the figure behind it. */
const TOLD = PACKS.flatMap(pack => {
  const mark = caveat(OVERHEAD[pack])
  return mark.en === '' ? [] : [{ number: String(overheadMiB(pack)), mark }]
})

test.each(TOLD)('where a text tells $number MiB, it says what they rest on', ({ number, mark }) => {
  const texts = levels.flatMap(({ brief, debrief, rules, nudges }) => [
    brief,
    debrief,
    ...rules.map(({ because }) => because),
    ...nudges.map(({ say }) => say),
  ])
  for (const lang of ['en', 'ko'] as const)
    for (const text of texts)
      for (const { index } of text[lang].matchAll(new RegExp(`\\b${number}\\b(?! ?%)`, 'gu')))
        expect(text[lang].slice(index, index + 30)).toContain(mark[lang].trim())
})
