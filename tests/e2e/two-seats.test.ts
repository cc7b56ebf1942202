import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Lang, Text } from '../../src/core/text.ts'
import { shippedCampaign } from '../../src/io/campaign-file.ts'
import type { Level } from '../../src/level/level.ts'
import { EPOCH } from '../../src/party/epoch.ts'
import { encodeCode } from '../../src/party/game-code.ts'
import { type GameCode, roundsOf } from '../../src/party/rounds.ts'
import { foreignRules, isOwn } from '../../src/party/seat-view.ts'
import { fieldOf } from '../../src/solver/place.ts'
import { plain } from '../../src/words/glossary.ts'
import { words } from '../../src/words/say.ts'
import { levelsFolder } from '../support/campaign.ts'
import { isFull } from '../support/full.ts'
import { openedRound } from '../support/rounds.ts'
import { solutionKeys } from '../support/solution-keys.ts'
import { pressShown } from './keys.ts'
import { freshHome, openTerminal, type Terminal } from './terminal.ts'

const campaign = shippedCampaign(new URL('../../dist/cli.js', import.meta.url).href)
const shipped = campaign?.apart.flatMap(({ levels }) => levels) ?? []
const fileOf = (id: string): string => join(levelsFolder, shipped.find(level => level.id === id)?.file ?? id)

/** What a screen says, its frame and its line breaks taken away. Right for a screen of one pane. */
const read = (lines: readonly string[]): string =>
  lines
    .map(line => line.replace(/[╭╮╰╯│─]/g, ' ').trim())
    .join(' ')
    .replace(/\s+/g, ' ')

/** How a text begins: so much of it stands on one row of any pane, if it stands anywhere. */
const beginning = (text: string): string => text.slice(0, 16)

/** What one seat must not see of the other's goals; without what its own goals say as well. */
function secrets(level: Level, seat: 'driver' | 'navigator', lang: Lang): readonly string[] {
  // On the driver's screen texts are broken into the rows of panes; the sheet can be read whole.
  const part = seat === 'driver' ? beginning : (text: string) => text
  const say = (text: Text): string => part(plain(text[lang], lang))
  const own = level.rules
    .filter(rule => isOwn(rule, seat))
    .flatMap(({ text, because }) => [say(text), say(because)])
  return foreignRules(level, seat)
    .flatMap(({ text, because }) => [say(text), say(because)])
    .filter(text => !own.includes(text))
}

/** A terminal that is watched: none of its screens may say certain things. */
function watched(terminal: Terminal) {
  let forbidden: readonly string[] = []
  return {
    ...terminal,
    forbid: (texts: readonly string[]): void => {
      forbidden = texts
    },
    until: async (sight: Parameters<Terminal['until']>[0]) => {
      const lines = await terminal.until(sight)
      const screen = `${lines.join('\n')}\n${read(lines)}`
      expect(forbidden.filter(text => screen.includes(text))).toEqual([])
      return lines
    },
  }
}

/** Labels of the controls that a solution sets. */
function touched(level: Level, solution: readonly string[], lang: Lang): readonly string[] {
  const { controls } = fieldOf(level).start.scene({ phase: 'build', probed: [] })
  return controls
    .filter(({ options }) => options.some(({ step }) => step !== undefined && solution.includes(step)))
    .map(({ label }) => plain(label[lang], lang))
}

const pool = campaign?.pool ?? []
const gameOf = (seed: number, rounds: number): GameCode => ({ rounds, minutes: 30, epoch: EPOCH, seed })

/** Seeds of games that play every round there is, each game one at least that none before it has. */
function seedsOfAll(): readonly number[] {
  const played = new Set<string>()
  const seeds: number[] = []
  for (let seed = 1; played.size < pool.length && seed < 1000; seed++) {
    const fresh = roundsOf(gameOf(seed, 4), pool).filter(({ level }) => !played.has(level))
    if (fresh.length > 0) seeds.push(seed)
    for (const { level } of fresh) played.add(level)
  }
  return seeds
}

const GAMES = isFull ? seedsOfAll().map(seed => gameOf(seed, 4)) : [gameOf(7, 2)]
const LANGS: readonly Lang[] = isFull ? ['en', 'ko'] : ['ko']

test.each(LANGS.flatMap(lang => GAMES.map(code => [lang, code.seed, code] as const)))(
  'two terminals side by side (%s, seed %i): what the sheet says leads the driver to three stars in every round',
  async (lang, _, code) => {
    const t = words(lang)
    const spoken = encodeCode(code, lang).split(' ')
    const env = { LANG: lang === 'ko' ? 'ko_KR.UTF-8' : 'en_US.UTF-8' }
    const open = (...args: readonly string[]) => ({
      home: freshHome(),
      args: [...args, ...spoken, '--no-motion'],
      env,
    })
    const driver = watched(openTerminal(open('icebreaker')))
    const navigator = watched(openTerminal({ ...open('sheet'), columns: 100, rows: 60 }))
    await driver.until(t('party.iceQuestion'))
    await pressShown(driver, 'Enter')

    const plans = roundsOf(code, pool)
    for (const plan of plans) {
      const { level, proof } = openedRound(fileOf(plan.level), plan.variant)
      driver.forbid(secrets(level, 'driver', lang))
      navigator.forbid(secrets(level, 'navigator', lang))

      await driver.until(lines => (lines.at(-1) ?? '').includes(t('party.begin')))
      await pressShown(driver, 'Enter')
      await driver.until(t('stage.brief'))
      await navigator.until(lines => (lines.at(-1) ?? '').includes(t('sheet.turn')))
      await pressShown(navigator, 'Enter')
      const sheet = read(await navigator.until(lines => (lines.at(-1) ?? '').includes(t('sheet.nextPage'))))
      const needed = [
        ...level.rules.filter(rule => isOwn(rule, 'navigator')).map(({ text }) => plain(text[lang], lang)),
        ...touched(level, proof.solution, lang),
      ]
      expect(needed.filter(text => !sheet.includes(text))).toEqual([])

      await pressShown(driver, 'Enter')
      await driver.until(t('level.controls'))
      for (const cap of solutionKeys(level, proof)) await pressShown(driver, cap)
      await driver.until(t('level.movesOfPar', { moves: proof.par, par: proof.par }))
      await pressShown(driver, 'r')
      await driver.until(t('party.driverFirst', { n: 1 }))
      await pressShown(driver, 'Enter')
      await driver.until(t('party.navigatorNext', { n: 1 }))
      await pressShown(driver, 'Enter')
      await driver.until(t('party.afterRun', { n: 1 }))

      driver.forbid([])
      await pressShown(driver, 'Enter')
      await driver.until(t('party.overSolved'))
      if (plan.number > 0) await driver.until(t('stars.3'))
      await pressShown(driver, 'Enter')
      await pressShown(navigator, 'Enter')
    }

    const stars = (plans.length - 1) * 3
    const card = await driver.until(t('party.shortCode'))
    expect(read(card)).toMatch(
      lang === 'ko' ? `별 ${stars}개 가운데 ${stars}개` : `${stars} of ${stars} stars`,
    )
    await pressShown(driver, 'q')
    // What can be copied stays when the screen is gone.
    await driver.until(/: S[0-9A-Z]{3}-[^]*: G[0-9A-Z]{3}-/)
    expect(await driver.ended).toBe(0)
    await pressShown(navigator, 'q')
    expect(await navigator.ended).toBe(0)
  },
  120_000,
)

test.runIf(isFull).each([
  ['Ctrl-C', (terminal: Terminal) => terminal.type('\x03')],
  ['a crash', (terminal: Terminal) => terminal.signal('SIGKILL')],
])('a game that %s ended is offered again, with all that was done in it', async (_, end) => {
  const home = freshHome()
  const t = words('en')
  const args = ['icebreaker', ...encodeCode(gameOf(7, 2), 'en').split(' '), '--no-motion']
  const game = openTerminal({ home, args })
  await game.until(t('party.iceQuestion'))
  await pressShown(game, 'Enter')
  await game.until(lines => (lines.at(-1) ?? '').includes(t('party.begin')))
  await pressShown(game, 'Enter')
  await game.until(t('stage.brief'))
  await pressShown(game, 'Enter')
  await pressShown(game, '→')
  await game.until(lines => (lines[0] ?? '').includes('moves 1'))
  const folder = join(home, 'data', 'boxwright', 'two-seats')
  await game.until(() => readdirSync(folder).some(name => isKept(join(folder, name))))
  end(game)
  await game.ended

  const again = openTerminal({ home, args })
  await again.until(t('party.resumeAsk', { where: t('party.warmUp') }))
  await pressShown(again, 'Enter')
  await again.until(lines => (lines[0] ?? '').includes('moves 1'))
  again.type('\x03')
  expect(await again.ended).toBe(0)
})

/** Whether a kept game has the step that was taken; a write may be under way. */
const isKept = (path: string): boolean =>
  path.endsWith('.json') && readFileSync(path, 'utf8').includes('"step"')
