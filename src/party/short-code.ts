import { type BitReader, bitReader, bitsOf, widthOf } from '../core/bits.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { openCode, sealCode, type SealProblem } from '../core/sealed-code.ts'
import type { Level } from '../level/level.ts'
import { misconceptionsOf } from '../play/misconceptions.ts'
import { EPOCH } from './epoch.ts'
import { GAME_BITS, packGame, unpackGame } from './game-code.ts'
import { PAIR_BITS } from './pair.ts'
import type { GameResult } from './result.ts'
import { PARTY_POINTS } from './round-score.ts'
import { type GameCode, ROUNDS } from './rounds.ts'

/** Why a text is no result code that can be counted. */
export type ResultProblem =
  | SealProblem
  /** Its seal fits, but what it says cannot be: no game ends like this. */
  | { readonly type: 'impossible' }
  /** It was played with other content. */
  | { readonly type: 'epoch'; readonly code: GameCode }

/** A misconception that a pair can meet in a game, and the level that it belongs to. */
export type Met = { readonly level: string; readonly misconception: string }

/** What a short code tells of a game: its sums over the rounds that were played. */
export type ShortResult = {
  readonly code: GameCode
  /** Tells pairs apart that did the very same. */
  readonly pair: number
  readonly rounds: number
  readonly score: number
  readonly stars: number
  readonly runs: number
  readonly agreed: number
  readonly met: readonly Met[]
}

const { goals, star, solvedIn, agreed: agreeing, called, forecasts } = PARTY_POINTS

/** The most that a round can score. */
export const MOST_POINTS = goals + 3 * star + solvedIn[0] + forecasts * (agreeing + called)

/** How a result is laid out in a code: its numbers in their order, in bits. Other widths are another edition. */
export const WIDTH = {
  game: GAME_BITS,
  rounds: widthOf(ROUNDS.length + 1),
  pair: PAIR_BITS,
  score: widthOf(ROUNDS.length * MOST_POINTS + 1),
  stars: widthOf(ROUNDS.length * 3 + 1),
  runs: 6,
  agreed: 6,
} as const
const MOST_RUNS = 2 ** WIDTH.runs - 1

/** All that a pair can have met in levels, in the order of the bits that tell which they did. */
const metIn = (levels: readonly Level[]): readonly Met[] =>
  levels.flatMap(level => misconceptionsOf(level).map(misconception => ({ level: level.id, misconception })))

/** The sums of a whole result. */
export function shortOf({ code, pair, rounds }: GameResult): ShortResult {
  const sum = (of: 'score' | 'stars' | 'runs' | 'agreed'): number =>
    rounds.reduce((total, round) => total + round[of], 0)
  const met = rounds.flatMap(({ level, misconceptions }) =>
    misconceptions.map(misconception => ({ level, misconception })),
  )
  // More runs than the code has room for are told as so many.
  const [runs, agreed] = [Math.min(sum('runs'), MOST_RUNS), Math.min(sum('agreed'), MOST_RUNS)]
  return { code, pair, rounds: rounds.length, score: sum('score'), stars: sum('stars'), runs, agreed, met }
}

/**
 * A result in some twenty characters: its sums, and which misconceptions were met. `levels` are those of the rounds that
 * were played, in their order.
 */
export function encodeShort(result: GameResult, levels: readonly Level[]): string {
  const { score, stars, runs, agreed, met } = shortOf(result)
  const bits = metIn(levels).map(one => (met.some(other => isSame(one, other)) ? '1' : '0'))
  const sums = [
    headBits(result),
    bitsOf(score, WIDTH.score),
    bitsOf(stars, WIDTH.stars),
    bitsOf(runs, WIDTH.runs),
    bitsOf(agreed, WIDTH.agreed),
  ]
  return sealCode('S', sums.join('') + bits.join(''))
}

const isSame = (a: Met, b: Met): boolean => a.level === b.level && a.misconception === b.misconception

/** Reads a short code. `levelsOf` gives the levels of a game's first rounds, so many of them; it is asked once all else fits. */
export function readShort(
  text: string,
  levelsOf: (code: GameCode, rounds: number) => readonly Level[],
): Result<ShortResult, ResultProblem> {
  const opened = openCode(text)
  if (!opened.ok) return opened
  if (opened.value.kind !== 'S') return fail({ type: 'kind' })
  const bits = bitReader(opened.value.bits)
  const head = readHead(bits)
  if (!head.ok) return head
  const { code, pair, rounds } = head.value
  const [score, stars] = [bits.take(WIDTH.score), bits.take(WIDTH.stars)]
  const [runs, agreed] = [bits.take(WIDTH.runs), bits.take(WIDTH.agreed)]
  if (score === null || stars === null || runs === null || agreed === null)
    return fail({ type: 'impossible' })
  if (score > rounds * MOST_POINTS || stars > rounds * 3 || agreed > runs) return fail({ type: 'impossible' })
  const all = metIn(levelsOf(code, rounds))
  const rest = bits.rest()
  if (!isPadding(rest, all.length)) return fail({ type: 'impossible' })
  return ok({ code, pair, rounds, score, stars, runs, agreed, met: all.filter((_, i) => rest[i] === '1') })
}

/** What every result code begins with: the game, how many of its rounds were played, and the pair's number. */
export type Head = Pick<ShortResult, 'code' | 'rounds' | 'pair'>

/** Reads the beginning of a result code. Editions differ in what comes after the game and its rounds. */
export function readHead(bits: BitReader): Result<Head, ResultProblem> {
  const game = bits.take(WIDTH.game)
  const code = game === null ? null : unpackGame(game)
  const rounds = bits.take(WIDTH.rounds)
  if (!code || rounds === null || rounds > Math.min(code.rounds, ROUNDS.length))
    return fail({ type: 'impossible' })
  if (code.epoch !== EPOCH) return fail({ type: 'epoch', code })
  const pair = bits.take(WIDTH.pair)
  return pair === null ? fail({ type: 'impossible' }) : ok({ code, pair, rounds })
}

/** The bits that `readHead` reads. */
export const headBits = ({ code, pair, rounds }: GameResult): string =>
  bitsOf(packGame(code), WIDTH.game) + bitsOf(rounds.length, WIDTH.rounds) + bitsOf(pair, WIDTH.pair)

/** Whether bits are as many as meant, but for the zeros that fill up the last character. */
export const isPadding = (bits: string, meant: number): boolean =>
  bits.length >= meant && bits.length < meant + 5 && !bits.slice(meant).includes('1')
