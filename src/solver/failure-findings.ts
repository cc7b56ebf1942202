import type { Level } from '../level/level.ts'
import type { Expression } from '../rules/expression.ts'
import type { Finding } from './finding.ts'
import { fieldOf, type Place } from './place.ts'
import { questionsOf } from './questions.ts'
import type { Survey } from './survey.ts'

/** An expression that was asked of every state: whose it is, and what its failure counts as. */
type Asked = { readonly name: string; readonly counts: string; readonly expression: Expression }

const ASK_FIRST = "let it ask first, as in 'x > 0 && 100 / x > 2'"

/** Rules, nudges and questions that fail in some state, where they would silently count as false. */
export function failureFindings({ level, tally, walk }: Survey): readonly Finding[] {
  const { predictions } = questionsOf(level)
  const asked = askedOf(level)
  return [...tally.failures]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([question, { nearest, count }]) => {
      const moves = walk.planTo(nearest)
      const place = placeAfter(level, moves)
      const candidates =
        question < predictions
          ? asked.decided.slice(question, question + 1)
          : (asked.predicted[question - predictions] ?? [])
      const failed = candidates.find(({ expression }) => expression.attempt(place.read) === null)
      if (!failed) return []
      const { name, counts, expression } = failed
      const why = expression.explain(place.facts()).value.replace(/^error: /, '')
      const states = count === 1 ? 'in 1 state' : `in ${count} states`
      const message = `${name} fails ${states} (${why}) and ${counts} there: ${ASK_FIRST}`
      return [{ code: 'rule-errors', message, moves } as const]
    })
}

/** The expressions of a level's questions: those that decide one, and those of a prediction, in the order of asking. */
function askedOf({ rules, nudges, predict }: Level): {
  readonly decided: readonly Asked[]
  readonly predicted: readonly (readonly Asked[])[]
} {
  return {
    decided: [
      ...rules.map(({ kind, id, when }) => ({
        name: `the ${kind} '${id}'`,
        counts: 'counts as broken',
        expression: when,
      })),
      ...nudges.map(({ id, when }) => ({ name: `the nudge '${id}'`, counts: 'is silent', expression: when })),
    ],
    predicted: predict.map(({ id, when, answer }) => [
      { name: `the 'when' of the question '${id}'`, counts: 'is not asked', expression: when },
      { name: `the answer of the question '${id}'`, counts: 'has no option', expression: answer },
    ]),
  }
}

const placeAfter = (level: Level, moves: readonly string[]): Place =>
  moves.reduce<Place>((at, step) => at.take(step) ?? at, fieldOf(level).start)
