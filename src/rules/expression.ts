import type { Text } from '../core/text.ts'

/** What is wrong with an expression; `at` is an offset in UTF-16 units into its source. */
export type ExpressionProblem = { readonly at: number; readonly message: string }

/** A state's facts, as an expression reads them. Made by `CelEnvironment.bind`. */
export type Facts = {
  /** A fact as CEL reads it. */
  readonly get: (name: string) => unknown
  /** The same fact as the board gave it; explanations read this one. */
  readonly plain: (name: string) => unknown
  /** The facts as properties, as the library looks them up; each is read when it is touched. */
  readonly values: object
}

/** An expression taken apart: its text, what it came to, and its parts. */
export type Explanation = {
  readonly source: string
  /** The value as CEL would write it; lists and messages shortened to fit a line. */
  readonly value: string
  /** What has to be said beside a number of the world; who knows the board adds it. */
  readonly mark?: Text
  /** In a macro's element: the variable and the element, `b = shop`. */
  readonly element?: string
  /** True where this element decided an `all` or `exists`. */
  readonly decided?: boolean
  readonly parts: readonly Explanation[]
}

/** A checked expression. */
export type Expression = {
  readonly source: string
  readonly type: 'bool' | 'string'
  /** The top-level facts it names. */
  readonly names: readonly string[]
  /** Every string literal in it; predictions need them. */
  readonly literals: readonly string[]
  /**
   * Its value. An expression that fails (division by zero, an index out of range, an absent field) is false or the
   * empty string: a rule that cannot be decided does not hold. Never throws but for a bug in the facts.
   */
  evaluate(facts: Facts): boolean | string
  /** The same value, read straight from plain facts and several times faster: for walking many states. */
  plain(read: (name: string) => unknown): boolean | string
  /** As `plain`, but `null` where it fails: for whoever must tell a rule that is broken from one that cannot be decided. */
  attempt(read: (name: string) => unknown): boolean | string | null
  explain(facts: Facts): Explanation
}
