import type { Prediction } from '../level/level.ts'
import type { Finding } from './finding.ts'
import type { Survey } from './survey.ts'
import type { Met } from './tally.ts'

/** Questions that cannot be answered rightly, or that need no thought. */
export function predictionFindings({ level, tally, walk }: Survey): readonly Finding[] {
  return level.predict.flatMap((question, i) => {
    const answers = tally.answers[i] ?? new Map<string, Met>()
    if (answers.size === 0) {
      // A question that fails wherever it could be asked is told of already.
      if (tally.failures.has(level.rules.length + level.nudges.length + i)) return []
      const message = `the question '${question.id}' is asked in no state: check its 'when'`
      return [{ code: 'never-asked', message } as const]
    }
    const strange = [...answers].filter(([id]) => !question.options.some(option => option.id === id))
    const shown = strange.map(
      ([id, { nearest }]): Finding => ({
        code: 'answer-no-option',
        message: `the answer of the question '${question.id}' is '${id}' here, which is none of its options: add it, or ask elsewhere`,
        moves: walk.planTo(nearest),
      }),
    )
    return [...shown, ...optionFindings(question, new Set(answers.keys()))]
  })
}

function optionFindings({ id, options }: Prediction, given: ReadonlySet<string>): readonly Finding[] {
  const real = options.filter(option => given.has(option.id))
  const [only] = real
  const single: readonly Finding[] =
    only && real.length < 2
      ? [
          {
            code: 'single-answer',
            message: `wherever the question '${id}' is asked, the answer is '${only.id}': ask it where another option comes true, too`,
          },
        ]
      : []
  const idle = options.filter(option => !given.has(option.id) && option.misconception === undefined)
  return [
    ...single,
    ...idle.map(
      (option): Finding => ({
        code: 'idle-option',
        message: `the option '${option.id}' of the question '${id}' never comes true: name its misconception, or remove it`,
      }),
    ),
  ]
}
