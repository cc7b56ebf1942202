import { expect, test } from 'vitest'
import { newGame } from '../../src/play/act.ts'
import { position } from '../../src/play/position.ts'
import { artifacts, beats, nextHint } from '../../src/play/views.ts'
import { playOn } from '../support/games.ts'
import { handLevel, shopLevel } from '../support/levels.ts'

const free = { states: 0, solved: 0, par: 0, optimal: 0, solution: [] }

test.each([
  ['product', shopLevel({}, []), 'shop.net=own'],
  ['order', handLevel({}, []), 'unshare'],
])(
  'a %s level without rules, a sandbox, can be built and run, and scores and hints nothing',
  (_, level, step) => {
    const game = playOn(newGame(level, { playHash: level.playHash, ...free }), [step, 'run'])
    expect(position(game).ran?.score).toEqual({ stars: 0, points: 0, lines: [] })
    expect(position(game).plan).toEqual([step])
    expect(nextHint(game)).toBeNull()
    expect(beats(game).length).toBeGreaterThan(0)
    expect(artifacts(game).length).toBeGreaterThan(0)
  },
)
