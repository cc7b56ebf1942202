import { expect, test } from 'vitest'
import { anyWorld } from '../../../src/core/world.ts'
import type { Level } from '../../../src/level/level.ts'
import { loadLevel } from '../../../src/level/load.ts'
import { prove } from '../../../src/solver/prove.ts'
import { route, routeOrder } from '../../../src/worlds/route/index.ts'
import { UPGRADE_NIGHT } from './upgrade-night.ts'

/** Loads a level's text; a level that does not load is a bug of the test. */
function loaded(text: string): Level {
  const level = loadLevel(text, 'test.yaml', [anyWorld(route), anyWorld(routeOrder)])
  if (!level.ok) throw new Error(level.error.map(({ line, message }) => `${line}: ${message}`).join('\n'))
  return level.value
}

test('upgrade night is won by plugin, socket and import', () => {
  expect(prove(loaded(UPGRADE_NIGHT))).toMatchObject({
    ok: true,
    value: {
      par: 3,
      optimal: 1,
      solution: ['node7.endpoint=containerd', 'node7.cri=enabled', 'shop.import=k8s.io'],
    },
  })
})

test.each([
  { world: route, par: 2 },
  { world: routeOrder, par: 4 },
])('the template of $world.id is a level that can be won', ({ world, par }) => {
  expect(prove(loaded(world.template.replaceAll('SLUG', 'mine')))).toMatchObject({ ok: true, value: { par } })
})
