import { expect, test } from 'vitest'
import { shopLevel } from '../support/levels.ts'
import { sit } from './harness.ts'

const level = shopLevel()
const entrance = { type: 'level', id: level.id } as const

test('after a run the bet against the own kernel is offered, where the machine can take it', async () => {
  const setup = { levels: [level], entrance }
  const able = await sit(['run'], { ...setup, bet: { command: 'play real test/level --moves m.json' } })
  expect(able.told).toContain('Bet on this plan:\n  play real test/level --moves m.json\n')
  const unable = await sit(['run'], setup)
  expect(unable.told).not.toContain('play real')
})
