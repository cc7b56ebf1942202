import fc from 'fast-check'
import type { Level } from '../../src/level/level.ts'
import { fieldOf, type Place } from '../../src/solver/place.ts'
import type { Standing } from '../../src/solver/way.ts'

/** Where steps lead from the start; a step that is not legal is a bug of the test. */
export function standing(level: Level, ids: readonly string[]): Standing {
  const path: { from: Place; id: string }[] = []
  let place = fieldOf(level).start
  for (const id of ids) {
    const next = place.take(id)
    if (!next) throw new Error(`no step ${id}`)
    path.push({ from: place, id })
    place = next
  }
  return { place, path }
}

/** Where so many picks among the legal steps lead, as step ids. */
export function wander(level: Level, picks: readonly number[]): readonly string[] {
  const ids: string[] = []
  let place = fieldOf(level).start
  for (const pick of picks) {
    const steps = place.steps()
    const id = steps[pick % steps.length]?.id
    const next = id === undefined ? null : place.take(id)
    if (id === undefined || !next) return ids
    ids.push(id)
    place = next
  }
  return ids
}

/** Any standing that is not too far from the start. */
export const wandered = (level: Level): fc.Arbitrary<Standing> =>
  fc.array(fc.nat({ max: 999 }), { maxLength: 8 }).map(picks => standing(level, wander(level, picks)))
