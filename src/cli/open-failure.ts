import type { OpenFailure } from '../io/open-level.ts'
import type { LevelProblem } from '../level/problem.ts'
import { type Context, failure, type Trouble } from './context.ts'

/** What is wrong with a level that cannot be opened, in lines. `format` writes one problem of a file. */
export function openTrouble(
  reason: OpenFailure,
  context: Pick<Context, 't' | 'lang'>,
  format: (problem: LevelProblem) => string,
): Trouble {
  const { t, lang } = context
  switch (reason.type) {
    case 'file':
      return failure(reason.problem.say[lang])
    case 'faults': {
      const { path, problems } = reason
      return failure(...problems.map(format), '', t('cli.notALevel', { path, n: problems.length }))
    }
    case 'unproved':
      return failure(t('cli.noSolution', { level: reason.level.id }))
    default:
      return reason satisfies never
  }
}
