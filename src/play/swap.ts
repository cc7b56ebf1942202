import type { Text } from '../core/text.ts'
import type { Level, Objective } from '../level/level.ts'
import { beats } from '../score/standing.ts'
import { goodTest } from '../solver/good-test.ts'
import { fieldOf, type Place } from '../solver/place.ts'
import { objectiveValues } from '../solver/questions.ts'

/** A change of one slot after which all goals and guards still hold, and what the plan then comes to. */
export type Swap = { readonly say: Text; readonly values: readonly number[] }

/** What the best change of one slot would buy. */
export type Bargain =
  /** `beats`: no worse in anything, better in something; `trades`: better in something, worse in something. */
  | ({ readonly type: 'beats' | 'trades' } & Swap)
  /** No such change makes anything better. */
  | { readonly type: 'none' }

/** Every change of one slot that keeps all goals and guards; `null` in order worlds, where no step is a swap. */
export function swapsAt(
  level: Level,
  objectives: readonly Objective[],
  place: Place,
): readonly Swap[] | null {
  if (!fieldOf(level).axes) return null
  const isGood = goodTest(level)
  return place.steps().flatMap(({ id, say }) => {
    const there = place.take(id)
    return there && isGood(there.read) ? [{ say, values: objectiveValues({ objectives }, there.read) }] : []
  })
}

/**
 * What one swap would buy a good plan: one that beats it where there is one, else one that trades. Of several, one that
 * none of the others beats, the first in the order of the controls.
 */
export function bargainOf(
  objectives: readonly Objective[],
  here: readonly number[],
  swaps: readonly Swap[],
): Bargain {
  const unbeaten = swaps.filter(({ values }) => !swaps.some(other => beats(objectives, other.values, values)))
  const better = unbeaten.find(({ values }) => beats(objectives, values, here))
  if (better) return { type: 'beats', ...better }
  const differs = ({ values }: Swap): boolean => values.some((value, i) => value !== here[i])
  const trade = unbeaten.find(swap => differs(swap) && !beats(objectives, here, swap.values))
  return trade ? { type: 'trades', ...trade } : { type: 'none' }
}
