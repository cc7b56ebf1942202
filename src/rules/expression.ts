/** What is wrong with an expression; `at` is an offset in UTF-16 units into its source. */
export type ExpressionProblem = { readonly at: number; readonly message: string }

/** A state's facts, as an expression reads them. Made by `CelEnvironment.bind`. */
export type Facts = { readonly get: (name: string) => unknown }

/** An expression taken apart: its text, what it came to, and its parts. */
export type Explanation = {
  readonly source: string
  /** The value as CEL would write it; lists and messages shortened to fit a line. */
  readonly value: string
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
  evaluate(facts: Facts): boolean | string
  explain(facts: Facts): Explanation
}
