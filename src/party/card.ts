import type { Text } from '../core/text.ts'
import { inBoth } from '../words/say.ts'
import { type Block, block, GAP, type Page } from './page.ts'
import type { GameResult, RoundResult } from './result.ts'
import { PARTY_POINTS } from './round-score.ts'

/** The codes of a result: a short one to type, a long one that replays. */
export type ResultCodes = { readonly short: string; readonly long: string }

/** The end of a game, its codes absent until they are made: what the pair reached, to be read aloud, how points come about, and the codes for the board. */
export function cardPage(
  { rounds }: GameResult,
  titles: { readonly [level: string]: Text },
  codes: ResultCodes | null,
): Page {
  const points = rounds.reduce((sum, { score }) => sum + score, 0)
  const stars = rounds.reduce((sum, round) => sum + round.stars, 0)
  const runs = rounds.reduce((sum, round) => sum + round.runs, 0)
  const agreed = rounds.reduce((sum, round) => sum + round.agreed, 0)
  return {
    title: inBoth('party.card'),
    blocks: [
      block('quiet', inBoth('party.readAloud')),
      GAP,
      block('strong', inBoth('party.cardTotal', { points, stars, max: rounds.length * 3 })),
      ...rounds.map((round, i) => roundBlock(round, i + 1, titles[round.level])),
      block('text', inBoth('party.cardAgreed', { agreed, runs })),
      GAP,
      ...(codes ? codeBlocks(codes) : [block('quiet', inBoth('app.loading'))]),
      GAP,
      block('quiet', formula),
    ],
  }
}

const codeBlocks = ({ short, long }: ResultCodes): readonly Block[] => [
  block('head', inBoth('party.shortCode')),
  { type: 'verbatim', text: short },
  block('quiet', inBoth('party.shortAbout')),
  GAP,
  block('head', inBoth('party.longCode')),
  { type: 'verbatim', text: long },
]

function roundBlock({ level, stars, score }: RoundResult, n: number, title: Text | undefined): Block {
  const name = title ?? { en: level, ko: level }
  return block(
    'text',
    inBoth('party.cardRound', { n, title: name, stars: inBoth(`stars.${stars}`), points: score }),
  )
}

const [first, second] = PARTY_POINTS.solvedIn

const formula = inBoth('party.formula', {
  goals: PARTY_POINTS.goals,
  star: PARTY_POINTS.star,
  first,
  second,
  counted: PARTY_POINTS.forecasts,
  agreed: PARTY_POINTS.agreed,
  called: PARTY_POINTS.called,
})
