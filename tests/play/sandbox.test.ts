import { expect, test } from 'vitest'
import { anyWorld } from '../../src/core/world.ts'
import { newGame } from '../../src/play/act.ts'
import { play } from '../../src/play/api.ts'
import { position } from '../../src/play/position.ts'
import { sandbox } from '../../src/play/sandbox.ts'
import { playOn } from '../support/games.ts'
import { byHand } from '../worlds/by-hand.ts'
import { twoBoxes } from '../worlds/two-boxes.ts'

test.each([
  ['product', anyWorld(twoBoxes), 'shop.net=own'],
  ['order', anyWorld(byHand), 'pivot'],
])('the sandbox of a %s world can be built and run, and scores and hints nothing', (_, world, step) => {
  const { level, proof } = sandbox(world)
  const game = playOn(newGame(level, proof), [step, 'run'])
  expect(position(game).ran?.score).toEqual({ stars: 0, points: 0, lines: [] })
  expect(position(game).plan).toEqual([step])
  expect(play.nextHint(game)).toBeNull()
  expect(play.beats(game).length + play.artifacts(game).length).toBeGreaterThan(0)
})
