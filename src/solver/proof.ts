import type { Field } from '../score/standing.ts'
import type { Cloud } from './cloud.ts'

/**
 * What a game needs to know of a level: found by search, stored beside it as part of `<slug>.proof.json`. A level with
 * objectives has a frontier, too.
 */
export type Proof = {
  readonly playHash: string
  /** Reachable states. */
  readonly states: number
  /** States in which all goals hold. */
  readonly solved: number
  /** Fewest moves to a state in which all goals hold and no guard is broken. */
  readonly par: number
  /** How many different states earn ★★★: those at par, or those on the frontier where the level asks for that. */
  readonly optimal: number
  /** Step ids of one of them, in a stable order: the one with the fewest moves. */
  readonly solution: readonly string[]
  /** Every plan by the two numbers that plans are drawn by; absent where they are not, or are too many. */
  readonly cloud?: Cloud
} & Partial<Field>

/** Ways to play without thinking. No such way may earn ★★★. */
export const LAZY = ['nothing', 'on', 'largest', 'smallest', 'greedy'] as const

/** A way to play without thinking. */
export type Lazy = (typeof LAZY)[number]

/** In how many states a rule holds and is broken, and in how many it is the only broken goal. */
export type RuleCount = {
  readonly held: number
  readonly broken: number
  /** Goals only. */
  readonly onlyBroken?: number
}

/**
 * All that is proved of a level, as it is stored and compared. Its keys stand in a fixed order and its numbers are whole,
 * but for the chance, which is rounded; so equal proofs are equal text.
 */
export type FullProof = Proof & {
  /** Chance in percent that one of `runs` random states earns ★★★, to two decimals. */
  readonly guessPercent: number
  /** By rule id. */
  readonly rules: { readonly [rule: string]: RuleCount }
  /** By nudge id, in how many states it applies. */
  readonly nudges: { readonly [nudge: string]: number }
  /** Stars of each lazy way. */
  readonly lazy: { readonly [way in Lazy]: 0 | 1 | 2 | 3 }
}
