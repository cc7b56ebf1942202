import { fail, ok, type Result } from '../core/result.ts'
import type { Lang, Text } from '../core/text.ts'
import { FIRST_WORDS, SECOND_WORDS } from './code-words.ts'
import { damm } from './damm.ts'
import { EPOCH, EPOCHS } from './epoch.ts'
import { nearNumbers, nearWords } from './near-codes.ts'
import { type GameCode, MINUTES, ROUNDS } from './rounds.ts'

/** Why a text is no game code. `near` are valid codes that may have been meant, the likeliest first; often there is none. */
export type CodeProblem =
  /** It is not two words and a number. */
  | { readonly type: 'shape'; readonly found: string; readonly near: readonly string[] }
  /** Its words are not in the lists, or not where they stand. */
  | { readonly type: 'words'; readonly found: string; readonly near: readonly string[] }
  /** Its number does not fit its words. */
  | { readonly type: 'check'; readonly found: string; readonly near: readonly string[] }

/** Digits before the check digit. */
const DIGITS = 3
const NUMBERS = 10 ** DIGITS
const TOTAL = FIRST_WORDS.length * SECOND_WORDS.length * NUMBERS

/** No code comes near it, not even a mistyped one; looking for what a longer text may have meant would take its time. */
const LONGEST = 40

/** How many seeds a code can carry: what the rounds, minutes and epochs leave of all codes. */
export const SEEDS = TOTAL / (ROUNDS.length * MINUTES.length * EPOCHS)

/** Spreads games over all codes, so that two of one evening do not begin with the same word; and back. */
const SPREAD = 1_640_531
const GATHER = 785_371

/** Where a code's words stand in their lists, and its number with the check digit. */
type Parts = { readonly first: number; readonly second: number; readonly number: string }

/** The code of a game as it is spoken: `ladder penguin 4821`. Its words mean the same number in either language. */
export function encodeCode(code: GameCode, lang: Lang): string {
  const spread = (packGame(code) * SPREAD) % TOTAL
  const pair = Math.floor(spread / NUMBERS)
  const first = Math.floor(pair / SECOND_WORDS.length)
  const second = pair % SECOND_WORDS.length
  const digits = String(spread % NUMBERS).padStart(DIGITS, '0')
  const number = digits + String(checkOf(first, second, digits))
  return `${wordAt(FIRST_WORDS, first)[lang]} ${wordAt(SECOND_WORDS, second)[lang]} ${number}`
}

/**
 * Reads a code as people type it: either language, any case, spaces, hyphens or nothing between its parts, full-width digits.
 * Of the codes that may have been meant only those of the given epoch are named: no others could be played.
 */
export function readCode(text: string, epoch = EPOCH): Result<GameCode, CodeProblem> {
  const tidy = text.normalize('NFKC').toLowerCase()
  const bare = tidy.replace(/[\s\p{Pd}\p{Cf}_.,·'"]/gu, '')
  const [, letters, number] = bare.length > LONGEST ? [] : (/^(\p{L}+)(\d+)$/u.exec(bare) ?? [])
  if (letters === undefined || number === undefined) return fail({ type: 'shape', found: text, near: [] })
  const lang: Lang = /\p{Script=Hangul}/u.test(letters) ? 'ko' : 'en'
  const playable = (spoken: string): boolean => {
    const read = readCode(spoken, epoch)
    return read.ok && read.value.epoch === epoch
  }
  const words = wordsIn(letters)
  if (!words) {
    const near = nearWords(tidy.match(/\p{L}+/gu) ?? [], letters)
    const spoken = near.map(([first, second]) => `${first} ${second} ${number}`).filter(playable)
    return fail({ type: 'words', found: text, near: spoken.slice(0, 3) })
  }
  const parts = { ...words, number }
  const game = isWhole(parts) ? codeOf(parts) : null
  if (game) return ok(game)
  const said = `${wordAt(FIRST_WORDS, words.first)[lang]} ${wordAt(SECOND_WORDS, words.second)[lang]}`
  const near = nearNumbers(number).filter(near => isWhole({ ...words, number: near }))
  const spoken = near.map(other => `${said} ${other}`).filter(playable)
  return fail({ type: 'check', found: text, near: spoken.slice(0, 3) })
}

/** Bits that a game takes as a number. */
export const GAME_BITS = 22

/** A game as a number of at most `GAME_BITS` bits, for codes that hold more than a game. */
export function packGame({ seed, epoch, minutes, rounds }: GameCode): number {
  const length = Math.max(
    0,
    MINUTES.findIndex(known => known === minutes),
  )
  return (((seed % SEEDS) * EPOCHS + (epoch % EPOCHS)) * MINUTES.length + length) * ROUNDS.length + rounds - 1
}

/** The game that a number stands for; `null` for one that stands for none. */
export function unpackGame(number: number): GameCode | null {
  if (number >= TOTAL) return null
  const settings = Math.floor(number / ROUNDS.length)
  const rest = Math.floor(settings / MINUTES.length)
  return {
    rounds: (number % ROUNDS.length) + 1,
    minutes: MINUTES[settings % MINUTES.length] ?? MINUTES[0],
    epoch: rest % EPOCHS,
    seed: Math.floor(rest / EPOCHS),
  }
}

function codeOf({ first, second, number }: Parts): GameCode | null {
  const spread = (first * SECOND_WORDS.length + second) * NUMBERS + Number(number.slice(0, DIGITS))
  return unpackGame((spread * GATHER) % TOTAL)
}

/** The check digit covers the words, too: most wrong words from the list do not fit the number. */
const checkOf = (first: number, second: number, digits: string): number =>
  damm(`${String(first).padStart(2, '0')}${String(second).padStart(2, '0')}${digits}`)

const isWhole = ({ first, second, number }: Parts): boolean =>
  number.length === DIGITS + 1 && checkOf(first, second, number) === 0

/** The two words that letters without a gap are made of. There is never more than one way to cut them. */
function wordsIn(letters: string): Pick<Parts, 'first' | 'second'> | null {
  for (let cut = 1; cut < letters.length; cut++) {
    const first = PLACES.first.get(letters.slice(0, cut))
    const second = PLACES.second.get(letters.slice(cut))
    if (first !== undefined && second !== undefined) return { first, second }
  }
  return null
}

const placesIn = (words: readonly Text[]): ReadonlyMap<string, number> =>
  new Map(words.flatMap(({ en, ko }, i) => [[en, i] as const, [ko, i] as const]))

const PLACES = { first: placesIn(FIRST_WORDS), second: placesIn(SECOND_WORDS) }

const wordAt = (words: readonly Text[], at: number): Text => words[at] ?? { en: '', ko: '' }
