import type { Level } from '../level/level.ts'
import { beats } from '../score/standing.ts'
import { fieldOf, type Place } from './place.ts'
import { objectiveValues } from './questions.ts'
import type { Tally } from './tally.ts'
import type { Walk } from './walk.ts'

/** What a walk over a level's states has shown. */
export type Walked = { readonly level: Level; readonly walk: Walk; readonly tally: Tally }

/** How many states earn ★★★, and a plan to one of them; `null` where none does. */
export type Winning = { readonly count: number; readonly solution: readonly string[] }

/** States that earn ★★★: those at par, or with `third: frontier` those that no other plan beats. */
export function winning({ level, walk, tally }: Walked): Winning | null {
  if (level.third !== 'frontier')
    return walk.best && { count: walk.best.optimal, solution: walk.best.solution }
  const points = tally.frontier.points()
  const [first, ...rest] = points
  if (!first) return null
  const nearest = rest.reduce((best, point) => (point.moves < best.moves ? point : best), first)
  return {
    count: points.reduce((sum, point) => sum + point.count, 0),
    solution: walk.planTo(nearest.nearest),
  }
}

/** Stars of a state that is run once, without hints. */
export function starsAt(walked: Walked, state: number): 0 | 1 | 2 | 3 {
  const { level, walk } = walked
  const { solved, good } = walk.rowAt(state)
  if (!solved) return 0
  if (!good) return 1
  const isWon =
    level.third === 'frontier'
      ? !isBeaten(walked, state)
      : walk.best !== null && walk.movesTo(state) <= walk.best.par
  return isWon ? 3 : 2
}

function isBeaten({ level, walk, tally }: Walked, state: number): boolean {
  const { start } = fieldOf(level)
  const place = walk.planTo(state).reduce<Place>((at, step) => at.take(step) ?? at, start)
  const values = objectiveValues(level, place.read)
  return tally.frontier.points().some(point => beats(level.objectives ?? [], point.values, values))
}
