import { type BitReader, bitReader, bitsOf, widthOf } from '../core/bits.ts'
import { digest } from '../core/digest.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { openCode, sealCode, type SealProblem } from '../core/sealed-code.ts'
import type { Level } from '../level/level.ts'
import { misconceptionsOf } from '../play/misconceptions.ts'
import { EPOCH } from './epoch.ts'
import { GAME_BITS, packGame, unpackGame } from './game-code.ts'
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
  readonly rounds: number
  readonly score: number
  readonly stars: number
  readonly runs: number
  readonly agreed: number
  /** Tells pairs with the same sums apart, by what they did. */
  readonly mark: number
  readonly met: readonly Met[]
}

const { goals, star, solvedIn, agreed: agreeing, called, forecasts } = PARTY_POINTS

/** The most that a round can score. */
export const MOST_POINTS = goals + 3 * star + solvedIn[0] + forecasts * (agreeing + called)

/** What bounds a code's numbers, in bits. */
const WIDTH = {
  rounds: widthOf(ROUNDS.length + 1),
  score: widthOf(ROUNDS.length * MOST_POINTS + 1),
  stars: widthOf(ROUNDS.length * 3 + 1),
  runs: 6,
  agreed: 6,
  mark: 12,
} as const
const MOST_RUNS = 2 ** WIDTH.runs - 1

/** All that a pair can have met in levels, in the order of the bits that tell which they did. */
const metIn = (levels: readonly Level[]): readonly Met[] =>
  levels.flatMap(level => misconceptionsOf(level).map(misconception => ({ level: level.id, misconception })))

/** The sums of a whole result. */
export function shortOf({ code, rounds }: GameResult): ShortResult {
  const sum = (of: 'score' | 'stars' | 'runs' | 'agreed'): number =>
    rounds.reduce((total, round) => total + round[of], 0)
  const met = rounds.flatMap(({ level, misconceptions }) =>
    misconceptions.map(misconception => ({ level, misconception })),
  )
  // More runs than the code has room for are told as so many.
  const [runs, agreed] = [Math.min(sum('runs'), MOST_RUNS), Math.min(sum('agreed'), MOST_RUNS)]
  const mark = Number.parseInt(digest(rounds.map(({ events, said }) => ({ events, said }))).slice(0, 3), 16)
  return { code, rounds: rounds.length, score: sum('score'), stars: sum('stars'), runs, agreed, mark, met }
}

/**
 * A result in some twenty characters: its sums, and which misconceptions were met. `levels` are those of the rounds that
 * were played, in their order.
 */
export function encodeShort(result: GameResult, levels: readonly Level[]): string {
  const { score, stars, runs, agreed, mark, met } = shortOf(result)
  const bits = metIn(levels).map(one => (met.some(other => isSame(one, other)) ? '1' : '0'))
  const sums = [
    headBits(result),
    bitsOf(score, WIDTH.score),
    bitsOf(stars, WIDTH.stars),
    bitsOf(runs, WIDTH.runs),
    bitsOf(agreed, WIDTH.agreed),
    bitsOf(mark, WIDTH.mark),
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
  const { code, rounds } = head.value
  const [score, stars] = [bits.take(WIDTH.score), bits.take(WIDTH.stars)]
  const [runs, agreed, mark] = [bits.take(WIDTH.runs), bits.take(WIDTH.agreed), bits.take(WIDTH.mark)]
  if (score === null || stars === null || runs === null || agreed === null || mark === null)
    return fail({ type: 'impossible' })
  if (score > rounds * MOST_POINTS || stars > rounds * 3 || agreed > runs) return fail({ type: 'impossible' })
  const all = metIn(levelsOf(code, rounds))
  const rest = bits.rest()
  if (!isPadding(rest, all.length)) return fail({ type: 'impossible' })
  return ok({ code, rounds, score, stars, runs, agreed, mark, met: all.filter((_, i) => rest[i] === '1') })
}

/** The game and the number of rounds that every result code begins with. */
export function readHead(
  bits: BitReader,
): Result<{ readonly code: GameCode; readonly rounds: number }, ResultProblem> {
  const game = bits.take(GAME_BITS)
  const code = game === null ? null : unpackGame(game)
  const rounds = bits.take(WIDTH.rounds)
  if (!code || rounds === null || rounds > Math.min(code.rounds, ROUNDS.length))
    return fail({ type: 'impossible' })
  return code.epoch === EPOCH ? ok({ code, rounds }) : fail({ type: 'epoch', code })
}

/** The bits that `readHead` reads. */
export const headBits = ({ code, rounds }: GameResult): string =>
  bitsOf(packGame(code), GAME_BITS) + bitsOf(rounds.length, WIDTH.rounds)

/** Whether bits are as many as meant, but for the zeros that fill up the last character. */
export const isPadding = (bits: string, meant: number): boolean =>
  bits.length >= meant && bits.length < meant + 5 && !bits.slice(meant).includes('1')
