import type { Board } from '../core/world.ts'
import type { Level, Rule } from '../level/level.ts'
import { holds, type ReadFact } from '../score/judge.ts'
import { factReader } from './place.ts'

/** What search has to know of a state: goals hold; and no guard is broken either. */
export type Rating = 'open' | 'solved' | 'good'

/** What a walk over all states came to. */
export type Found =
  | {
      readonly type: 'found'
      readonly states: number
      readonly solved: number
      readonly best: {
        readonly par: number
        readonly optimal: number
        readonly solution: readonly string[]
      } | null
    }
  | { readonly type: 'too-many-states'; readonly limit: number; readonly states: number | null }

/** After so many states a walk gives its caller a turn. */
export const PULSE = 64

/** Rates states of a level. */
export function rating<S, M, F extends object>(level: Level, board: Board<S, M, F>): (state: S) => Rating {
  const goals = cheapFirst(level.rules.filter(rule => rule.kind === 'goal'))
  const guards = level.rules.filter(rule => rule.kind === 'guard')
  return state => {
    const read = factReader(board, state)
    if (!goals.every(rule => holds(rule, read))) return 'open'
    return guards.every(rule => holds(rule, read)) ? 'good' : 'solved'
  }
}

/** Whether all goals hold and no guard is broken, at the least cost. */
export function goodTest(level: Level): (read: ReadFact) => boolean {
  const rules = cheapFirst(level.rules.filter(rule => rule.kind !== 'bonus'))
  return read => rules.every(rule => holds(rule, read))
}

/** Rules that need no run before those that do: a run is what costs. */
function cheapFirst(rules: readonly Rule[]): readonly Rule[] {
  const runs = (rule: Rule): number => (rule.when.names.includes('run') ? 1 : 0)
  return rules.toSorted((a, b) => runs(a) - runs(b))
}
