import type { Prediction } from '../level/level.ts'
import type { Place } from '../solver/place.ts'
import { type Answer, current, type Fold } from './fold.ts'

/** The questions asked now: before the first run, where their `when` holds, and not yet answered. */
export function openAsks(fold: Fold): readonly Prediction[] {
  if (fold.runs > 0) return []
  const { read } = current(fold).place
  return fold.level.predict.filter(
    ({ id, when }) => when.plain(read) === true && !fold.answers.some(({ ask }) => ask === id),
  )
}

/** Answers held against what the first run showed. */
export function checked(fold: Fold, place: Place): readonly Answer[] {
  return fold.answers.map(({ ask, option }) => {
    const prediction = fold.level.predict.find(({ id }) => id === ask)
    const came = String(prediction?.answer.plain(place.read))
    return { ask, option, right: came === option, came }
  })
}

/** Whether every answer was right; `null` where none was given. */
export function allRight(answers: readonly Answer[]): boolean | null {
  return answers.length === 0 ? null : answers.every(({ right }) => right === true)
}

/** The misconceptions behind answers that did not come true. */
export function mistaken(fold: Fold, answers: readonly Answer[]): readonly string[] {
  return answers.flatMap(({ ask, option, right }) => {
    const prediction = fold.level.predict.find(({ id }) => id === ask)
    const misconception = prediction?.options.find(({ id }) => id === option)?.misconception
    return right === false && misconception !== undefined ? [misconception] : []
  })
}
