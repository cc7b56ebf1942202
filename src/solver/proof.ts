/** What is known of a level by search; stored beside it as `<slug>.proof.json`. */
export type Proof = {
  readonly playHash: string
  /** Reachable states. */
  readonly states: number
  /** States in which all goals hold. */
  readonly solved: number
  /** Fewest moves to a state in which all goals hold and no guard is broken. */
  readonly par: number
  /** How many different states are reached at par, all goals held and no guard broken. */
  readonly optimal: number
  /** Step ids of one of them, in a stable order. */
  readonly solution: readonly string[]
}
