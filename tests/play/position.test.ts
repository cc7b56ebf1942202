import { describe, expect, test } from 'vitest'
import type { Game } from '../../src/play/game.ts'
import { position } from '../../src/play/position.ts'
import { explain, facts } from '../../src/play/views.ts'
import { played } from '../support/games.ts'
import { handLevel, hiddenLevel, shopLevel } from '../support/levels.ts'

const BEST = ['shop.net=own', 'shop.memory=256', 'job.memory=128']
const lights = (game: Game): readonly string[] => position(game).rules.map(({ light }) => light)

describe('moves', () => {
  test.each([
    ['are the slots that differ from the start', ['shop.memory=128', 'shop.memory=256', 'job.net=own'], 2],
    ['are refunded by undo', ['shop.memory=128', 'job.net=own', 'undo'], 1],
    ['are refunded by setting a slot back', ['shop.memory=128', 'shop.memory=none'], 0],
    ['are none after a reset', ['shop.memory=128', 'reset'], 0],
  ])('of a product level %s', (_, shorts, moves) => {
    expect(position(played(shopLevel(), ...shorts)).moves).toBe(moves)
  })

  test('of an order level are the steps on the path', () => {
    const { moves, plan } = position(played(handLevel(), 'dance', 'unshare', 'undo', 'pivot'))
    expect({ moves, plan }).toEqual({ moves: 2, plan: ['dance', 'pivot'] })
  })

  test('make a plan in the order of the slots, not of the clicks', () => {
    const { plan } = position(played(shopLevel(), 'job.memory=128', 'shop.memory=256', 'shop.net=own'))
    expect(plan).toEqual(BEST)
  })
})

describe('undo and redo', () => {
  test('are exact, a reset included', () => {
    const before = position(played(shopLevel(), ...BEST))
    expect(position(played(shopLevel(), ...BEST, 'reset', 'undo'))).toEqual({ ...before, canRedo: true })
    expect(position(played(shopLevel(), ...BEST, 'undo', 'undo', 'redo', 'redo'))).toEqual(before)
  })

  test('a new step drops what could be redone', () => {
    const { canUndo, canRedo } = position(played(shopLevel(), 'job.net=own', 'undo', 'job.memory=128'))
    expect({ canUndo, canRedo }).toEqual({ canUndo: true, canRedo: false })
  })
})

describe('the lights of the rules', () => {
  test.each([
    ['are sealed at the start', [], ['sealed', 'sealed', 'sealed', 'sealed']],
    ['come on with a run', ['shop.net=own', 'run'], ['broken', 'broken', 'broken', 'held']],
    ['go out with a step', ['run', 'shop.net=own'], ['sealed', 'sealed', 'sealed', 'sealed']],
    ['go out with an undo', ['shop.net=own', 'run', 'undo'], ['sealed', 'sealed', 'sealed', 'sealed']],
    ['stay on when a hint is taken', ['run', 'hint'], ['broken', 'broken', 'broken', 'held']],
  ])('%s', (_, shorts, wanted) => {
    expect(lights(played(shopLevel(), ...shorts))).toEqual(wanted)
  })

  test('are always lit in a tutorial', () => {
    expect(lights(played(shopLevel({ tutorial: true }), ...BEST))).toEqual(['held', 'held', 'held', 'held'])
  })
})

describe('a run', () => {
  test('at par earns three stars', () => {
    const { ran, best, runs } = position(played(shopLevel(), ...BEST, 'run'))
    expect({ stars: ran?.score.stars, points: ran?.score.points, best, runs }).toEqual({
      stars: 3,
      points: 1050,
      best: 3,
      runs: 1,
    })
  })

  test('repeated without a change is a replay and costs nothing', () => {
    const once = played(shopLevel(), ...BEST, 'run')
    expect(position(played(shopLevel(), ...BEST, 'run', 'run', 'run'))).toEqual(position(once))
  })

  test('beyond those allowed costs the third star', () => {
    const { ran } = position(played(shopLevel(), 'run', 'job.net=own', 'run', 'job.net=host', ...BEST, 'run'))
    expect([ran?.number, ran?.score.stars]).toEqual([3, 2])
  })

  test('worse than an earlier one keeps the best stars', () => {
    const { ran, best } = position(played(shopLevel(), ...BEST, 'run', 'shop.memory=128', 'run'))
    expect([ran?.score.stars, best]).toEqual([0, 3])
  })

  test('belongs to the state as it stands, and is gone with the next change', () => {
    expect(position(played(shopLevel(), 'run', 'job.net=own')).ran).toBeUndefined()
  })

  test('meets the misconception of a decoy that was set', () => {
    const { ran } = position(played(shopLevel(), 'host.colour=red', 'run'))
    expect(ran?.misconceptions).toEqual(['red-hosts-run-faster'])
  })
})

test('a probe uncovers its panel for the rest of the game', () => {
  const panel = (game: Game): unknown => position(game).scene.panels[0]?.say.en
  expect(panel(played(hiddenLevel()))).toBe('?')
  expect(panel(played(hiddenLevel(), '?ports'))).toBe(':80 shop job')
  expect(panel(played(hiddenLevel(), '?ports', 'job.net=own', 'undo', 'shop.net=own'))).toBe(':80 job')
})

test('a rule is explained after a run, and sealed before it', () => {
  const source = 'run.box.shop.alive'
  expect(explain(played(shopLevel()), 'shop-lives')).toEqual({ source, value: '?', parts: [] })
  expect(explain(played(shopLevel(), 'run'), 'shop-lives').value).toBe('false')
})

test('the facts are told as plain data', () => {
  expect(facts(played(handLevel(), 'pivot'))).toEqual({
    placed: ['pivot'],
    run: { ok: false, done: [], stoppedAt: 'pivot' },
  })
})
