import type { Choices } from '../../core/product.ts'
import type { OpenControl } from './controls.ts'
import type { Setting } from './settings.ts'

/** Settings that only count under load. The CPU set is not among them: it changes what a box sees. */
const LOAD_ONLY: readonly Setting[] = ['memory', 'cpu', 'weight', 'pids', 'io', 'shape', 'rate']

/** Values that are kept of one function at most. */
const MOST = 4096

const isLoadOnly = ({ type, name }: OpenControl): boolean =>
  type === 'setting' && LOAD_ONLY.some(setting => setting === name)

/**
 * Remembers what a function of a plan came to by what is built, whatever the limits: it must not read any of them. A walk
 * over a level's states asks the same of many plans that differ in limits alone.
 */
export function byBuild<P extends { readonly choices: Choices }, T>(
  controls: readonly OpenControl[],
  compute: (plan: P) => T,
): (plan: P) => T {
  const slots = controls.filter(control => !isLoadOnly(control)).map(({ slot }) => slot)
  const known = new Map<string, T>()
  return plan => {
    const key = keyOf(slots, plan.choices)
    const before = known.get(key)
    if (before !== undefined) return before
    const value = compute(plan)
    if (known.size >= MOST) known.clear()
    known.set(key, value)
    return value
  }
}

/** A text that differs where the values of the slots do. */
export const keyOf = (slots: readonly string[], choices: Choices): string =>
  slots.map(slot => choices[slot]).join('\n')
