import type { Level } from '../../src/level/level.ts'
import { fieldOf, type Place } from '../../src/solver/place.ts'

/** Where steps lead from a level's start; `null` where one of them is not legal. */
export const applySteps = (level: Level, steps: readonly string[]): Place | null =>
  steps.reduce<Place | null>((place, step) => place?.take(step) ?? null, fieldOf(level).start)
