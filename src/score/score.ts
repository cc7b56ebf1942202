import type { Text } from '../core/text.ts'
import type { RuleKind } from '../level/level.ts'
import type { Standing } from './standing.ts'

/** Whether a rule held in a state that was run. */
export type RuleVerdict = { readonly id: string; readonly kind: RuleKind; readonly held: boolean }

/** What the rules say of a state. */
export type Verdict = {
  readonly rules: readonly RuleVerdict[]
  /** All goals hold. */
  readonly solved: boolean
  /** No guard is broken. */
  readonly guarded: boolean
}

/** What counts besides the verdict. */
export type Effort = {
  readonly moves: number
  readonly par: number
  readonly runs: number
  readonly runsAllowed: number
  /** How often each rung was taken: nudge, rule, control, move. */
  readonly hints: readonly [number, number, number, number]
  /** `null` where nothing was asked or answered. */
  readonly predictedRight: boolean | null
  /** What the plan comes to in the level's objectives, and how it stands; absent where there are none, or it is no good plan. */
  readonly compared?: Compared
}

/** A good plan among all good plans of its level. */
export type Compared = {
  /** What it comes to, in the order of the objectives. */
  readonly values: readonly number[]
  readonly standing: Standing
  /** The steps from it to the better plan that is shown, in words; empty where there is none, and in order worlds. */
  readonly changes: readonly Text[]
}

/** A line of the score card; the points of all lines add up to the score, which is never below 0. */
export type ScoreLine = {
  readonly type: 'rule' | 'moves' | 'runs' | 'hints' | 'prediction' | 'standing' | 'floor'
  readonly rule?: string
  readonly say: Text
  readonly points: number
}

/** The result of a run. */
export type Score = {
  readonly stars: 0 | 1 | 2 | 3
  readonly points: number
  readonly lines: readonly ScoreLine[]
  /** Why the next star was not earned; absent at three. */
  readonly next?: Text
}
