import type { Level } from '../../src/level/level.ts'
import { fieldOf } from '../../src/solver/place.ts'

/** Every state of a product level, as an index into each axis. */
export const choicesOf = (level: Level): readonly (readonly number[])[] =>
  (fieldOf(level).axes ?? []).reduce<readonly (readonly number[])[]>(
    (all, { values }) => all.flatMap(choice => values.map((_, i) => [...choice, i])),
    [[]],
  )
