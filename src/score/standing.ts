import type { Objective } from '../level/level.ts'

/** A point of the frontier: the objectives' values in their order, how many good plans have them, and one of these. */
export type FrontierPoint = {
  readonly values: readonly number[]
  readonly count: number
  /** Step ids of the one with the fewest moves. */
  readonly plan: readonly string[]
}

/** All good plans of a level by what they come to. A proof holds it, so a score needs no search. */
export type Field = {
  /** Plans that no other plan beats. */
  readonly frontier: readonly FrontierPoint[]
  /** All others: the objectives' values, and last how many plans have them; absent where they are too many to keep. */
  readonly beaten?: readonly (readonly number[])[] | undefined
}

/** How a good plan stands among all good plans of its level. */
export type Standing = {
  /** Plans that are no worse in any objective, and better in one. */
  readonly beatenBy: number
  /** `least`: only plans of the frontier were counted, since the others are too many to keep. */
  readonly counted: 'all' | 'least'
  /** One of those that beat it, on the frontier. */
  readonly better?: FrontierPoint
}

/** Whether a plan is no worse than another in any objective, and better in one. */
export function beats(
  objectives: readonly Pick<Objective, 'better'>[],
  a: readonly number[],
  b: readonly number[],
): boolean {
  let isBetter = false
  for (let i = 0; i < objectives.length; i++) {
    const gain = (b[i] ?? 0) - (a[i] ?? 0)
    if (gain === 0) continue
    if (gain > 0 === (objectives[i]?.better === 'more')) return false
    isBetter = true
  }
  return isBetter
}

/** Where a plan of such values stands. */
export function standingOf(
  objectives: readonly Pick<Objective, 'better'>[],
  { frontier, beaten }: Field,
  values: readonly number[],
): Standing {
  const ahead = frontier.filter(point => beats(objectives, point.values, values))
  const others = (beaten ?? []).filter(point => beats(objectives, point, values))
  const beatenBy =
    ahead.reduce((sum, { count }) => sum + count, 0) +
    others.reduce((sum, point) => sum + (point[objectives.length] ?? 0), 0)
  const [better] = ahead.toSorted((a, b) => a.plan.length - b.plan.length)
  return {
    beatenBy,
    counted: beaten === undefined && beatenBy > 0 ? 'least' : 'all',
    ...(better ? { better } : {}),
  }
}
