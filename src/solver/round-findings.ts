import { LANGS } from '../core/text.ts'
import type { Level } from '../level/level.ts'
import { LIMITS, textFault } from '../level/limits.ts'
import type { Finding } from './finding.ts'
import { fieldOf, type Place } from './place.ts'

/** The most moves that a round of a few minutes has room for. */
const MOST_PAR = 3

/** Rules that each seat has of its own at least: a goal that stands alone pulls against nothing. */
const LEAST_RULES = 2

/** What is unsound about a level that is marked as a round for two; none where it is not. */
export function roundFindings(level: Level, par: number | undefined): readonly Finding[] {
  if (!level.icebreaker) return []
  return [...briefFindings(level), ...seatFindings(level), ...parFindings(par)]
}

/** A brief is read aloud before the clock starts. */
function briefFindings({ brief }: Level): readonly Finding[] {
  return LANGS.flatMap(lang => {
    const fault = textFault(brief[lang], LIMITS.roundBrief[lang])
    if (fault === undefined) return []
    const message = `the brief of a round is read aloud (${lang}): ${fault}`
    return [{ code: 'round-brief', message } as const]
  })
}

function seatFindings({ rules }: Level): readonly Finding[] {
  return (['driver', 'navigator'] as const).flatMap(seat => {
    const own = rules.filter(rule => rule.seat === seat).length
    if (own >= LEAST_RULES) return []
    const message = `the ${seat} has ${own} of the rules, at least ${LEAST_RULES} are wanted: give rules a seat`
    return [{ code: 'round-seats', message } as const]
  })
}

function parFindings(par: number | undefined): readonly Finding[] {
  if (par === undefined || par <= MOST_PAR) return []
  const message = `par is ${par}, a round has time for ${MOST_PAR} moves: build more of the way at the start`
  return [{ code: 'round-par', message }]
}

/** A variant of a level, and a shortest plan of it. */
export type SolvedVariant = { readonly level: Level; readonly solution: readonly string[] }

/** Variants that a plan of an earlier one solves as well, so that an answer could be passed on: findings for each variant. */
export function sameVariantFindings(variants: readonly SolvedVariant[]): readonly (readonly Finding[])[] {
  return variants.map(({ level }, i) => {
    const earlier = variants.slice(0, i).findIndex(({ solution }) => isWonBy(level, solution))
    if (earlier < 0) return []
    const message = `variant ${i} is won by the plan of variant ${earlier}: choose numbers that ask for another one`
    return [{ code: 'same-variant', message, moves: variants[earlier]?.solution ?? [] }]
  })
}

function isWonBy(level: Level, plan: readonly string[]): boolean {
  const end = plan.reduce<Place | null>((place, step) => place?.take(step) ?? null, fieldOf(level).start)
  const verdict = end?.verdict()
  return verdict !== undefined && verdict.solved && verdict.guarded
}
