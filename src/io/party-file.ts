import { join } from 'node:path'
import { fail, ok, type Result } from '../core/result.ts'
import { isEvent } from '../core/log.ts'
import type { Said } from '../party/forecast.ts'
import type { RoundResult } from '../party/result.ts'
import type { SavedParty } from '../party/round.ts'
import type { GameCode } from '../party/rounds.ts'
import { PAIRS } from '../party/pair.ts'
import type { Clock } from './clock.ts'
import { type SaveFile, saveFile, type Unreadable } from './save-file.ts'

type Fields = { readonly [name: string]: unknown }
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

const STAGES = ['welcome', 'seats', 'playing', 'over', 'card'] as const
const isStage = (value: unknown): value is SavedParty['stage'] => STAGES.some(stage => stage === value)
const isStars = (value: unknown): value is RoundResult['stars'] => isCount(value) && value <= 3

const isList = <T>(value: unknown, is: (item: unknown) => item is T): value is readonly T[] =>
  Array.isArray(value) && value.every(is)

const isSaid = (value: unknown): value is Said =>
  isObject(value) &&
  [value['ask'], value['driver'], value['navigator'], value['came']].every(part => isText(part))

const isCode = (value: unknown): value is GameCode =>
  isObject(value) &&
  [value['rounds'], value['minutes'], value['epoch'], value['seed']].every(part => isCount(part))

const isPair = (value: unknown): value is number => isCount(value) && value < PAIRS

const isResult = (value: unknown): value is RoundResult =>
  isObject(value) &&
  isText(value['level']) &&
  [value['variant'], value['score'], value['runs'], value['agreed']].every(part => isCount(part)) &&
  isStars(value['stars']) &&
  isList(value['misconceptions'], isText) &&
  isList(value['events'], isEvent) &&
  isList(value['said'], isSaid)

/** Reads a kept game of two out of parsed JSON. `null` is a file of which nothing is kept. */
function parseParty(value: unknown): Result<SavedParty | null, Unreadable> {
  if (value === null) return ok(null)
  if (!isObject(value)) return fail({ type: 'damaged', problem: 'not an object' })
  const { version, code, pair, at, stage, events, said, spent, results } = value
  if (isCount(version) && version > 1) return fail({ type: 'newer' })
  if (version !== 1 || !isCode(code) || !isPair(pair) || !isCount(at) || !isStage(stage) || !isCount(spent))
    return fail({ type: 'damaged', problem: 'not a game of two' })
  if (!isList(events, isEvent) || !isList(said, isSaid) || !isList(results, isResult))
    return fail({ type: 'damaged', problem: 'its rounds cannot be read' })
  return ok({ version: 1, code, pair, at, stage, events, said, spent, results })
}

/**
 * The kept game of a code in a data folder. A code names one game, so that several can be under way. Two moments of a
 * game do not mix: what is merged into it takes its place.
 */
export const partyFile = (
  folder: string,
  { rounds, minutes, epoch, seed }: GameCode,
  clock: Clock,
): SaveFile<SavedParty | null> =>
  saveFile(
    join(folder, 'two-seats', `${epoch}-${rounds}x${minutes}-${seed}.json`),
    { empty: null, parse: parseParty, merge: (_, ours) => ours },
    clock,
  )
