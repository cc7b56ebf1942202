import { fail, ok, type Result } from '../core/result.ts'
import type { Text } from '../core/text.ts'
import type { Level } from '../level/level.ts'
import { inBoth } from '../words/say.ts'
import type { BoardLine } from './board-lines.ts'
import { EPOCH } from './epoch.ts'
import { packGame } from './game-code.ts'
import { type OpenRound, readLong, replayGame, type ReplayProblem } from './long-code.ts'
import { resultTrouble } from './result-trouble.ts'
import type { GameCode } from './rounds.ts'
import { readShort, type ResultProblem, shortOf, type ShortResult } from './short-code.ts'
import { type TalkingPoint, talkingPoints } from './talking-points.ts'

/** A pair's result that counts. */
export type BoardPair = ShortResult & {
  readonly line: number
  readonly name: string
  /** Played again from its long code, or only checked. */
  readonly proof: 'replayed' | 'checked'
}

/** A line that does not count, and why. */
export type LeftOut = { readonly line: number; readonly text: string; readonly why: Text }

/** What a room reached. */
export type Board = {
  /** Editions of the rounds that were found besides ours, with ours, in order; empty where all played ours. */
  readonly editions: readonly number[]
  readonly together: {
    readonly pairs: number
    readonly rounds: number
    readonly score: number
    readonly stars: number
    readonly runs: number
    readonly agreed: number
  }
  /** The most stars first, of equal ones the most points, then as they came. */
  readonly pairs: readonly BoardPair[]
  readonly points: readonly TalkingPoint[]
  readonly leftOut: readonly LeftOut[]
}

/** Opens the scored rounds of a game, as many of them as the installed levels have. */
export type OpenRounds = (code: GameCode) => readonly OpenRound[]

/**
 * Counts the results of a room: long codes are played again, short ones checked, and each pair counts once, by its number. Two
 * with one number played at one computer: if both have a name, and not the same, they are two pairs.
 */
export function boardOf(lines: readonly BoardLine[], open: OpenRounds): Board {
  const pairs: BoardPair[] = []
  const leftOut: LeftOut[] = []
  const editions = new Set<number>()
  const known = new Map<string, Entry[]>()
  const levels = new Map<string, Level>()
  const openAll: OpenRounds = code => {
    const rounds = open(code)
    for (const { level } of rounds) levels.set(level.id, level)
    return rounds
  }
  for (const entry of lines) {
    const counted = countedOf(entry.code, openAll)
    if (!counted.ok) {
      if (counted.error.type === 'epoch') editions.add(counted.error.code.epoch)
      leftOut.push({ line: entry.line, text: entry.code, why: resultTrouble(counted.error) })
      continue
    }
    const { result, proof } = counted.value
    const same = known.get(identityOf(result)) ?? []
    const before = same.find(({ name }) => isSameName(name, entry.name))
    if (before) leftOut.push(twice({ ...entry, result }, before))
    else {
      known.set(identityOf(result), [...same, { ...entry, result }])
      pairs.push({ ...result, line: entry.line, name: entry.name, proof })
    }
  }
  return {
    editions: editions.size > 0 && pairs.length + editions.size > 1 ? editionsOf(editions, pairs) : [],
    together: togetherOf(pairs),
    pairs: pairs.toSorted((a, b) => b.stars - a.stars || b.score - a.score || a.line - b.line),
    points: talkingPoints(pairs, id => levels.get(id)),
    leftOut,
  }
}

const editionsOf = (others: ReadonlySet<number>, pairs: readonly BoardPair[]): readonly number[] =>
  [...others, ...(pairs.length > 0 ? [EPOCH] : [])].sort((a, b) => a - b)

/** A line of the list with the result that its code tells. */
type Entry = BoardLine & { readonly result: ShortResult }

const twice = ({ line, code, result }: Entry, before: Entry): LeftOut => ({
  line,
  text: code,
  why: inBoth(isSameResult(result, before.result) ? 'board.twice' : 'board.again', { first: before.line }),
})

/** Two entries with one number are one pair's, unless both have a name and not the same. */
const isSameName = (a: string, b: string): boolean =>
  a === '' || b === '' || a.localeCompare(b, undefined, { sensitivity: 'base' }) === 0

type Counted = { readonly result: ShortResult; readonly proof: BoardPair['proof'] }

function countedOf(code: string, open: OpenRounds): Result<Counted, ResultProblem | ReplayProblem> {
  const long = readLong(code)
  if (long.ok) {
    const played = replayGame(long.value, open(long.value.code))
    return played.ok ? ok({ result: shortOf(played.value), proof: 'replayed' }) : played
  }
  if (long.error.type !== 'kind') return fail(long.error)
  const short = readShort(code, (game, rounds) =>
    open(game)
      .slice(0, rounds)
      .map(({ level }) => level),
  )
  return short.ok ? ok({ result: short.value, proof: 'checked' }) : short
}

/** Equal for all codes of one pair in one game. */
const identityOf = ({ code, pair }: ShortResult): string => `${packGame(code)} ${pair}`

/** Whether two results of one pair may be of one play: so are its short and its long code. */
const isSameResult = (a: ShortResult, b: ShortResult): boolean =>
  a.rounds === b.rounds &&
  a.score === b.score &&
  a.stars === b.stars &&
  a.runs === b.runs &&
  a.agreed === b.agreed

function togetherOf(pairs: readonly BoardPair[]): Board['together'] {
  const sum = (of: 'rounds' | 'score' | 'stars' | 'runs' | 'agreed'): number =>
    pairs.reduce((total, pair) => total + pair[of], 0)
  return {
    pairs: pairs.length,
    rounds: sum('rounds'),
    score: sum('score'),
    stars: sum('stars'),
    runs: sum('runs'),
    agreed: sum('agreed'),
  }
}
