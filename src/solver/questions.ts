import type { Level, Objective } from '../level/level.ts'
import { plotAxes } from '../level/plot-axes.ts'
import type { Expression } from '../rules/expression.ts'
import type { ReadFact } from '../score/judge.ts'

/** The answer of an expression that fails in a state: it divides by zero, or reads what is not there. */
export const FAILED = { type: 'failed' } as const

/**
 * What a state answers: a rule or nudge with true or false, a prediction with an option, or `null` where not asked.
 */
export type Answer = boolean | number | string | null | typeof FAILED

/** Something that is asked of states. */
export type Question = (read: ReadFact) => Answer

/** All that a proof asks of every state, in one list: `rules` first, then `nudges`, `predictions`, `objectives`, `plot`. */
export type Questions = {
  readonly list: readonly Question[]
  /** Index of the first nudge, prediction and objective in the list. */
  readonly nudges: number
  readonly predictions: number
  readonly objectives: number
  /** Indices of the two numbers that plans are drawn by; `null` where they are not. */
  readonly plot: readonly [across: number, up: number] | null
}

/** What has to be asked of the states of a level. */
export function questionsOf(level: Level): Questions {
  const decides = ({ when }: { readonly when: Expression }): Question => {
    return read => when.attempt(read) ?? FAILED
  }
  const rules = level.rules.map(decides)
  const nudges = level.nudges.map(decides)
  const predictions = level.predict.map((prediction): Question => {
    const isAsked = decides(prediction)
    return read => {
      const asked = isAsked(read)
      if (asked === FAILED) return FAILED
      return asked === true ? (prediction.answer.attempt(read) ?? FAILED) : null
    }
  })
  const objectives = (level.objectives ?? []).map(objectiveQuestion)
  const first = rules.length + nudges.length + predictions.length
  const isByObjectives = objectives.length >= 2
  const axes = isByObjectives ? [] : (plotAxes(level) ?? []).map(objectiveQuestion)
  const across = isByObjectives ? first : first + objectives.length
  return {
    list: [...rules, ...nudges, ...predictions, ...objectives, ...axes],
    nudges: rules.length,
    predictions: rules.length + nudges.length,
    objectives: first,
    plot: plotAxes(level) && [across, across + 1],
  }
}

/** What a state comes to in a level's objectives, in their order. */
export const objectiveValues = (level: Pick<Level, 'objectives'>, read: ReadFact): readonly number[] =>
  (level.objectives ?? []).map(objective => Number(objectiveQuestion(objective)(read) ?? 0))

/** The number that an objective compares; `null` where there is none. */
function objectiveQuestion({ fact }: Objective): Question {
  const [name = '', ...path] = fact.split('.')
  return read => {
    const value = path.reduce(fieldOf, read(name))
    return typeof value === 'number' ? value : null
  }
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  const field: unknown = Reflect.get(value, name)
  return field
}
