import { describe, expect, test } from 'vitest'
import { playApi as play } from '../../src/cli/play-api.ts'
import type { Level } from '../../src/level/level.ts'
import type { Game } from '../../src/play/game.ts'
import { forecastFor } from '../../src/party/forecast.ts'
import { seatLevel, seatPlay } from '../../src/party/seat-play.ts'
import {
  foreignRules,
  isOwn,
  isTied,
  OTHER_SEAT,
  type PlayingSeat,
  seatScene,
} from '../../src/party/seat-view.ts'
import type { OpenedLevel } from '../../src/party/ports.ts'
import { manualRows } from '../../src/party/manual-rows.ts'
import { fieldOf } from '../../src/solver/place.ts'
import { changesTo } from '../../src/solver/way.ts'
import { isFull } from '../support/full.ts'
import { playOn } from '../support/games.ts'
import { openedRounds } from '../support/rounds.ts'
import { splitLevel } from '../support/split-level.ts'

const SEATS = ['driver', 'navigator'] as const

/** The seat's own game: the whole one, seen through the filter. */
function seen({ level, proof }: OpenedLevel, seat: PlayingSeat, ...shorts: readonly string[]) {
  const api = seatPlay(play, level, seat)
  const game = playOn(api.newGame(seatLevel(level, seat), proof), shorts)
  return { api, game, at: api.position(game) }
}

describe('a seat', () => {
  test('sees its own goals and those of both, and of the other seat a number', () => {
    const { at } = seen(splitLevel, 'driver', 'shop.memory=448', 'report.memory=320', 'run')
    expect(at.rules.map(({ id, light }) => [id, light])).toEqual([
      ['shop-lives', 'held'],
      ['capped', 'held'],
      [OTHER_SEAT, 'held'],
    ])
    expect(at.rules.at(-1)?.text.en).toContain('1 of 1')
  })

  test('is told nothing of the other one before a run but how many goals there are', () => {
    const { at } = seen(splitLevel, 'navigator')
    expect(at.rules.at(-1)).toMatchObject({ id: OTHER_SEAT, light: 'sealed' })
    expect(at.rules.at(-1)?.text.en).toContain('1 goal')
  })

  test('learns stars and points of the whole only at the end of the round', () => {
    const { at } = seen(splitLevel, 'driver', 'shop.memory=448', 'report.memory=320', 'run')
    expect(at.best).toBe(0)
    expect(at.ran?.score.stars).toBe(0)
    expect(at.ran?.verdict.solved).toBe(false)
    expect(at.ran?.score.lines.map(({ rule }) => rule)).toEqual(['shop-lives', 'capped'])
  })

  test('gets a rule of the other seat neither taken apart nor mended', () => {
    const { api, game } = seen(splitLevel, 'driver', 'run')
    expect(api.explain(game, 'report-pays')).toEqual({ source: '?', value: '?', parts: [] })
    expect(api.counterfactual(game, 'report-pays').type).toBe('locked')
    expect(api.explain(game, 'shop-lives').source).toContain('run.night')
  })

  test('hears a nudge that is tied to the other one as the advice to talk', () => {
    const { api, game } = seen(splitLevel, 'driver', 'shop.memory=448', 'run')
    expect(api.nextHint(game)?.say.en).toContain('Ask your navigator')
    const other = seen(splitLevel, 'navigator', 'shop.memory=448', 'run')
    expect(other.api.nextHint(other.game)?.say.en).toContain('The host runs dry')
  })

  test('sees no panel of the other one', () => {
    const { at } = seen(splitLevel, 'driver')
    const [first, ...rest] = at.scene.panels
    if (!first) throw new Error('the level shows nothing')
    const scene = { ...at.scene, panels: [{ ...first, seat: 'navigator' as const }, ...rest] }
    expect(seatScene(scene, 'driver').panels).toEqual(rest)
    expect(seatScene(scene, 'navigator').panels).toHaveLength(rest.length + 1)
  })
})

/** Every state of a product world as the steps that lead there; of an order world those of a short way in. */
function ways(level: Level): readonly (readonly string[])[] {
  const { axes, start } = fieldOf(level)
  const from = start.choice()
  if (!axes || !from) return start.steps().map(({ id }) => [id])
  const all = axes.reduce<readonly (readonly number[])[]>(
    (choices, axis) => choices.flatMap(choice => axis.values.map((_, i) => [...choice, i])),
    [[]],
  )
  return all.map(choice => changesTo(axes, from, choice))
}

/** Every n-th of a list, so that about `most` are left. */
const sample = <T>(list: readonly T[], most: number): readonly T[] =>
  list.filter((_, i) => i % Math.ceil(list.length / most) === 0)

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1)

/** What must not be shown to a seat before the end of a round. */
function secretsOf(level: Level, seat: PlayingSeat): readonly string[] {
  const foreign = foreignRules(level, seat)
  const own = JSON.stringify(
    level.rules.filter(rule => isOwn(rule, seat)).map(({ text, because }) => [text, because]),
  )
  const nudges = level.nudges.filter(nudge => foreign.some(rule => isTied(nudge, rule)))
  return [
    ...foreign.flatMap(({ text, because }) => [text.en, text.ko, because.en, because.ko]),
    ...nudges.flatMap(({ say }) => [say.en, say.ko]),
    level.debrief.en,
    level.debrief.ko,
  ]
    .map(inJson)
    .filter(text => !own.includes(text))
}

/** What stands in the manual alone: what symptoms mean, what controls truly change, and why goals break. */
const causesOf = (level: Level): readonly string[] =>
  [
    ...manualRows(level).map(({ means }) => means),
    ...level.rules.map(({ because }) => because),
    ...fieldOf(level)
      .start.scene({ phase: 'build', probed: [] })
      .controls.map(({ help }) => help),
  ].flatMap(({ en, ko }) => [inJson(en), inJson(ko)])

/** Everything that a seat's screens can show of a state, before its run and after it. */
function shownIn(
  { level, proof }: OpenedLevel,
  seat: PlayingSeat,
  steps: readonly string[],
  hints: number,
): string {
  const api = seatPlay(play, level, seat)
  const of = (game: Game): readonly unknown[] => [
    api.position(game),
    api.beats(game),
    level.rules.map(({ id }) => [id, api.explain(game, id), hints > 0 ? api.counterfactual(game, id) : null]),
  ]
  const built = playOn(api.newGame(level, proof), steps)
  let ran = playOn(built, ['run'])
  const after = of(ran)
  const told: unknown[] = []
  for (let n = 0; n < hints; n++) {
    const next = api.nextHint(ran)
    if (next === null) break
    told.push(next)
    ran = playOn(ran, ['hint'])
  }
  const { rules, nudges, debrief, brief, title, predict } = seatLevel(level, seat)
  const words = [
    rules.map(({ when: _, ...rule }) => rule),
    nudges.map(({ say }) => say),
    debrief,
    brief,
    title,
    predict,
  ]
  return JSON.stringify([words, forecastFor(built), of(built), after, told, told.length > 0 ? of(ran) : null])
}

const rounds = openedRounds()

describe('over the states of every round', () => {
  test('there are rounds, and each has secrets on either side', () => {
    expect(rounds.length).toBeGreaterThan(0)
    expect(
      SEATS.flatMap(seat => rounds.map(({ level }) => secretsOf(level, seat).length)).every(n => n > 2),
    ).toBe(true)
  })

  test.each(rounds.map(round => [round.level.id, round.level.variant?.number ?? 0, round] as const))(
    '%s (variant %i) shows neither seat a goal of the other, and the driver no cause',
    (_, variant, round) => {
      const all = ways(round.level)
      const most = isFull ? Infinity : 5
      for (const seat of SEATS) {
        const secrets = [...secretsOf(round.level, seat), ...(seat === 'driver' ? causesOf(round.level) : [])]
        // Hints search, so they are asked for in fewer states.
        const states = [
          ...sample(all, most).map(way => [way, 0] as const),
          ...sample(all, isFull && variant === 0 ? 20 : 1).map(way => [way, 4] as const),
        ]
        for (const [way, hints] of states) {
          const shown = shownIn(round, seat, way, hints)
          expect(secrets.filter(secret => shown.includes(secret))).toEqual([])
        }
      }
    },
    600_000,
  )
})
