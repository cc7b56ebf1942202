import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openLevel } from '../../src/io/open-level.ts'
import { words } from '../../src/words/say.ts'
import { solutionKeys } from '../support/solution-keys.ts'
import { pressShown } from './keys.ts'
import { freshHome, openTerminal } from './terminal.ts'
import { isFull } from '../support/full.ts'

const first = openLevel(fileURLToPath(new URL('../../levels/01-first-box/01-name-tag.yaml', import.meta.url)))
if (!first.ok) throw new Error(`the first level does not open: ${first.error.type}`)
const { level, proof } = first.value

/** The fast selection has every size once and both languages. */
const FAST = [
  ['ko', 120, 40],
  ['en', 80, 24],
  ['ko', 60, 20],
] as const
const FULL = [...FAST, ['en', 120, 40], ['ko', 80, 24], ['en', 60, 20]] as const

test.each(isFull ? FULL : FAST)(
  'a newcomer (%s, %i×%i) solves the first level with the keys on the screen, and finds the stars again',
  async (lang, columns, rows) => {
    const home = freshHome()
    const t = words(lang)
    const locale = lang === 'ko' ? 'ko_KR.UTF-8' : 'en_US.UTF-8'
    const open = () => openTerminal({ home, columns, rows, env: { LANG: locale } })

    const game = open()
    await game.until(t('stage.brief'))
    expect(game.lines().join('')).toContain(level.title[lang])
    await pressShown(game, 'Enter')
    for (const cap of solutionKeys(level, proof)) await pressShown(game, cap)
    await game.until(t('level.movesOfPar', { moves: proof.par, par: proof.par }))
    await pressShown(game, 'r')
    await game.until(t('predict.title'))
    await pressShown(game, 'Enter')
    await game.until(lines => (lines.at(-1) ?? '').includes(t('key.skip')))
    await pressShown(game, 'Enter')
    await game.until(t('score.title'))
    // The card counts up; shown whole, its key says where Enter leads.
    await game.until(lines => (lines.at(-1) ?? '').includes(t('stage.debrief')))
    expect(game.lines().join('\n')).toContain('★ │ ★ │ ★')
    await pressShown(game, 'Enter')
    await game.until(t('debrief.title'))
    for (const sight of [t('score.title'), t('level.controls'), t('map.title')]) {
      await pressShown(game, 'q')
      await game.until(sight)
    }
    await pressShown(game, 'q')
    expect(await game.ended).toBe(0)

    const again = open()
    await again.until(t('map.title'))
    expect(again.lines().find(line => line.includes(`1.1 ${level.title[lang]}`))).toContain('★★★')
    await pressShown(again, 'q')
    expect(await again.ended).toBe(0)
  },
  60_000,
)
