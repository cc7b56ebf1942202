/** What can be unsound about a level, by its name in reports. */
export type FindingCode =
  | 'too-many-states'
  | 'unsolvable'
  | 'guards-unmet'
  | 'solved-at-start'
  | 'par-too-small'
  | 'rule-errors'
  | 'always-held'
  | 'always-broken'
  | 'never-alone'
  | 'nudge-out-of-reach'
  | 'nudge-when-solved'
  | 'never-asked'
  | 'answer-no-option'
  | 'single-answer'
  | 'idle-option'
  | 'lazy-win'
  | 'guessable'
  | 'idle-control'
  | 'own-best'
  | 'wide-frontier'
  | 'no-trade'
  | 'flat-objective'
  | 'unknown-term'
  | 'same-level'
  | 'round-brief'
  | 'round-seats'
  | 'round-par'
  | 'same-variant'
  | 'looks-alike'
  | 'proof-missing'
  | 'proof-stale'
  | 'proof-wrong'

/** Something unsound: a sentence on what is wrong and what to do, and the moves to a state that shows it. */
export type Finding = {
  readonly code: FindingCode
  readonly message: string
  /** Step ids from the start; absent where no single state shows it. */
  readonly moves?: readonly string[]
}
