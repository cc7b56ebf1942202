import type { Row } from './tally.ts'

/** After so many states a walk gives its caller a turn. */
export const PULSE = 64

/** More states than were allowed to be visited; `states` is how many there are, where that is known. */
export type TooManyStates = {
  readonly type: 'too-many-states'
  readonly limit: number
  readonly states: number | null
}

/** The fewest moves to a good state, how many good states take so many, and the steps to the first of them. */
export type Best = {
  readonly par: number
  readonly optimal: number
  readonly solution: readonly string[]
}

/** Every reachable state of a level, visited. States are numbers from 0. */
export type Walk = {
  readonly type: 'walk'
  readonly states: number
  readonly start: number
  /** `null` where no state is good. */
  readonly best: Best | null
  /** What the rules say of a state. */
  rowAt(state: number): Row
  movesTo(state: number): number
  /** A shortest plan from the start. */
  planTo(state: number): readonly string[]
  /** The legal steps of a state in the board's order, and where they lead. */
  stepsFrom(state: number): readonly { readonly id: string; readonly to: number }[]
  /** The dimensions of a product; `null` in order worlds. */
  readonly grid: Grid | null
}

/** A product's states by their choices. */
export type Grid = {
  readonly sizes: readonly number[]
  readonly start: readonly number[]
  stateOf(choice: readonly number[]): number
  choiceOf(state: number): readonly number[]
}
