import { describe, expect, test } from 'vitest'
import { fieldOf } from '../../../src/solver/place.ts'
import { prove } from '../../../src/solver/prove.ts'
import { PACKS } from '../../../src/worlds/tradeoff/packs.ts'
import { levelOf } from './boards.ts'
import { KINDS } from './kinds.ts'

describe.each(KINDS)('$name', ({ setup, rules, solution, tempting }) => {
  const level = levelOf(setup, rules)

  test('is solved by one shortest plan, and not at its start', () => {
    const proved = prove(level)
    expect(proved.ok && proved.value).toMatchObject({ par: solution.length, optimal: 1, solution })
    expect(fieldOf(level).start.verdict().solved).toBe(false)
  })

  test.each(tempting)('is not solved by $plan', ({ plan, rule }) => {
    const steps = Object.entries(plan).map(([slot, value]) => `${slot}=${value}`)
    const place = steps.reduce((at, step) => at.take(step) ?? at, fieldOf(level).start)
    expect(place.verdict().rules).toContainEqual(expect.objectContaining({ id: rule, held: false }))
  })
})

describe('no packaging is best everywhere', () => {
  const plans = KINDS.map(({ setup, rules, solution }) => {
    const place = solution.reduce((at, step) => at.take(step) ?? at, fieldOf(levelOf(setup, rules)).start)
    return JSON.stringify(place.read('works'))
  })
  test.each(PACKS)('%s is used by some plan and left by another', pack => {
    const uses = plans.filter(plan => plan.includes(`"pack":"${pack}"`)).length
    expect(uses).toBeGreaterThan(0)
    expect(uses).toBeLessThan(plans.length)
  })
})
