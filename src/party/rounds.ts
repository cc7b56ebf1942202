import { chances } from '../core/chance.ts'

/** How many scored rounds a game can have. */
export const ROUNDS = [1, 2, 3, 4] as const

/** How many minutes a game can be made for: a spoken code has no room for more than eight lengths. */
export const MINUTES = [5, 8, 10, 12, 15, 20, 25, 30] as const

/**
 * What a spoken code carries: how a game is cut, and a seed from which both seats derive the same rounds. `epoch` is the
 * number of the content it was made for; other content cannot play it.
 */
export type GameCode = {
  readonly rounds: number
  readonly minutes: number
  readonly epoch: number
  readonly seed: number
}

/** A level that can be a round, as the index of the shipped levels names it, and how many variants of numbers it has. */
export type PoolLevel = {
  readonly id: string
  readonly world: string
  readonly variants: number
  /** So easy that it is only played to warm up. */
  readonly warmUp?: true
}

/** One round of a game: which level, with which numbers. `number` counts from 1; the warm-up is round 0 and scores nothing. */
export type RoundPlan = { readonly number: number; readonly level: string; readonly variant: number }

/**
 * The rounds that a code stands for: the warm-up, then the scored ones. They follow from its seed and the pool alone, so that
 * two screens come to the same: no level twice, another world than the round before where there is one, and the numbers of
 * each by chance. Fewer rounds where the pool has too few levels.
 */
export function roundsOf({ rounds, seed }: GameCode, pool: readonly PoolLevel[]): readonly RoundPlan[] {
  const chance = chances(seed)
  const byId = pool.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const easy = byId.filter(({ warmUp }) => warmUp === true)
  const first = shuffled(easy.length > 0 ? easy : byId, chance)[0]
  if (!first) return []
  const hard = shuffled(
    byId.filter(level => level !== first && !easy.includes(level)),
    chance,
  )
  const levels = [first, ...inTurn(hard, first.world, rounds)]
  return levels.map(({ id, variants }, number) => ({
    number,
    level: id,
    variant: chance(Math.max(1, variants)),
  }))
}

/** Levels in their order, but each of another world than the one before it, as long as there is one. */
function inTurn(levels: readonly PoolLevel[], world: string, most: number): readonly PoolLevel[] {
  const next = most === 0 ? undefined : (levels.find(level => level.world !== world) ?? levels[0])
  if (!next) return []
  return [
    next,
    ...inTurn(
      levels.filter(level => level !== next),
      next.world,
      most - 1,
    ),
  ]
}

/** A list in an order by chance (Fisher and Yates). */
function shuffled<T>(list: readonly T[], chance: (below: number) => number): readonly T[] {
  const rest = [...list]
  return list.flatMap(() => rest.splice(chance(rest.length), 1))
}
