import type { Json } from '../core/json.ts'
import type { Text } from '../core/text.ts'
import type { AnyBoard } from '../core/world.ts'
import type { CelEnvironment } from '../rules/environment.ts'
import type { Expression } from '../rules/expression.ts'

/** What a rule is for: goals make a level solved, guards cost a star when broken, bonuses only earn. */
export type RuleKind = 'goal' | 'guard' | 'bonus'

/** A rule of a level: what must hold, in CEL and in words, why, and who says so. */
export type Rule = {
  readonly id: string
  readonly kind: RuleKind
  /** Weight, 1 to 100; a level's goals and guards share 1000 points by it. */
  readonly points: number
  readonly when: Expression
  readonly text: Text
  readonly because: Text
  readonly source: string
  readonly seat: 'driver' | 'navigator' | 'both'
}

/** An answer that a prediction offers; one that never comes true names the misconception behind it. */
export type PredictionOption = {
  readonly id: string
  readonly text: Text
  readonly misconception?: string
}

/** A question asked before the first run. */
export type Prediction = {
  readonly id: string
  readonly ask: Text
  readonly when: Expression
  readonly options: readonly PredictionOption[]
  /** The id of the option that comes true. */
  readonly answer: Expression
}

/** A remark for a player who is on a known wrong track. */
export type Nudge = {
  readonly id: string
  readonly when: Expression
  /** It speaks of a run, so it is silent before one. */
  readonly afterRun: boolean
  readonly say: Text
  readonly misconception: string
}

/** What a frontier compares plans by: a number among the facts, and which way is better. */
export type Objective = {
  readonly id: string
  /** Path of the fact: `host.memory.promised`. */
  readonly fact: string
  readonly better: 'less' | 'more'
  /** What it is, its unit, and what has to be said of its numbers (`Board.mark`). */
  readonly text: Text
}

/** A level, loaded and checked: its words, its rules compiled against its board's facts. */
export type Level = {
  readonly id: string
  readonly world: string
  readonly title: Text
  readonly brief: Text
  readonly tutorial: boolean
  /** An extra, beside the way through the campaign. */
  readonly optional: boolean
  /** Runs that ★★★ allows. */
  readonly runs: number
  readonly rules: readonly Rule[]
  readonly predict: readonly Prediction[]
  readonly nudges: readonly Nudge[]
  readonly debrief: Text
  /** Rows of FACTS section 0, such as "0.7". */
  readonly teaches: readonly string[]
  readonly sources: readonly string[]
  /** A round for two seats. */
  readonly icebreaker?: boolean
  /** Which of its variants this is, from 0, and how many there are; absent where the file lists none. */
  readonly variant?: { readonly number: number; readonly count: number }
  /** What earns the third star; `par` where absent. */
  readonly third?: 'par' | 'frontier'
  readonly objectives?: readonly Objective[]
  /** The two numbers that plans are drawn by where there are no two objectives; no star depends on them. */
  readonly plot?: readonly Objective[]
  /** The setup as written, for tools that show it. */
  readonly setup: Json
  readonly board: AnyBoard
  readonly cel: CelEnvironment
  /** Digest of what affects play; texts do not. */
  readonly playHash: string
}
