import { expect, test } from 'vitest'
import { anyWorld } from '../../../src/core/world.ts'
import { prove } from '../../../src/solver/prove.ts'
import { tradeoff } from '../../../src/worlds/tradeoff/index.ts'
import { lawsHold } from '../../support/laws.ts'
import { loaded } from './boards.ts'

lawsHold(anyWorld(tradeoff))

test('the template is a level with a plan', () => {
  const proved = prove(loaded(tradeoff.template.replace('SLUG', 'wall')))
  expect(proved.ok && proved.value).toMatchObject({
    states: 16,
    par: 2,
    solution: ['metal.engine=containerd', 'plugin.pack=kata'],
  })
})
