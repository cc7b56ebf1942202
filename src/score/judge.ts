import type { Rule } from '../level/level.ts'
import type { Verdict } from './score.ts'

/** Reads a top-level fact of a state by name, as plain data. */
export type ReadFact = (name: string) => unknown

/** Whether a rule holds in a state. Search asks rule by rule, so that it can stop at the first broken one. */
export const holds = (rule: Rule, read: ReadFact): boolean => rule.when.plain(read) === true

/** What the rules say of a state, in the level's order. */
export function judge(rules: readonly Rule[], read: ReadFact): Verdict {
  const verdicts = rules.map(rule => ({ id: rule.id, kind: rule.kind, held: holds(rule, read) }))
  return {
    rules: verdicts,
    solved: verdicts.every(rule => rule.kind !== 'goal' || rule.held),
    guarded: verdicts.every(rule => rule.kind !== 'guard' || rule.held),
  }
}
