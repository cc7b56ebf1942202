import type { Level } from '../level/level.ts'
import { fieldOf, type Place } from './place.ts'
import { goodTest } from './good-test.ts'
import type { Proof } from './proof.ts'
import { objectiveValues } from './questions.ts'

/**
 * Whether a stored proof is borne out by its own plans: each is legal, holds every goal and breaks no guard, takes as many
 * moves as par says, and comes to what the frontier says. It costs a run for each plan, no search; what only a search can
 * know (that nothing is shorter, the counts) is taken from the proof.
 */
export function isBorneOut(level: Level, { par, optimal, solution, frontier }: Proof): boolean {
  const isGood = goodTest(level)
  const reaches = (plan: readonly string[]): Place | null => {
    const place = placeAfter(level, plan)
    return place && movesOf(level, place, plan) === plan.length && isGood(place.read) ? place : null
  }
  if (optimal < 1 || !reaches(solution)) return false
  const isPar = level.third === 'frontier' ? solution.length >= par : solution.length === par
  if (!isPar || (level.objectives !== undefined) !== (frontier !== undefined)) return false
  return (frontier ?? []).every(({ values, plan }) => {
    const place = reaches(plan)
    const found = place && objectiveValues(level, place.read)
    return found?.length === values.length && found.every((value, i) => value === values[i])
  })
}

/** Where a plan leads; `null` where one of its steps is not legal. */
const placeAfter = (level: Level, plan: readonly string[]): Place | null =>
  plan.reduce<Place | null>((at, step) => at?.take(step) ?? null, fieldOf(level).start)

/** Moves of a plan: in product worlds the slots that differ from the start, in order worlds its steps. */
function movesOf(level: Level, place: Place, plan: readonly string[]): number {
  const start = fieldOf(level).start.choice()
  const choice = place.choice()
  return start && choice ? choice.filter((value, i) => value !== start[i]).length : plan.length
}
