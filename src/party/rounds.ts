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
