import type { Text } from '../core/text.ts'
import { inBoth } from '../words/say.ts'
import { EPOCH } from './epoch.ts'
import type { ReplayProblem } from './long-code.ts'
import type { ResultProblem } from './short-code.ts'

/** What is wrong with a result code, for whoever pasted it. `levels` are the names of its rounds' levels, where known. */
export function resultTrouble(problem: ResultProblem | ReplayProblem, levels: readonly Text[] = []): Text {
  switch (problem.type) {
    case 'symbol':
      return inBoth('code.symbol', { found: problem.found })
    case 'kind':
      return inBoth('code.kind')
    case 'seal':
      return inBoth('code.seal')
    case 'impossible':
      return inBoth('code.impossible')
    case 'epoch':
      return inBoth('code.edition', { theirs: problem.code.epoch, ours: EPOCH })
    case 'illegal': {
      const level = levels[problem.round - 1] ?? inBoth('party.round', { n: problem.round })
      return inBoth('code.illegal', { n: problem.index + 1, level })
    }
    case 'claims': {
      const { round, says, comesTo } = problem
      return inBoth('code.claims', { round, says, comesTo })
    }
    default:
      return problem satisfies never
  }
}
