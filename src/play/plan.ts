import type { Axis } from '../core/world.ts'
import { fieldOf } from '../solver/place.ts'
import { changesTo } from '../solver/way.ts'
import { current, type Entry, type Fold } from './fold.ts'

/**
 * Step ids that lead from the start to here, as many as there are moves: in product worlds one for each slot that
 * differs, in the order of the slots; in order worlds the path.
 */
export function planOf(fold: Fold): readonly string[] {
  const field = fieldOf(fold.level)
  const entry = current(fold)
  return field.axes ? productPlan(field.axes, field.start.choice(), entry) : entry.path.map(({ id }) => id)
}

function productPlan(
  axes: readonly Axis[],
  start: readonly number[] | null,
  { place }: Entry,
): readonly string[] {
  return changesTo(axes, start ?? [], place.choice() ?? [])
}
