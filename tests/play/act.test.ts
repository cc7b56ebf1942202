import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Event } from '../../src/core/log.ts'
import type { Level } from '../../src/level/level.ts'
import { act, newGame, replay } from '../../src/play/act.ts'
import type { Game } from '../../src/play/game.ts'
import { position } from '../../src/play/position.ts'
import { nextHint } from '../../src/play/views.ts'
import { fieldOf } from '../../src/solver/place.ts'
import { deepFreeze, throughJson } from '../support/freeze.ts'
import { tries } from '../support/full.ts'
import { played } from '../support/games.ts'
import { handLevel, hiddenLevel, proofOf, shopLevel } from '../support/levels.ts'

const levels = [
  ['product', shopLevel()],
  ['hidden product', hiddenLevel()],
  ['order', handLevel()],
] as const

/** A legal event, picked by two numbers. */
function pick(game: Game, kind: number, which: number): Event {
  const { scene, probes, canUndo, canRedo } = position(game)
  const steps = scene.controls.flatMap(({ options }) => options.flatMap(({ step }) => step ?? []))
  const step = steps[which % Math.max(1, steps.length)]
  const probe = probes[which % Math.max(1, probes.length)]
  const hint = nextHint(game)
  if (kind === 0 && canUndo) return { type: 'undo' }
  if (kind === 1 && canRedo) return { type: 'redo' }
  if (kind === 2) return { type: 'run' }
  if (kind === 3 && hint) return { type: 'hint', rung: hint.rung }
  if (kind === 4 && probe) return { type: 'probe', id: probe.id }
  if (kind === 5) return { type: 'reset' }
  return step === undefined ? { type: 'reset' } : { type: 'step', id: step }
}

const games = fc.array(fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 99 })), { maxLength: 20 })
const numRuns = tries(20, 300)

function playedAtRandom(level: Level, picks: readonly (readonly [number, number])[]): readonly Game[] {
  const all = [newGame(level, proofOf(level))]
  for (const [kind, which] of picks) {
    const game = all[all.length - 1]
    if (!game) break
    const next = act(game, pick(game, kind, which))
    if (next.ok) all.push(next.value)
  }
  return all
}

describe.each(levels)('in a %s level', (_, level) => {
  test('a log played again from JSON comes to the same position', () => {
    fc.assert(
      fc.property(games, picks => {
        const last = playedAtRandom(level, picks).at(-1) ?? newGame(level, proofOf(level))
        const log = structuredClone(last.log)
        expect(throughJson(log)).toEqual(log)
        expect(position({ ...last, log })).toEqual(position(last))
        const again = replay(level, last.proof, log)
        expect(again.ok && position(again.value)).toEqual(position(last))
      }),
      { numRuns },
    )
  })

  test('undoing every change comes back to the start', () => {
    fc.assert(
      fc.property(games, picks => {
        let game = playedAtRandom(level, picks).at(-1) ?? newGame(level, proofOf(level))
        for (let next = act(game, { type: 'undo' }); next.ok; next = act(game, { type: 'undo' }))
          game = next.value
        expect(position(game).plan).toEqual([])
        expect(position(game).scene.controls).toEqual(position(played(level)).scene.controls)
      }),
      { numRuns },
    )
  })

  test('an event leaves the game it was added to as it was', () => {
    fc.assert(
      fc.property(games, picks => {
        for (const game of playedAtRandom(level, picks)) deepFreeze(game.log)
        const all = playedAtRandom(level, picks)
        expect(all.map(({ log }) => log.events.length)).toEqual(all.map((_, i) => i))
      }),
      { numRuns },
    )
  })
})

describe('an event that is not legal is refused with what would have been', () => {
  const shop = shopLevel()
  const hidden = hiddenLevel()
  const steps = fieldOf(shop)
    .start.steps()
    .map(({ id }) => id)
  test.each<[string, Level, Event, string, readonly string[]]>([
    [
      'a step that does not exist',
      shop,
      { type: 'step', id: 'shop.disk=1' },
      'There is no step "shop.disk=1" here',
      steps,
    ],
    ['an undo at the start', shop, { type: 'undo' }, 'There is nothing to undo', steps],
    ['a redo of nothing', shop, { type: 'redo' }, 'There is nothing to redo', steps],
    ['an unknown probe', hidden, { type: 'probe', id: 'port' }, 'There is no probe "port"', ['ports']],
    [
      'a hint that is not the next',
      shop,
      { type: 'hint', rung: 3 },
      'The next hint here is of rung 1',
      ['1'],
    ],
    [
      'an answer to no question',
      shop,
      { type: 'predict', ask: 'a', option: 'b' },
      'The question "a" is not asked now',
      [],
    ],
  ])('%s', (_, level, event, say, legal) => {
    const refused = act(newGame(level, proofOf(level)), event)
    expect(refused.ok ? null : [refused.error.say.en, refused.error.legal]).toEqual([say, legal])
  })
})

test('a stored log with an event that is no longer legal is refused by its index', () => {
  const level = shopLevel()
  const events = [{ type: 'run' }, { type: 'step', id: 'gone=1' }] as const
  const again = replay(level, proofOf(level), { level: level.id, playHash: level.playHash, events })
  expect(again.ok ? null : again.error.index).toBe(1)
})
