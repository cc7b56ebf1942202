import { LANGS, type Text } from '../core/text.ts'
import type { Level } from '../level/level.ts'
import { unknownTerms } from '../words/glossary.ts'
import type { Finding } from './finding.ts'

/** Glossary terms in a level's texts that the glossary does not have. */
export function termFindings(level: Level): readonly Finding[] {
  return textsOf(level).flatMap(([place, text]) =>
    LANGS.flatMap(lang =>
      unknownTerms(text[lang]).map(
        (term): Finding => ({
          code: 'unknown-term',
          message: `${place}.${lang} names the term [[${term}]], which the glossary does not have: write it as it stands there, or without brackets`,
        }),
      ),
    ),
  )
}

type Placed = readonly [place: string, text: Text]

function textsOf({
  title,
  brief,
  debrief,
  rules,
  predict,
  nudges,
  objectives = [],
  plot = [],
}: Level): readonly Placed[] {
  return [
    ['title', title],
    ['brief', brief],
    ...rules.flatMap(({ text, because }, i): Placed[] => [
      [`rules[${i}].text`, text],
      [`rules[${i}].because`, because],
    ]),
    ...predict.flatMap(({ ask, options }, i): Placed[] => [
      [`predict[${i}].ask`, ask],
      ...options.map(({ text }, j): Placed => [`predict[${i}].options[${j}].text`, text]),
    ]),
    ...nudges.map(({ say }, i): Placed => [`nudges[${i}].say`, say]),
    ['debrief', debrief],
    ...objectives.map(({ text }, i): Placed => [`objectives[${i}].text`, text]),
    ...plot.map(({ text }, i): Placed => [`plot[${i}].text`, text]),
  ]
}
