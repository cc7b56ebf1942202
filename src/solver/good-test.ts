import type { Level, Rule } from '../level/level.ts'
import { holds, type ReadFact } from '../score/judge.ts'

/** Whether all goals hold and no guard is broken, at the least cost: rules that need no run are asked first. */
export function goodTest(level: Level): (read: ReadFact) => boolean {
  const runs = (rule: Rule): number => (rule.when.names.includes('run') ? 1 : 0)
  const rules = level.rules.filter(rule => rule.kind !== 'bonus').toSorted((a, b) => runs(a) - runs(b))
  return read => rules.every(rule => holds(rule, read))
}
