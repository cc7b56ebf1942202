import type { Axis, Decoy } from '../core/world.ts'
import type { Level } from '../level/level.ts'
import { plainAsker, productAsker } from './asker.ts'
import { enumerate } from './enumerate.ts'
import { type LazyEnd, lazyEnds } from './lazy.ts'
import { questionsOf } from './questions.ts'
import { search } from './search.ts'
import { counting, type Tally } from './tally.ts'
import type { TooManyStates, Walk } from './walk.ts'

/** All that one walk over a level's states has shown. Proof and findings are made from it. */
export type Survey = {
  readonly type: 'survey'
  readonly level: Level
  readonly tally: Tally
  readonly walk: Walk
  readonly lazy: readonly LazyEnd[]
  /** The dimensions of a product world; `null` in order worlds. */
  readonly axes: readonly Axis[] | null
  readonly decoys: readonly Decoy[]
}

/** How far a survey may go, and whether it may use what it remembers. */
export type SurveyOptions = { readonly maxStates?: number; readonly memory?: 'remembered' | 'plain' }

/** States that are visited at most, unless told otherwise. */
export const MAX_STATES = 1_000_000

/**
 * Visits every reachable state of a level once, and asks each all that the level's rules, nudges, predictions and
 * objectives can say. Product worlds are enumerated, order worlds searched breadth first. Yields now and then how many
 * states it has visited, so that a game can be played or progress be shown meanwhile.
 */
export function* surveying(
  level: Level,
  { maxStates = MAX_STATES, memory = 'remembered' }: SurveyOptions = {},
): Generator<number, Survey | TooManyStates> {
  const questions = questionsOf(level)
  const tally = counting(level, questions)
  return yield* level.board.with(function* (board): Generator<number, Survey | TooManyStates> {
    const { axes } = board
    const walk = yield* axes
      ? enumerate(board, axes.list, productAsker(board, axes, questions.list, memory), tally, maxStates)
      : search(board, plainAsker(board, questions.list), tally, maxStates)
    if (walk.type === 'too-many-states') return walk
    const list = axes?.list ?? null
    const lazy = lazyEnds({ level, walk, tally }, list)
    return { type: 'survey', level, tally, walk, lazy, axes: list, decoys: board.decoys }
  })
}

/** Runs a search that is made in slices to its end. */
export function finish<T>(slices: Generator<unknown, T>): T {
  let turn = slices.next()
  while (!turn.done) turn = slices.next()
  return turn.value
}
