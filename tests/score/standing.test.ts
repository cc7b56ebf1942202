import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Level, Objective } from '../../src/level/level.ts'
import { act } from '../../src/play/act.ts'
import { applyMoves } from '../../src/play/moves.ts'
import { position } from '../../src/play/position.ts'
import { same } from '../../src/core/text.ts'
import { beats, standingOf } from '../../src/score/standing.ts'
import { checkLevel } from '../../src/solver/check.ts'
import { frontier } from '../../src/solver/frontier.ts'
import { gridBoard } from '../support/grid-world.ts'
import { levelOf, proofOf, type RuleSource } from '../support/levels.ts'

const OBJECTIVES: readonly Objective[] = [
  { id: 'cost', fact: 'run.sum', better: 'less', text: same('cost') },
  { id: 'room', fact: 'a', better: 'more', text: same('room') },
]

const plans = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { minLength: 1, maxLength: 60 })

test('the frontier, its counts and the beaten plans are those of a comparison of every plan with every plan', () => {
  fc.assert(
    fc.property(plans, all => {
      const found = frontier(OBJECTIVES)
      all.forEach((values, state) => found.add(state, 0, i => values[i] ?? 0))
      const isBeaten = (plan: readonly number[]) => all.some(other => beats(OBJECTIVES, other, plan))
      const counted = (some: readonly (readonly number[])[]) => {
        const counts = new Map<string, number>()
        for (const plan of some) counts.set(plan.join(), (counts.get(plan.join()) ?? 0) + 1)
        return counts
      }
      const points = found.points().map(({ values, count }) => [values.join(), count] as const)
      const beaten = (found.beaten() ?? []).map(
        ([cost, room, count = 0]) => [`${cost},${room}`, count] as const,
      )
      expect(new Map(points)).toEqual(counted(all.filter(plan => !isBeaten(plan))))
      expect(new Map(beaten)).toEqual(counted(all.filter(isBeaten)))
    }),
  )
})

test('a standing counts every plan that is no worse in anything and better in something', () => {
  fc.assert(
    fc.property(plans, fc.nat(), (all, at) => {
      const found = frontier(OBJECTIVES)
      all.forEach((values, state) => found.add(state, 0, i => values[i] ?? 0))
      const points = found.points().map(({ values, count }) => ({ values, count, plan: [] }))
      const plan = all[at % all.length] ?? [0, 0]
      const standing = standingOf(OBJECTIVES, { frontier: points, beaten: found.beaten() }, plan)
      expect(standing.beatenBy).toBe(all.filter(other => beats(OBJECTIVES, other, plan)).length)
      expect(standing.better === undefined).toBe(standing.beatenBy === 0)
    }),
  )
})

test('beaten plans of too many different values are not kept, and their count is the least', () => {
  const found = frontier(OBJECTIVES)
  for (let i = 0; i <= 2001; i++) found.add(i, 0, objective => (objective === 0 ? i : 0))
  expect(found.beaten()).toBeUndefined()
  const points = found.points().map(({ values, count }) => ({ values, count, plan: [] }))
  expect(standingOf(OBJECTIVES, { frontier: points }, [7, 0])).toMatchObject({
    beatenBy: 1,
    counted: 'least',
  })
})

const SLOTS = ['a', 'b', 'c', 'd'].map(id => ({ id, size: 4 }))
const RULES: readonly RuleSource[] = [['two', 'goal', 1, 'b == 2 && c == 1']]

function levelWith(more: Partial<Level>): Level {
  return { ...levelOf(gridBoard(SLOTS), RULES), objectives: OBJECTIVES, ...more }
}

function scored(level: Level, moves: readonly string[]) {
  const game = applyMoves(level, proofOf(level), { level: level.id, moves })
  const run = game.ok ? act(game.value, { type: 'run' }) : game
  return run.ok ? position(run.value).ran?.score : undefined
}

describe('third: frontier', () => {
  const level = levelWith({ third: 'frontier' })

  test.each([
    ['no star of the third kind for a plan that another beats', ['b=v2', 'c=v1', 'd=v3'], 2],
    ['three for one on the frontier, whatever its moves', ['a=v3', 'b=v2', 'c=v1'], 3],
    ['three for another on the frontier', ['b=v2', 'c=v1'], 3],
    ['none while a goal is broken', ['a=v3'], 0],
  ])('%s', (_, moves, stars) => {
    expect(scored(level, moves)?.stars).toBe(stars)
  })

  test('the card says how many plans beat this one, and what one of them comes to', () => {
    const score = scored(level, ['b=v2', 'c=v1', 'd=v3'])
    expect(score?.lines.filter(({ type }) => type !== 'rule').map(({ say }) => say.en)).toEqual([
      '9 plans beat this one: no worse in anything, better in something',
      'One of them: cost 3 (here 6) · room 0',
      'It differs here: d v0',
    ])
    expect(score?.next?.en).toBe('★★★ wants a plan that no other beats (9 beat this one)')
  })

  test('a plan on the frontier hears that nothing beats it', () => {
    expect(scored(level, ['a=v1', 'b=v2', 'c=v1'])?.lines.at(-1)?.say.en).toBe(
      'No plan beats this one: whatever is better in one thing is worse in another',
    )
  })

  test('the proof counts the frontier, not par, and its solution is the plan on it with the fewest moves', () => {
    expect(proofOf(level)).toMatchObject({ par: 2, optimal: 4, solution: ['b=v2', 'c=v1'] })
    expect(proofOf(levelWith({}))).toMatchObject({ par: 2, optimal: 1 })
  })

  test('a frontier of more than a tenth of the good plans is a finding', () => {
    const codes = checkLevel(level).findings.map(({ code }) => code)
    expect(codes).toContain('wide-frontier')
    const narrow = levelWith({
      objectives: [{ ...OBJECTIVES[0], id: 'cost', fact: 'run.sum', better: 'less', text: same('cost') }],
    })
    expect(checkLevel(narrow).findings.map(({ code }) => code)).not.toContain('wide-frontier')
  })
})

test('with objectives alone the third star asks for par, and the card still compares', () => {
  const score = scored(levelWith({}), ['a=v1', 'b=v2', 'c=v1'])
  expect(score?.stars).toBe(2)
  expect(score?.lines.map(({ type }) => type)).toEqual(['rule', 'moves', 'standing'])
})
