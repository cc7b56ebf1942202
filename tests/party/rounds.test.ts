import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MINUTES, type PoolLevel, ROUNDS, roundsOf } from '../../src/party/rounds.ts'

const pools = fc
  .uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 8 }),
      world: fc.constantFrom('container', 'route', 'tradeoff'),
      variants: fc.integer({ min: 1, max: 9 }),
    }),
    { selector: ({ id }) => id, minLength: 0, maxLength: 14 },
  )
  .map((levels): readonly PoolLevel[] => levels)
const games = fc.record({
  rounds: fc.constantFrom(...ROUNDS),
  minutes: fc.constantFrom(...MINUTES),
  epoch: fc.nat(15),
  seed: fc.nat(7999),
})
const game = { rounds: 4, minutes: 20, epoch: 1, seed: 5 }

/** Twelve levels of three worlds, and one to warm up. */
const twelve: readonly PoolLevel[] = Array.from({ length: 12 }, (_, i) => ({
  id: `level-${i}`,
  world: ['container', 'route', 'tradeoff'][i % 3] ?? '',
  variants: 4,
}))
const withWarmUp: readonly PoolLevel[] = [
  ...twelve,
  { id: 'easy', world: 'route', variants: 2, warmUp: true },
]

describe('the rounds of a code', () => {
  test('are a warm-up and as many as it says, numbered, no level twice', () => {
    fc.assert(
      fc.property(games, pools, (code, pool) => {
        const plans = roundsOf(code, pool)
        expect(plans.map(({ number }) => number)).toEqual(plans.map((_, i) => i))
        expect(plans).toHaveLength(Math.min(code.rounds + 1, pool.length))
        expect(new Set(plans.map(({ level }) => level)).size).toBe(plans.length)
      }),
    )
  })

  test('are levels of the pool with a variant that they have', () => {
    fc.assert(
      fc.property(games, pools, (code, pool) => {
        for (const { level, variant } of roundsOf(code, pool)) {
          const known = pool.find(({ id }) => id === level)
          expect(variant).toBeGreaterThanOrEqual(0)
          expect(variant).toBeLessThan(known?.variants ?? 0)
        }
      }),
    )
  })

  test('are the same in whatever order the pool is listed', () => {
    fc.assert(
      fc.property(games, pools, (code, pool) => {
        expect(roundsOf(code, pool.toReversed())).toEqual(roundsOf(code, pool))
      }),
    )
  })

  test('never play two of one world after each other, where there are enough', () => {
    fc.assert(
      fc.property(games, code => {
        const worlds = roundsOf(code, withWarmUp).map(
          plan => withWarmUp.find(({ id }) => id === plan.level)?.world,
        )
        expect(worlds.filter((world, i) => world === worlds[i - 1])).toEqual([])
      }),
    )
  })

  test('begin with a level made for it, and play none of those for points', () => {
    fc.assert(
      fc.property(games, code => {
        const [first, ...rest] = roundsOf(code, withWarmUp).map(({ level }) => level)
        expect(first).toBe('easy')
        expect(rest).not.toContain('easy')
      }),
    )
  })

  test('use every level and every variant over the seeds', () => {
    const seen = new Set<string>()
    for (let seed = 0; seed < 400; seed++)
      for (const { level, variant } of roundsOf({ ...game, seed }, withWarmUp))
        seen.add(`${level} ${variant}`)
    expect(seen.size).toBe(12 * 4 + 2)
  })

  test('stay what they are: a code from last week plays the same game', () => {
    expect(
      roundsOf(game, withWarmUp).map(({ level, variant }) => `${level}.${variant}`),
    ).toMatchInlineSnapshot(`
      [
        "easy.0",
        "level-5.1",
        "level-7.1",
        "level-0.3",
        "level-10.1",
      ]
    `)
  })
})
