import { figureWords, groundsOf, sourceWords } from './figures.ts'
import type { Option } from './option.ts'
import { parameter } from './parameters.ts'
import type { Placed } from './placement.ts'

/** The figures that a workload's lines rest on, as comments: what they decide, the value, its source and year. */
export const numberLines = (option: Option, at: Placed): readonly string[] => [
  `# ${option.id} rests on:`,
  ...groundsOf(option, at.engine)
    .filter(({ id }) => id === 'memory' || id === 'cpu' || id === 'start')
    .flatMap(({ about, figures }) =>
      figures.map(id => {
        const figure = parameter(id)
        return `#   ${about.en}: ${figureWords(figure).en}, ${figure.about.en}; ${sourceWords(figure).en}`
      }),
    ),
]

/** What names a workload's image: a tag that can move, or the digest that cannot. */
export const imageRef = ({ id, choice }: Option): string =>
  choice.ref === 'digest' ? `registry.example/${id}@sha256:DIGEST` : `registry.example/${id}:1`

/** MiB that one instance may take itself, in its busiest case. */
export const ownMiB = ({ takes, facts }: Option): number =>
  takes.reduce((most, { memory, instances }) => {
    const one = instances === 0 ? 0 : memory / instances - facts.overhead
    return Math.max(most, one)
  }, 0)
