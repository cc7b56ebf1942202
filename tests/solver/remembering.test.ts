import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFact } from '../../src/core/world.ts'
import type { Level } from '../../src/level/level.ts'
import { fieldOf, type Place } from '../../src/solver/place.ts'
import { prove } from '../../src/solver/prove.ts'
import { finish, surveying } from '../../src/solver/survey.ts'
import { tries } from '../support/full.ts'
import { type GridSlot, gridBoard } from '../support/grid-world.ts'
import { handLevel, levelOf, type RuleSource, shopLevel } from '../support/levels.ts'

/** Slots of two to four values, three to five of them. */
const grids: fc.Arbitrary<readonly GridSlot[]> = fc
  .array(fc.integer({ min: 2, max: 4 }), { minLength: 3, maxLength: 5 })
  .map(sizes => sizes.map((size, i) => ({ id: `s${i}`, size })))

/** Conditions that read one slot after another, so that what is read depends on what was read before. */
const conditions = (slots: readonly GridSlot[]): fc.Arbitrary<string> => {
  const slot = fc.constantFrom(...slots.map(({ id }) => id))
  const comparison = fc
    .tuple(slot, fc.constantFrom('==', '!=', '<', '>'), fc.nat({ max: 3 }))
    .map(([id, sign, value]) => `${id} ${sign} ${value}`)
  const whole = fc.nat({ max: 8 }).map(sum => `run.sum > ${sum}`)
  const inside = slot.map(id => `at.${id} > 0`)
  return fc.letrec<{ condition: string }>(tie => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      comparison,
      inside,
      whole,
      fc.tuple(tie('condition'), tie('condition')).map(([a, b]) => `(${a}) && (${b})`),
      fc.tuple(tie('condition'), tie('condition')).map(([a, b]) => `(${a}) || (${b})`),
      tie('condition').map(a => `!(${a})`),
    ),
  })).condition
}

const levels: fc.Arbitrary<Level> = grids.chain(slots =>
  fc
    .tuple(
      fc.array(conditions(slots), { minLength: 1, maxLength: 3 }),
      fc.array(conditions(slots), { maxLength: 2 }),
      conditions(slots),
      conditions(slots),
    )
    .map(([goals, guards, when, nudge]) => {
      const rules: readonly RuleSource[] = [
        ...goals.map((goal, i) => [`goal-${i}`, 'goal', 10, goal] as const),
        ...guards.map((guard, i) => [`guard-${i}`, 'guard', 10, guard] as const),
      ]
      const text = { en: 'x', ko: 'x' }
      return levelOf(gridBoard(slots), rules, {
        nudges: cel => [{ id: 'n1', when: cel(nudge), afterRun: false, say: text, misconception: 'm' }],
        predict: cel => [
          {
            id: 'p1',
            ask: text,
            when: cel(when),
            answer: cel("run.hash > 32768 ? 'high' : 'low'"),
            options: ['high', 'low'].map(id => ({ id, text })),
          },
        ],
      })
    }),
)

/** All that a survey counted, with nothing left out. */
function counted(level: Level, memory: 'remembered' | 'plain'): unknown {
  const survey = finish(surveying(level, { memory }))
  if (survey.type !== 'survey') throw new Error(survey.type)
  const { walk, tally, lazy } = survey
  return { best: walk.best, rows: tally.rows, answers: tally.answers, lazy }
}

test('what is remembered by the slots that were read is what plain evaluation says of every state', () => {
  fc.assert(
    fc.property(levels, level => {
      expect(counted(level, 'remembered')).toEqual(counted(level, 'plain'))
    }),
    { numRuns: tries(60, 1000) },
  )
})

test.each([
  ['shop', shopLevel()],
  ['by hand', handLevel()],
])('in the level %s both ways of evaluation agree', (_, level) => {
  expect(counted(level, 'remembered')).toEqual(counted(level, 'plain'))
})

/** Breadth first over states as the board gives them, every rule evaluated each time: slow, and simple enough to trust. */
function naivePar(level: Level): number | null {
  return level.board.with(board => {
    const isGood = (state: typeof board.start): boolean =>
      level.rules.every(
        ({ kind, when }) =>
          kind === 'bonus' || when.evaluate(level.cel.bind(name => readFact(board, state, name))) === true,
      )
    const seen = new Set([JSON.stringify(board.start)])
    for (let layer = [board.start], depth = 0; layer.length > 0; depth++) {
      if (layer.some(isGood)) return depth
      layer = layer
        .flatMap(state => board.steps(state).map(({ move }) => board.apply(state, move)))
        .filter(state => seen.size < seen.add(JSON.stringify(state)).size)
    }
    return null
  })
}

test("the solver's par is that of a naive breadth-first search with plain evaluation", () => {
  fc.assert(
    fc.property(levels, level => {
      const proved = prove(level)
      expect(proved.ok ? proved.value.par : null).toBe(naivePar(level))
    }),
    { numRuns: tries(40, 500) },
  )
})

test('a solution leads from the start to a state in which all goals hold and no guard is broken', () => {
  fc.assert(
    fc.property(levels, level => {
      const proved = prove(level)
      if (!proved.ok) return
      const { solution, par } = proved.value
      const { start } = fieldOf(level)
      const end = solution.reduce<Place | null>((place, id) => place?.take(id) ?? null, start)
      expect([solution.length, end?.verdict().solved, end?.verdict().guarded]).toEqual([par, true, true])
    }),
    { numRuns: tries(20, 200) },
  )
})

test('a world whose states are more than their slots is evaluated plainly, and as rightly', () => {
  const slots = ['a', 'b', 'c'].map(id => ({ id, size: 3 }))
  const board = gridBoard(slots)
  const { axes } = board
  // A key that is no slot: what an answer read no longer tells what it depends on.
  const state = (choice: readonly number[]) => ({ ...axes?.state(choice), extra: 'x' })
  const odd = { ...board, ...(axes ? { axes: { list: axes.list, state } } : {}) }
  const rules: readonly RuleSource[] = [['goal', 'goal', 1, 'a == 1 && run.sum == 3']]
  expect(prove(levelOf(odd, rules))).toEqual(prove(levelOf(board, rules)))
})
