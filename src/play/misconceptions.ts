import type { Level } from '../level/level.ts'
import { fieldOf } from '../solver/place.ts'

/** Every misconception that a game of a level can meet, each once and in a fixed order: codes count on it. */
export function misconceptionsOf(level: Level): readonly string[] {
  const options = level.predict.flatMap(prediction => prediction.options)
  const met = [
    ...level.nudges.map(({ misconception }) => misconception),
    ...fieldOf(level).decoys.map(({ misconception }) => misconception),
    ...options.flatMap(({ misconception }) => (misconception === undefined ? [] : [misconception])),
  ]
  return [...new Set(met)].sort()
}
