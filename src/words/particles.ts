import { josa } from 'es-hangul'
import { COMMON_READINGS } from './readings.ts'

/** The Korean particles that depend on the sound before them: after a consonant first, after a vowel second. */
export const PARTICLES = [
  '은/는',
  '이/가',
  '을/를',
  '과/와',
  '으로/로',
  '이나/나',
  '이란/란',
  '이라/라',
  '이에요/예요',
] as const

/** A pair of particles of which one fits. */
export type ParticlePair = (typeof PARTICLES)[number]

/** How words are read aloud in Korean, by the word in lower case: `{ runc: '런씨' }`. */
export type Readings = { readonly [word: string]: string }

const LETTERS =
  '에이 비 씨 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 알 에스 티 유 브이 더블유 엑스 와이 지'.split(
    ' ',
  )
const DIGITS = ['영', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구']
const POWERS = ['', '십', '백', '천']
const MYRIADS = ['', '만', '억', '조', '경']
const SYMBOLS: Readings = { '%': '퍼센트', '★': '별', '+': '플러스', '#': '샵', '&': '앤드', '°': '도' }

const COLOUR = /\p{Cc}\[[0-9;]*m/gu
const TRAILING_NOTE = /\s*\([^()]*\)$/u
const TRAILING_QUOTES = /[\s"'`’”」』.,:;!?…]+$/u
const TRAILING_MARKS = /[\s"'`’”」』)\]}>*_.,:;!?…]+$/u

/** The word with the particle that fits how it is read: `1은`, `컨테이너가`, `foo을(를)` where the reading is unknown. */
export function withParticle(word: string, pair: ParticlePair, readings: Readings = {}): string {
  return word + particleFor(word, pair, readings)
}

/**
 * The particle alone. Looks past colours, quotes, backticks and a note in brackets, as a reader does. A word that
 * nobody can know how to read gets the neutral form, `을(를)`.
 */
export function particleFor(word: string, pair: ParticlePair, readings: Readings = {}): string {
  const read = readingOf(bare(word), readings)
  if (read === null) return neutral(pair)
  return pair === '과/와' ? josa.pick(read, '와/과') : josa.pick(read, pair)
}

/** A word without what is written but not read aloud. */
function bare(word: string): string {
  const text = word.replace(COLOUR, '').normalize('NFC').trim()
  return text.replace(TRAILING_QUOTES, '').replace(TRAILING_NOTE, '').replace(TRAILING_MARKS, '')
}

/** A Hangul reading whose last syllable sounds like the word's end, or null where it cannot be known. */
function readingOf(word: string, readings: Readings): string | null {
  const known = (part: string): string | undefined =>
    own(readings, part.toLowerCase()) ?? own(COMMON_READINGS, part.toLowerCase())
  const token = word.split(/\s+/u).at(-1) ?? ''
  const tail = token.split(/[-_./=:@,~[]+/u).at(-1) ?? ''
  const last = word.at(-1) ?? ''
  return (
    known(word) ??
    known(token) ??
    (/[가-힣]/u.test(last) ? last : undefined) ??
    own(SYMBOLS, last) ??
    (/\d/.test(last) ? numberReading(token) : undefined) ??
    known(tail) ??
    spelled(tail)
  )
}

/** Numbers end in the digit that is said last: 20,000 is 이만, 3.50 is 삼점오영. */
function numberReading(token: string): string {
  const number = /([\d,]+)((?:\.\d+)*)$/u.exec(token)
  const digits = (number?.[1] ?? '').replaceAll(',', '')
  const isWhole = number?.[2] === '' && digits.length > 1
  const zeros = isWhole && !/^0+$/.test(digits) ? digits.length - digits.replace(/0+$/, '').length : 0
  if (zeros >= 4) return MYRIADS[Math.floor(zeros / 4)] ?? '경'
  if (zeros > 0) return POWERS[zeros] ?? '천'
  return DIGITS[Number(token.at(-1))] ?? '영'
}

/** Capitals (`UTS`, `OOM`) and words without a vowel (`mnt`, `tc`) are spelled out letter by letter. */
function spelled(word: string): string | null {
  const isSpelled = /^[A-Z0-9]+$/.test(word) || /^[b-df-hj-np-tv-xz0-9]+$/i.test(word)
  if (!isSpelled) return null
  return LETTERS[word.toLowerCase().charCodeAt(word.length - 1) - 97] ?? null
}

/** Both particles in one, for the reader to choose: `은(는)`, `(으)로`. */
function neutral(pair: ParticlePair): string {
  const [after = '', without = ''] = pair.split('/')
  const isPrefixed = after.endsWith(without)
  return isPrefixed ? `(${after.slice(0, after.length - without.length)})${without}` : `${after}(${without})`
}

/** A reading by its own key only, so that `constructor` is not found on every object. */
function own(readings: Readings, word: string): string | undefined {
  return Object.hasOwn(readings, word) ? readings[word] : undefined
}
