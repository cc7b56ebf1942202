import type { Panel, TreeLine } from '../../core/scene.ts'
import type { Text } from '../../core/text.ts'
import type { Probe } from '../../core/world.ts'
import { caveat, figureWords, groundsOf, sourceWords } from './figures.ts'
import { ESCAPES, WALL_WORDS } from './isolation.ts'
import type { Option } from './option.ts'
import { PACK_WORDS } from './packs.ts'
import { parameter } from './parameters.ts'
import type { Placed, Placement } from './placement.ts'

const whyId = (workload: string): string => `why.${workload}`

/** A free question for each workload: what its numbers rest on. */
export const whyProbes = (workloads: readonly string[]): readonly Probe[] =>
  workloads.map(id => ({
    id: whyId(id),
    label: { en: `${id}: where its numbers come from`, ko: `${id}: 숫자의 근거` },
    command: `why ${id}`,
  }))

/** The answer to such a question. Ids come from `Board.probes`; a foreign one gives the first workload's. */
export function whyAnswer(plan: Placement, probe: string): Panel {
  const found = plan.options.findIndex(({ id }) => whyId(id) === probe)
  const option = plan.options[Math.max(0, found)]
  const at = plan.hosts[plan.at[Math.max(0, found)] ?? 0]
  if (option === undefined || at === undefined) throw new Error('a level has a workload, and a host for it')
  return whyPanel(option, at)
}

/** What a workload's choice rests on: the wall in words, then each figure with unit, condition, source and year. */
function whyPanel(option: Option, at: Placed): Panel {
  const lines: readonly TreeLine[] = [
    ...wallLines(option),
    ...groundsOf(option, at.engine).flatMap(({ about, figures }) => [
      line(0, about),
      ...figures.flatMap((id): TreeLine[] => {
        const figure = parameter(id)
        const value = figureWords(figure)
        const mark = caveat([id])
        return [
          line(1, {
            en: `${value.en}${mark.en}: ${figure.about.en}`,
            ko: `${value.ko}${mark.ko}: ${figure.about.ko}`,
          }),
          { depth: 2, label: sourceWords(figure), tone: 'quiet' },
        ]
      }),
    ]),
  ]
  const pack = PACK_WORDS[option.choice.pack]
  return {
    type: 'tree',
    id: whyId(option.id),
    title: { en: `Why: ${option.id}, ${pack.en}`, ko: `근거: ${option.id}, ${pack.ko}` },
    seat: 'both',
    say: {
      en: lines.map(l => `${'  '.repeat(l.depth)}${l.label.en}`).join('\n'),
      ko: lines.map(l => `${'  '.repeat(l.depth)}${l.label.ko}`).join('\n'),
    },
    lines,
  }
}

const line = (depth: number, label: Text): TreeLine => ({ depth, label, tone: 'plain' })

function wallLines({ facts }: Option): readonly TreeLine[] {
  const passing = Object.values(ESCAPES).filter(
    ({ stoppedBy }) => !stoppedBy.some(pack => pack === facts.pack),
  )
  return [
    line(0, { en: 'what stands between', ko: '사이에 서는 것' }),
    line(1, WALL_WORDS[facts.wall]),
    ...passing.flatMap(({ cve, through, source }): TreeLine[] => [
      line(1, { en: `passed by ${cve}: ${through.en}`, ko: `${cve}에 뚫림: ${through.ko}` }),
      { depth: 2, label: source, tone: 'quiet' },
    ]),
  ]
}
