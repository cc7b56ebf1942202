import { type BitReader, bitReader, bitsOf, widthOf } from '../core/bits.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { openCode, sealCode } from '../core/sealed-code.ts'
import type { Level } from '../level/level.ts'
import type { Game } from '../play/game.ts'
import { foldOf } from '../play/folded.ts'
import { packLog, type PackProblem, unpackLog } from '../play/packed-log.ts'
import type { Proof } from '../solver/proof.ts'
import { cameTrueAt, forecastAt, type Said } from './forecast.ts'
import type { GameResult, RoundResult } from './result.ts'
import { roundResult } from './round.ts'
import type { GameCode, RoundPlan } from './rounds.ts'
import { headBits, isPadding, MOST_POINTS, readHead, type ResultProblem } from './short-code.ts'

/** A scored round with its level opened. */
export type OpenRound = { readonly plan: RoundPlan; readonly level: Level; readonly proof: Proof }

/** What a long code holds before it is played: the game, what it claims of each round, and the rounds themselves, packed. */
export type LongResult = {
  readonly code: GameCode
  readonly pair: number
  readonly claims: readonly Pick<RoundResult, 'stars' | 'score'>[]
  readonly packed: string
}

/** Why a long code was refused after it was read. Rounds count from 1. */
export type ReplayProblem =
  | { readonly type: 'impossible' }
  /** An event that cannot be in the state that the others lead to. */
  | ({ readonly type: 'illegal'; readonly round: number } & PackProblem)
  /** Played again, a round comes to something else than the code says. */
  | { readonly type: 'claims'; readonly round: number; readonly says: number; readonly comesTo: number }

const WIDTH = { stars: 2, score: widthOf(MOST_POINTS + 1) } as const

/** A result with all that was done and said, so that it can be played again. `rounds` are those played, in their order. */
export function encodeLong(result: GameResult, rounds: readonly OpenRound[]): string {
  const claims = result.rounds.map(
    ({ stars, score }) => bitsOf(stars, WIDTH.stars) + bitsOf(score, WIDTH.score),
  )
  const logs = result.rounds.map((round, i) => {
    const open = rounds[i]
    if (open?.level.id !== round.level) throw new Error(`round ${i + 1} was played in ${round.level}`)
    const { level, proof } = open
    const game = { level, proof, log: { level: level.id, playHash: level.playHash, events: round.events } }
    return packLog(game) + saidBits(game, round.said)
  })
  return sealCode('G', headBits(result) + claims.join('') + logs.join(''))
}

/** Reads a long code, up to what only playing it again can tell. */
export function readLong(text: string): Result<LongResult, ResultProblem> {
  const opened = openCode(text)
  if (!opened.ok) return opened
  if (opened.value.kind !== 'G') return fail({ type: 'kind' })
  const bits = bitReader(opened.value.bits)
  const head = readHead(bits)
  if (!head.ok) return head
  const { code, pair, rounds } = head.value
  const claims: LongResult['claims'][number][] = []
  for (let round = 0; round < rounds; round++) {
    const [stars, score] = [bits.take(WIDTH.stars), bits.take(WIDTH.score)]
    if (stars === null || score === null) return fail({ type: 'impossible' })
    claims.push({ stars: starsOf(stars), score })
  }
  return ok({ code, pair, claims, packed: bits.rest() })
}

const starsOf = (n: number): RoundResult['stars'] => (n === 0 || n === 1 || n === 2 ? n : 3)

/**
 * Plays a long code again and derives its result anew; one that comes to something else than it claims is refused. `rounds`
 * are the scored rounds of its game, at least as many as were played.
 */
export function replayGame(
  { code, pair, claims, packed }: LongResult,
  rounds: readonly OpenRound[],
): Result<GameResult, ReplayProblem> {
  const bits = bitReader(packed)
  const results: RoundResult[] = []
  for (const [i, claim] of claims.entries()) {
    const round = i + 1
    const open = rounds[i]
    if (!open) return fail({ type: 'impossible' })
    const game = unpackLog(open.level, open.proof, bits)
    if (!game.ok) return fail({ type: 'illegal', round, ...game.error })
    const said = readSaid(game.value, bits)
    if (!said) return fail({ type: 'impossible' })
    const result = roundResult(open.plan, game.value, said)
    if (result.stars !== claim.stars || result.score !== claim.score)
      return fail({ type: 'claims', round, says: claim.score, comesTo: result.score })
    results.push(result)
  }
  return isPadding(bits.rest(), 0) ? ok({ code, pair, rounds: results }) : fail({ type: 'impossible' })
}

/** What both said before each run, as places among the options: the question follows from the state. */
function saidBits(game: Game, said: readonly Said[]): string {
  return foldOf(game)
    .made.map(({ place }, i) => {
      const { options } = forecastAt(game.level, place)
      const places = [said[i]?.driver, said[i]?.navigator].map(said =>
        options.findIndex(({ id }) => id === said),
      )
      return places.map(place => bitsOf(Math.max(0, place), widthOf(options.length))).join('')
    })
    .join('')
}

function readSaid(game: Game, bits: BitReader): readonly Said[] | null {
  const all: Said[] = []
  for (const { place } of foldOf(game).made) {
    const { id: ask, options } = forecastAt(game.level, place)
    const width = widthOf(options.length)
    const [driver, navigator] = [options[bits.take(width) ?? -1], options[bits.take(width) ?? -1]]
    if (!driver || !navigator) return null
    all.push({ ask, driver: driver.id, navigator: navigator.id, came: cameTrueAt(game.level, place, ask) })
  }
  return all
}
