import fc from 'fast-check'
import type { Event } from '../../src/core/log.ts'
import { openLevel } from '../../src/io/open-level.ts'
import { act, newGame } from '../../src/play/act.ts'
import { current } from '../../src/play/fold.ts'
import { foldOf } from '../../src/play/folded.ts'
import type { Game } from '../../src/play/game.ts'
import { openAsks } from '../../src/play/predictions.ts'
import { fieldOf } from '../../src/solver/place.ts'
import { cameTrue, forecastFor, type Said } from '../../src/party/forecast.ts'
import type { OpenRound } from '../../src/party/long-code.ts'
import type { GameResult } from '../../src/party/result.ts'
import { roundResult } from '../../src/party/round.ts'
import type { GameCode } from '../../src/party/rounds.ts'
import { shippedFiles } from '../support/campaign.ts'

/** A shipped level as a round of a game. */
export function roundIn(slug: string, number: number): OpenRound {
  const file = shippedFiles.find(name => name.endsWith(`-${slug}.yaml`))
  const opened = openLevel(file ?? slug)
  if (!opened.ok) throw new Error(`there is no level ${slug}`)
  const { level, proof } = opened.value
  return { plan: { number, level: level.id, variant: 0 }, level, proof }
}

/** What may be tried next; some of it is refused. */
function tries(game: Game): readonly Event[] {
  const fold = foldOf(game)
  const asks = openAsks(fold)
  const { probes } = fieldOf(game.level)
  const steps = current(fold).place.steps()
  return [
    { type: 'run' },
    { type: 'undo' },
    { type: 'redo' },
    { type: 'reset' },
    ...steps.map(({ id }): Event => ({ type: 'step', id })),
    ...asks.flatMap(({ id: ask, options }) =>
      options.map(({ id: option }): Event => ({ type: 'predict', ask, option })),
    ),
    ...probes.map(({ id }): Event => ({ type: 'probe', id })),
  ]
}

/** Plays by chance: each number picks what is tried next. Every fourth is a run, so that there is something to score. */
export function playByChance(start: Game, picks: readonly number[]): Game {
  return picks.reduce((game, pick) => {
    const all = tries(game)
    const next = act(game, pick % 4 === 0 ? { type: 'run' } : (all[pick % all.length] ?? { type: 'run' }))
    return next.ok ? next.value : game
  }, start)
}

/** Answers by chance before every run of a game. */
function sayByChance(game: Game, picks: readonly number[]): readonly Said[] {
  const said: Said[] = []
  let at = newGame(game.level, game.proof)
  for (const event of game.log.events) {
    const { id: ask, options } = forecastFor(at)
    const before = at
    const next = act(at, event)
    if (!next.ok) break
    at = next.value
    if (foldOf(at).runs === foldOf(before).runs) continue
    const [one = 0, two = 0] = [picks[said.length * 2], picks[said.length * 2 + 1]]
    const option = (pick: number): string => options[pick % options.length]?.id ?? ''
    said.push({ ask, driver: option(one), navigator: option(two), came: cameTrue(before, ask) })
  }
  return said
}

/** A whole game by chance, of the pair with a number. */
export function gameByChance(
  code: GameCode,
  rounds: readonly OpenRound[],
  picks: readonly (readonly number[])[],
  pair = 0,
): GameResult {
  return {
    code,
    pair,
    rounds: rounds.map(({ plan, level, proof }, i) => {
      const game = playByChance(newGame(level, proof), picks[i] ?? [])
      return roundResult(plan, game, sayByChance(game, (picks[i] ?? []).toReversed()))
    }),
  }
}

/** Numbers to play by. */
export const picks = (most: number): fc.Arbitrary<readonly number[]> =>
  fc.array(fc.nat(100_000), { minLength: 1, maxLength: most })
