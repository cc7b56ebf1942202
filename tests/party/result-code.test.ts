import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bitsOf } from '../../src/core/bits.ts'
import { openCode, sealCode } from '../../src/core/sealed-code.ts'
import { EPOCH, EPOCHS } from '../../src/party/epoch.ts'
import { GAME_BITS, packGame } from '../../src/party/game-code.ts'
import { encodeLong, type OpenRound, readLong, replayGame } from '../../src/party/long-code.ts'
import type { GameResult } from '../../src/party/result.ts'
import type { GameCode } from '../../src/party/rounds.ts'
import { encodeShort, type Met, MOST_POINTS, readShort, shortOf } from '../../src/party/short-code.ts'
import { cameTrueAt, forecastAt } from '../../src/party/forecast.ts'
import { PARTY_POINTS } from '../../src/party/round-score.ts'
import { roundResult } from '../../src/party/round.ts'
import { newGame } from '../../src/play/act.ts'
import { foldOf } from '../../src/play/folded.ts'
import { PAIR_BITS, PAIRS } from '../../src/party/pair.ts'
import { tries } from '../support/full.ts'
import { playOn } from '../support/games.ts'
import { gameByChance, picks, roundIn } from './plays.ts'

const rounds: readonly OpenRound[] = [roundIn('memory-hog', 1), roundIn('cri-o', 2), roundIn('the-leak', 3)]
const levels = rounds.map(({ level }) => level)
const code: GameCode = { rounds: 3, minutes: 15, epoch: EPOCH, seed: 99 }
const first = (n: number): readonly OpenRound[] => rounds.slice(0, n)

/** Games of one to three rounds, of any pair. */
const games = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.array(picks(24), { minLength: 3, maxLength: 3 }),
    fc.nat(PAIRS - 1),
  )
  .map(([n, all, pair]): GameResult => gameByChance(code, first(n), all, pair))
const few = { numRuns: tries(12, 400) }
const readBack = (text: string): unknown => readShort(text, (_, n) => levels.slice(0, n))

const inWords = ({ level, misconception }: Met): string => `${level} ${misconception}`

describe('a short result code', () => {
  test('holds the sums of a game and what was met in it', () => {
    fc.assert(
      fc.property(games, game => {
        const text = encodeShort(game, levels.slice(0, game.rounds.length))
        const { met, ...sums } = shortOf(game)
        expect(readBack(text)).toMatchObject({ ok: true, value: sums })
        const read = readShort(text, (_, n) => levels.slice(0, n))
        expect(new Set(read.ok ? read.value.met.map(inWords) : [])).toEqual(new Set(met.map(inWords)))
        expect(text.length).toBeLessThanOrEqual(42)
      }),
      few,
    )
  })

  test('is typed as it comes: small letters, without hyphens, O for 0', () => {
    const text = encodeShort(gameByChance(code, first(2), [[8, 4, 12], [4]]), levels.slice(0, 2))
    const typed = text.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect(readBack(typed)).toEqual(readBack(text))
    expect(readBack(text)).toMatchObject({ ok: true })
  })
})

describe('a long result code', () => {
  test('plays again to the very same result', () => {
    fc.assert(
      fc.property(games, game => {
        const read = readLong(encodeLong(game, rounds))
        expect(read.ok && replayGame(read.value, rounds)).toEqual({ ok: true, value: game })
      }),
      few,
    )
  })

  test('takes a few characters for an event', () => {
    const game = gameByChance(code, rounds, [range(40), range(40), range(40)])
    const events = game.rounds.reduce((sum, round) => sum + round.events.length, 0)
    expect(events).toBeGreaterThan(50)
    expect(encodeLong(game, rounds).replaceAll('-', '').length).toBeLessThan(30 + events * 2)
  })
})

const range = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i * 37 + 5)

test('the best of all games fits into both codes', () => {
  const open = roundIn('name-tag', 1)
  const { level, proof, plan } = open
  const won = playOn(newGame(level, proof), [...proof.solution, 'run'])
  const said = foldOf(won).made.map(({ place }) => {
    const { id: ask } = forecastAt(level, place)
    const came = cameTrueAt(level, place, ask)
    return { ask, driver: came, navigator: came, came }
  })
  const best = roundResult(plan, won, said)
  expect(best.score).toBe(
    MOST_POINTS - (PARTY_POINTS.agreed + PARTY_POINTS.called) * (PARTY_POINTS.forecasts - 1),
  )
  const game: GameResult = { code: { ...code, rounds: 4 }, pair: PAIRS - 1, rounds: [best, best, best, best] }
  const most = { ...game, rounds: game.rounds.map(round => ({ ...round, score: MOST_POINTS })) }
  const read = readLong(encodeLong(game, [open, open, open, open]))
  expect(read.ok && replayGame(read.value, [open, open, open, open])).toEqual({ ok: true, value: game })
  expect(
    readShort(encodeShort(most, [level, level, level, level]), () => [level, level, level, level]),
  ).toMatchObject({
    ok: true,
    value: { score: 4 * MOST_POINTS, stars: 12 },
  })
})

describe('an edited code', () => {
  const game = gameByChance(code, rounds, [range(30), range(20), range(25)])
  const texts = { short: encodeShort(game, levels), long: encodeLong(game, rounds) }

  test.each(['short', 'long'] as const)(
    'is refused after any one character changed, was lost, or moved (%s)',
    kind => {
      const text = texts[kind].replaceAll('-', '')
      const unseen: string[] = []
      for (let i = 0; i < text.length; i++) {
        const [before, at = '', after = '', rest] = [
          text.slice(0, i),
          text[i],
          text[i + 1],
          text.slice(i + 2),
        ]
        const slips = [
          ...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ', other => before + other + after + rest),
          before + after + rest,
          before + after + at + rest,
        ]
        unseen.push(...slips.filter(slip => slip !== text && openCode(slip).ok))
      }
      expect(unseen).toEqual([])
    },
  )

  test('with a letter that no code has names it', () => {
    expect(readBack(`${texts.short}U`)).toEqual({ ok: false, error: { type: 'symbol', found: 'U' } })
    expect(readLong('S!')).toEqual({ ok: false, error: { type: 'symbol', found: '!' } })
  })

  test('of the other kind, or of none, is said to be of another kind', () => {
    expect(readBack(texts.long)).toEqual({ ok: false, error: { type: 'kind' } })
    expect(readLong(texts.short)).toEqual({ ok: false, error: { type: 'kind' } })
    expect(readLong('')).toEqual({ ok: false, error: { type: 'kind' } })
  })

  test('that was sealed again after its claims were raised does not stand the replay', () => {
    const opened = openCode(texts.long)
    // The first round's stars stand after the game, the number of rounds and the pair's.
    const forged = opened.ok ? opened.value.bits.replace(/^(.{45})../, '$111') : ''
    const read = readLong(sealCode('G', forged))
    expect(read.ok && replayGame(read.value, rounds)).toMatchObject({
      ok: false,
      error: { type: 'claims', round: 1 },
    })
  })

  test('that was sealed again after any of its bits changed is refused, or plays to what it says', () => {
    const opened = openCode(texts.long)
    const bits = opened.ok ? opened.value.bits : ''
    fc.assert(
      fc.property(fc.nat(bits.length - 1), at => {
        const other = bits.slice(0, at) + (bits[at] === '1' ? '0' : '1') + bits.slice(at + 1)
        const read = readLong(sealCode('G', other))
        const played = read.ok ? replayGame(read.value, rounds) : null
        const claims = played?.ok ? played.value.rounds.map(({ score }) => score) : null
        expect(claims).toEqual(played?.ok && read.ok ? read.value.claims.map(({ score }) => score) : null)
      }),
      { numRuns: tries(30, 2000) },
    )
  })

  test.each([
    ['more stars than three a round', '0011', '00000000000', '1111'],
    ['more rounds than its game has', '111', '', ''],
  ])('that claims %s is impossible', (_, rounds, score, stars) => {
    const opened = openCode(texts.short)
    const game = opened.ok ? opened.value.bits.slice(0, 22) : ''
    const pair = '0'.repeat(PAIR_BITS)
    const forged = sealCode(
      'S',
      game + rounds.slice(-3) + pair + score.padStart(13, '0') + stars.padEnd(40, '0'),
    )
    expect(readBack(forged)).toEqual({ ok: false, error: { type: 'impossible' } })
  })
})

test('an earlier edition, whose codes had no number of a pair, is told from ours by where its own number stands', () => {
  // As the first edition wrote it: the game, one round, points, stars, runs and agreements, twelve bits of what was done.
  const first = { ...code, epoch: EPOCH - 1 }
  const sums = ['001', ...[870, 3, 1, 1, 99].map((n, i) => bitsOf(n, [13, 4, 6, 6, 12][i] ?? 0))]
  const old = sealCode('S', bitsOf(packGame(first), GAME_BITS) + sums.join('') + '00000')
  expect(readBack(old)).toEqual({ ok: false, error: { type: 'epoch', code: first } })
})

test('a result of another epoch is told with its number, before anything of it is read', () => {
  const other = { ...code, epoch: (EPOCH + 3) % EPOCHS }
  const game = gameByChance(other, first(1), [[4]])
  const epoch = { ok: false, error: { type: 'epoch', code: other } }
  expect(readBack(encodeShort(game, levels.slice(0, 1)))).toEqual(epoch)
  expect(readLong(encodeLong(game, rounds))).toEqual(epoch)
})

test('no text makes reading throw', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), text => {
      expect([typeof readBack(text), typeof readLong(text)]).toEqual(['object', 'object'])
    }),
    { numRuns: tries(200, 5000) },
  )
})
