import type { Rule } from '../level/level.ts'
import type { Facts } from '../rules/expression.ts'
import type { Verdict } from './score.ts'

/** Whether a rule holds in a state. Search asks this rule by rule, so that it can stop at the first broken one. */
export const holds = (rule: Rule, facts: Facts): boolean => rule.when.evaluate(facts) === true

/** What the rules say of a state, in the level's order. */
export function judge(rules: readonly Rule[], facts: Facts): Verdict {
  const verdicts = rules.map(rule => ({ id: rule.id, kind: rule.kind, held: holds(rule, facts) }))
  return {
    rules: verdicts,
    solved: verdicts.every(rule => rule.kind !== 'goal' || rule.held),
    guarded: verdicts.every(rule => rule.kind !== 'guard' || rule.held),
  }
}
