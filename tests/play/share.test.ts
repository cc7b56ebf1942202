import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LANGS } from '../../src/core/text.ts'
import { newGame } from '../../src/play/act.ts'
import type { Game } from '../../src/play/game.ts'
import { playShared, readShareCode, shareCode } from '../../src/play/share-code.ts'
import { SHARE_SIGNS, shareText } from '../../src/play/share-text.ts'
import { tries } from '../support/full.ts'
import { playOn } from '../support/games.ts'
import { handLevel, hiddenLevel, proofOf, shopLevel } from '../support/levels.ts'
import { picks, playByChance } from '../party/plays.ts'

const predict: Parameters<typeof shopLevel>[0] = {
  predict: cel => [
    {
      id: 'p1',
      ask: { en: 'Who dies?', ko: '누가 죽을까요?' },
      when: cel('true'),
      options: [
        { id: 'shop', text: { en: 'The shop', ko: '쇼핑몰' } },
        { id: 'job', text: { en: 'The job', ko: '작업' } },
      ],
      answer: cel("run.box.shop.alive ? 'job' : 'shop'"),
    },
  ],
}
const levels = [shopLevel(predict), hiddenLevel(), handLevel()].map(level => ({
  level,
  proof: proofOf(level),
}))
const games = fc
  .tuple(fc.constantFrom(...levels), picks(30))
  .map(([{ level, proof }, chosen]) => playByChance(newGame(level, proof), chosen))

const again = (game: Game, text = shareCode(game)): unknown => {
  const read = readShareCode(text)
  return read.ok ? playShared(read.value, game.level, game.proof) : read
}

describe('a shared code', () => {
  test('plays to the very same game', () => {
    fc.assert(
      fc.property(games, game => {
        expect(again(game)).toMatchObject({ ok: true, value: { log: game.log } })
      }),
      { numRuns: tries(60, 2000) },
    )
  })

  test('holds hints, probes and predictions, too', () => {
    const [{ level, proof } = { level: shopLevel(), proof: proofOf(shopLevel()) }, hidden] = levels
    const game = playOn(newGame(level, proof), [
      'p1:job',
      'run',
      'hint',
      'hint',
      'shop.memory=256',
      'undo',
      'redo',
      'reset',
    ])
    expect(again(game)).toMatchObject({ ok: true, value: { log: game.log } })
    const probe = hidden && playOn(newGame(hidden.level, hidden.proof), ['?ports', 'run'])
    expect(probe && again(probe)).toMatchObject({ ok: true, value: { log: probe?.log } })
  })

  const [{ level, proof } = { level: handLevel(), proof: proofOf(handLevel()) }] = levels.slice(-1)
  const game = playByChance(newGame(level, proof), [1, 2, 3, 4, 5, 6, 8])
  const code = shareCode(game)

  test('reads as its level and groups of four', () => {
    expect(code).toMatch(/^test\/level:P[0-9A-Z]{3}(-[0-9A-Z]{1,4})+$/)
    expect(again(game, `  ${code.toLowerCase()}\n`)).toMatchObject({ ok: true })
  })

  test.each([
    ['no level', 'P123-4567', { type: 'shape' }],
    ['another level', code.replace('test/level', 'test/other'), { type: 'seal' }],
    ['a lost character', code.slice(0, -1), { type: 'seal' }],
    ['a strange character', `${code}!`, { type: 'symbol', found: '!' }],
  ])('with %s is refused', (_, text, error) => {
    expect(again(game, text)).toEqual({ ok: false, error })
  })

  test('of another version of its level is refused', () => {
    const read = readShareCode(code)
    const other = { ...level, playHash: 'ffff000011112222' }
    expect(read.ok && playShared(read.value, other, { ...proof, playHash: other.playHash })).toEqual({
      ok: false,
      error: { type: 'version', level: 'test/level' },
    })
  })

  test('whose level came to have other steps names the event', () => {
    const read = readShareCode(code)
    const [{ level: shop, proof: shopProof } = { level, proof }] = levels
    const posing = { ...shop, playHash: level.playHash }
    const played = read.ok && playShared(read.value, posing, shopProof)
    expect(played).toMatchObject({ ok: false })
  })
})

describe('the text to paste', () => {
  const [{ level, proof } = { level: handLevel(), proof: proofOf(handLevel()) }] = levels
  const won = playOn(newGame(level, proof), [...proof.solution, 'run'])

  test.each(LANGS)('shows level, stars, score, the course as signs, and how to replay it (%s)', lang => {
    const text = shareText(won, lang, SHARE_SIGNS.unicode)
    expect(text).toHaveLength(4)
    expect(text[0]).toBe(`Boxwright · ${level.title[lang]} · ★★★`)
    expect(text[2]).toBe('■■■▸★★★')
    expect(text[3]).toBe(`play replay ${shareCode(won)}`)
  })

  test('gives no step away', () => {
    const text = shareText(won, 'en', SHARE_SIGNS.unicode).slice(0, 3).join('\n')
    for (const step of proof.solution) for (const part of step.split(/[.=]/)) expect(text).not.toContain(part)
  })

  test('is plain ASCII where that is wanted', () => {
    const text = shareText(won, 'en', SHARE_SIGNS.ascii).join('\n')
    expect(text).toMatch(/^[\n -~]+$/)
    expect(text).toContain('###>***')
  })

  test('tells the best run, not the last', () => {
    const later = playOn(won, ['undo', 'run'])
    expect(shareText(later, 'en', SHARE_SIGNS.ascii).slice(0, 3)).toEqual(
      shareText(won, 'en', SHARE_SIGNS.ascii).slice(0, 3),
    )
  })

  test('is none where nothing was run', () => {
    expect(shareText(newGame(level, proof), 'en', SHARE_SIGNS.ascii)).toEqual([])
  })
})
