import type { Text } from '../core/text.ts'
import type { Level } from '../level/level.ts'
import type { Run } from '../play/game.ts'
import { inBoth } from '../words/say.ts'
import { isAgreed, isCalled, type Said } from './forecast.ts'

/**
 * The scoring formula of a game of two in numbers. The cards and their words print these, so that no number of it stands
 * anywhere else. Time earns nothing: who thinks before running is not punished for it.
 */
export const PARTY_POINTS = {
  /** What the goals and guards of both seats earn together in the best run, each the same part. */
  goals: 400,
  /** For each star of the best run. */
  star: 100,
  /** For solving in the first run, and in the second. Between them lies more than all that agreeing can earn. */
  solvedIn: [250, 125],
  /** For each of the first runs before which both said the same. */
  agreed: 30,
  /** On top of it where that came true. */
  called: 20,
  /** Runs whose forecasts count: more runs must not pay. */
  forecasts: 2,
} as const

/** A line of the round's card; all lines add up to the score. */
export type PartyLine = { readonly say: Text; readonly points: number }

/** What a round earned, and for what. */
export type RoundScore = {
  readonly stars: 0 | 1 | 2 | 3
  readonly points: number
  readonly lines: readonly PartyLine[]
}

/** What of a round decides its score: its runs in order, and what was said before each. */
export type Played = { readonly runs: readonly Run[]; readonly said: readonly Said[] }

/** The run that counts: the one with the most stars, of equal ones that in which most held, of those the first. */
export function bestRun(runs: readonly Run[]): Run | null {
  const worth = ({ score, verdict }: Run): number =>
    score.stars * 100 + verdict.rules.filter(({ held }) => held).length
  return runs.reduce<Run | null>((best, run) => (best && worth(best) >= worth(run) ? best : run), null)
}

/** Scores a round. `PARTY_POINTS` is the formula. */
export function roundScore(level: Pick<Level, 'rules'>, { runs, said }: Played): RoundScore {
  const best = bestRun(runs)
  const stars = best?.score.stars ?? 0
  const lines = [
    goalLine(level, best),
    {
      say: inBoth('party.lineStars', { stars: inBoth(`stars.${stars}`) }),
      points: stars * PARTY_POINTS.star,
    },
    runLine(runs),
    ...forecastLines(said),
  ]
  return { stars, points: lines.reduce((sum, { points }) => sum + points, 0), lines }
}

function goalLine({ rules }: Pick<Level, 'rules'>, best: Run | null): PartyLine {
  const bound = rules.filter(({ kind }) => kind !== 'bonus')
  const held = best?.verdict.rules.filter(rule => rule.kind !== 'bonus' && rule.held).length ?? 0
  const points = bound.length === 0 ? 0 : Math.round((PARTY_POINTS.goals * held) / bound.length)
  return { say: inBoth('party.lineGoals', { held, total: bound.length }), points }
}

function runLine(runs: readonly Run[]): PartyLine {
  const first = runs.findIndex(({ verdict }) => verdict.solved)
  if (first < 0) return { say: inBoth('party.lineUnsolved', { n: runs.length }), points: 0 }
  return { say: inBoth('party.lineSolvedIn', { n: first + 1 }), points: PARTY_POINTS.solvedIn[first] ?? 0 }
}

function forecastLines(said: readonly Said[]): readonly PartyLine[] {
  const counted = said.slice(0, PARTY_POINTS.forecasts)
  const agreed = counted.filter(isAgreed).length
  const called = counted.filter(isCalled).length
  return [
    { say: inBoth('party.lineAgreed', { n: agreed }), points: agreed * PARTY_POINTS.agreed },
    { say: inBoth('party.lineCalled', { n: called }), points: called * PARTY_POINTS.called },
  ]
}
