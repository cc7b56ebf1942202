import type { Sayer } from '../words/say.ts'
import type { ArgsProblem } from './args.ts'
import { type Trouble, wrongUse } from './context.ts'

/** A command line that was not understood, in lines. */
export function argsTrouble(problem: ArgsProblem, t: Sayer): Trouble {
  switch (problem.type) {
    case 'unknown-option': {
      const near = problem.near.length === 0 ? [] : [t('cli.didYouMean', { names: problem.near.join(', ') })]
      return wrongUse(t('cli.unknownOption', { name: problem.name }), ...near, t('cli.seeHelp'))
    }
    case 'missing-value':
      return wrongUse(
        t('cli.missingArgument', { command: problem.name, argument: 'VALUE' }),
        t('cli.seeHelp'),
      )
    case 'unwanted-value':
      return wrongUse(
        t('cli.tooManyArguments', { command: problem.name, argument: problem.name }),
        t('cli.seeHelp'),
      )
    case 'bad-value': {
      const values = problem.can.join(', ')
      return wrongUse(t('cli.badValue', { option: problem.name, value: problem.value, values }))
    }
    default:
      return problem satisfies never
  }
}
