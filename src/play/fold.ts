import type { Level } from '../level/level.ts'
import { fieldOf, type Place } from '../solver/place.ts'
import type { Proof } from '../solver/proof.ts'
import type { Hint, Run } from './game.ts'

/** An answer to a prediction; `right` is known from the first run on. */
export type Answer = {
  readonly ask: string
  readonly option: string
  readonly right?: boolean
  /** The option that came true; known after the first run. */
  readonly came?: string
}

/** One state of the undo history, and in order worlds the path that led to it. */
export type Entry = {
  readonly place: Place
  readonly path: readonly { readonly from: Place; readonly id: string }[]
}

/** What follows from a game's log so far. Never stored: it can be told from the log again. */
export type Fold = {
  readonly level: Level
  readonly proof: Proof
  /** Every state that undo and redo can reach, and which one is current. */
  readonly history: readonly Entry[]
  readonly at: number
  readonly runs: number
  /** Every run that counted, in order, with the place that was run. */
  readonly made: readonly { readonly run: Run; readonly place: Place }[]
  /** The run that belongs to the current state. */
  readonly ran: Run | null
  readonly best: 0 | 1 | 2 | 3
  readonly probed: readonly string[]
  /** Before the first run these are about the current state; the first run fixes them. */
  readonly answers: readonly Answer[]
  readonly hints: readonly Hint[]
  /** Rungs that were taken since the state last changed. */
  readonly rungsHere: readonly number[]
  readonly misconceptions: readonly string[]
}

/** Where the player stands. */
export function current(fold: Fold): Entry {
  return fold.history[fold.at] ?? { place: fieldOf(fold.level).start, path: [] }
}

/** Where a game starts. */
export function freshFold(level: Level, proof: Proof): Fold {
  return {
    level,
    proof,
    history: [{ place: fieldOf(level).start, path: [] }],
    at: 0,
    runs: 0,
    made: [],
    ran: null,
    best: 0,
    probed: [],
    answers: [],
    hints: [],
    rungsHere: [],
    misconceptions: [],
  }
}
