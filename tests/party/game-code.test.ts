import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance } from '../../src/core/nearest.ts'
import { LANGS, type Lang } from '../../src/core/text.ts'
import { FIRST_WORDS, SECOND_WORDS } from '../../src/party/code-words.ts'
import { damm } from '../../src/party/damm.ts'
import { EPOCH, EPOCHS } from '../../src/party/epoch.ts'
import { encodeCode, readCode, SEEDS } from '../../src/party/game-code.ts'
import { type GameCode, MINUTES, ROUNDS } from '../../src/party/rounds.ts'
import { isFull, tries } from '../support/full.ts'

const games = fc.record({
  rounds: fc.constantFrom(...ROUNDS),
  minutes: fc.constantFrom(...MINUTES),
  epoch: fc.nat(EPOCHS - 1),
  seed: fc.nat(SEEDS - 1),
})
const langs = fc.constantFrom(...LANGS)
const every = { numRuns: tries(50, 1000) }
const words = [...FIRST_WORDS, ...SECOND_WORDS]

/** Every way to get one character of a text wrong, lose or add one, or have two neighbours change places. */
function slips(text: string, alphabet: readonly string[]): readonly string[] {
  const all = Array.from(text, (_, i) => [
    ...alphabet.flatMap(other => [
      text.slice(0, i) + other + text.slice(i + 1),
      text.slice(0, i) + other + text.slice(i),
    ]),
    text.slice(0, i) + text.slice(i + 1),
    text.slice(0, i) + text.slice(i + 1, i + 2) + text.slice(i, i + 1) + text.slice(i + 2),
  ])
  return [...new Set(all.flat())].filter(slip => slip !== text)
}

/** Every way to get one digit of a number wrong, or to have two neighbours change places. */
const digitSlips = (number: string): readonly string[] =>
  Array.from(number, (at, i) => [
    ...digits.filter(digit => digit !== at).map(digit => number.slice(0, i) + digit + number.slice(i + 1)),
    number.slice(0, i) + number.slice(i + 1, i + 2) + at + number.slice(i + 2),
  ])
    .flat()
    .filter(slip => slip !== number)

/** A playable code that has a word. */
function gameWith(word: string, lang: Lang): string {
  for (let seed = 0; ; seed++) {
    const spoken = encodeCode({ rounds: 2, minutes: 10, epoch: EPOCH, seed }, lang)
    if (spoken.split(' ').includes(word)) return spoken
  }
}

const isSame = (a: GameCode, b: GameCode): boolean =>
  a.seed === b.seed && a.epoch === b.epoch && a.minutes === b.minutes && a.rounds === b.rounds

const letters = Array.from('abcdefghijklmnopqrstuvwxyz')
const syllables = [...new Set(words.flatMap(({ ko }) => Array.from(ko)))]
const digits = Array.from('0123456789')
const alphabets: { readonly [L in Lang]: readonly string[] } = { en: letters, ko: syllables }

describe('the words of codes', () => {
  test('are 64 and 64, each once, in both languages', () => {
    expect([FIRST_WORDS.length, SECOND_WORDS.length]).toEqual([64, 64])
    for (const lang of LANGS) expect(new Set(words.map(word => word[lang])).size).toBe(128)
  })

  test('are short, plain, and composed as keyboards write them', () => {
    for (const { en, ko } of words) {
      expect(en).toMatch(/^[a-z]{4,10}$/)
      expect(ko).toMatch(/^[가-힣]{2,4}$/)
      expect(ko.normalize('NFC')).toBe(ko)
    }
  })

  test('differ from each other by three letters in English, by two syllables and three jamo in Korean', () => {
    const alike: string[] = []
    for (const [i, one] of words.entries())
      for (const other of words.slice(i + 1)) {
        const [letters, syllables] = [editDistance(one.en, other.en), editDistance(one.ko, other.ko)]
        // Three syllables that differ are three jamo that do.
        const jamo =
          syllables > 2 ? syllables : editDistance(one.ko.normalize('NFD'), other.ko.normalize('NFD'))
        if (letters < 3 || syllables < 2 || jamo < 3) alike.push(`${one.en} ${other.en}`)
      }
    expect(alike).toEqual([])
  })
})

describe('a game code', () => {
  test('carries the game, in either language', () => {
    fc.assert(
      fc.property(games, langs, (game, lang) => {
        expect(readCode(encodeCode(game, lang))).toEqual({ ok: true, value: game })
      }),
      every,
    )
  })

  test('is another one for every game', () => {
    const seen = new Set<string>()
    const [seeds, epochs] = isFull ? [SEEDS, EPOCHS] : [40, 2]
    for (let seed = 0; seed < seeds; seed++)
      for (let epoch = 0; epoch < epochs; epoch++)
        for (const minutes of MINUTES)
          for (const rounds of ROUNDS) seen.add(encodeCode({ rounds, minutes, epoch, seed }, 'en'))
    expect(seen.size).toBe(seeds * epochs * MINUTES.length * ROUNDS.length)
  })

  test.runIf(isFull)('round trips, all of them', () => {
    const lost: GameCode[] = []
    for (let seed = 0; seed < SEEDS; seed++)
      for (let epoch = 0; epoch < EPOCHS; epoch++)
        for (const minutes of MINUTES)
          for (const rounds of ROUNDS) {
            const game: GameCode = { rounds, minutes, epoch, seed }
            const read = readCode(encodeCode(game, seed % 2 === 0 ? 'en' : 'ko'))
            if (!read.ok || !isSame(read.value, game)) lost.push(game)
          }
    expect(lost).toEqual([])
  })

  test('is read however it is typed', () => {
    fc.assert(
      fc.property(games, langs, (game, lang) => {
        const spoken = encodeCode(game, lang)
        const wide = spoken.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        for (const typed of [
          spoken.toUpperCase(),
          spoken.replaceAll(' ', '-'),
          spoken.replaceAll(' ', ''),
          `  ${spoken.replaceAll(' ', ' – ')}\n`,
          spoken.normalize('NFD'),
          wide,
        ])
          expect(readCode(typed)).toEqual({ ok: true, value: game })
      }),
      every,
    )
  })

  test('may have a word of each language', () => {
    const game: GameCode = { rounds: 2, minutes: 10, epoch: EPOCH, seed: 77 }
    const [first = ''] = encodeCode(game, 'ko').split(' ')
    const [, second = '', number = ''] = encodeCode(game, 'en').split(' ')
    expect(readCode(`${first} ${second} ${number}`)).toEqual({ ok: true, value: game })
  })
})

describe('a slip', () => {
  test('of one digit, or of two neighbours, is seen in every number', () => {
    // All that the words do to the check is to set where it begins: ten beginnings are all there are.
    const unseen: string[] = []
    for (const begin of digits)
      for (let n = 0; n < 1000; n++) {
        const begun = begin + String(n).padStart(3, '0')
        const number = begun.slice(1) + String(damm(begun))
        unseen.push(...digitSlips(number).filter(slip => damm(begin + slip) === 0))
      }
    expect(unseen).toEqual([])
  })

  test('in a word never makes two words of the lists, wherever they are cut', () => {
    const first = {
      en: new Set(FIRST_WORDS.map(word => word.en)),
      ko: new Set(FIRST_WORDS.map(word => word.ko)),
    }
    const second = {
      en: new Set(SECOND_WORDS.map(word => word.en)),
      ko: new Set(SECOND_WORDS.map(word => word.ko)),
    }
    const cuts = (typed: string, lang: Lang): number =>
      Array.from(typed).filter(
        (_, i) => first[lang].has(typed.slice(0, i)) && second[lang].has(typed.slice(i)),
      ).length
    const doubtful: string[] = []
    for (const lang of LANGS)
      for (const [i, one] of FIRST_WORDS.entries())
        for (const [j, two] of SECOND_WORDS.entries()) {
          const typed = one[lang] + two[lang]
          if (cuts(typed, lang) !== 1) doubtful.push(typed)
          if (!isFull && (i * 64 + j) % 211 > 0) continue
          doubtful.push(...slips(typed, alphabets[lang]).filter(slip => cuts(slip, lang) > 0))
        }
    expect(doubtful).toEqual([])
  })

  test('in a whole code is never read as another game', () => {
    fc.assert(
      fc.property(games, langs, (game, lang) => {
        const spoken = encodeCode(game, lang)
        for (const slip of slips(spoken, ['a', 'e', '이', '나', '0', '7', ' '])) {
          const read = readCode(slip)
          // Gaps carry nothing: one more, one less or one elsewhere is the same code.
          const same = slip.replaceAll(' ', '') === spoken.replaceAll(' ', '')
          expect(read.ok ? read.value : null).toEqual(same ? game : null)
        }
      }),
      { numRuns: tries(2, 60) },
    )
  })

  test('of two words in each other’s place is seen', () => {
    fc.assert(
      fc.property(games, langs, (game, lang) => {
        const [first = '', second = '', number = ''] = encodeCode({ ...game, epoch: EPOCH }, lang).split(' ')
        const read = readCode(`${second} ${first} ${number}`)
        expect(read).toMatchObject({ ok: false, error: { near: [`${first} ${second} ${number}`] } })
      }),
      every,
    )
  })
})

describe('a mistyped code', () => {
  const game: GameCode = { rounds: 2, minutes: 10, epoch: EPOCH, seed: 321 }

  test.each([
    ['ladybug', 'ladybig'],
    ['ladybug', 'ladbug'],
    ['무당벌레', '무당벌래'],
    ['무당벌레', '무당레벌'],
  ])('names the code that was meant: %s typed as %s', (word, typed) => {
    const lang: Lang = /[a-z]/.test(word) ? 'en' : 'ko'
    const spoken = gameWith(word, lang)
    const read = readCode(spoken.replace(word, typed))
    expect(read).toEqual({
      ok: false,
      error: { type: 'words', found: spoken.replace(word, typed), near: [spoken] },
    })
    expect(readCode(spoken.replace(word, typed).replaceAll(' ', ''))).toMatchObject({
      error: { near: [spoken] },
    })
  })

  test.each(LANGS)('names the number that was meant (%s)', lang => {
    const spoken = encodeCode(game, lang)
    const number = spoken.slice(-4)
    for (const typed of [number.replace(/^(.)(.)/, '$2$1'), number.slice(0, 3), `${number}7`]) {
      expect(readCode(spoken.replace(number, typed))).toMatchObject({
        ok: false,
        error: { type: 'check', near: expect.arrayContaining([spoken]) },
      })
    }
  })

  test('names only codes that can be read, of the epoch that is played, three at most', () => {
    fc.assert(
      fc.property(games, langs, fc.nat(1e6), fc.nat(40), (any, lang, noise, at) => {
        const spoken = encodeCode(any, lang)
        const typed = spoken.slice(0, at) + String.fromCharCode(97 + (noise % 26)) + spoken.slice(at + 1)
        const read = readCode(typed)
        if (read.ok) return
        expect(read.error.near.length).toBeLessThanOrEqual(3)
        for (const near of read.error.near)
          expect(readCode(near)).toMatchObject({ ok: true, value: { epoch: EPOCH } })
      }),
      { numRuns: tries(30, 600) },
    )
  })

  test.each([[''], ['hello'], ['12345'], ['acorn 1234 almond'], ['🙂🙂 12'], ['a'.repeat(500) + '1234']])(
    'that has not the form of a code is said to be none: %j',
    typed => {
      expect(readCode(typed)).toEqual({ ok: false, error: { type: 'shape', found: typed, near: [] } })
    },
  )
})
