import { expect, test } from 'vitest'
import { fieldOf, type Place } from '../../../src/solver/place.ts'
import { builtFrom } from '../../../src/worlds/container/exports/export.ts'
import { beyond } from '../../../src/worlds/container/exports/predicted.ts'
import { levelsFolder, shippedLevel } from '../../support/campaign.ts'

/** What a machine cannot show of a plan for the level in which a leak kills the wrong one. */
function unshown(...moves: readonly string[]): readonly string[] {
  const level = shippedLevel(`${levelsFolder}/02-limits/01-memory-hog.yaml`)
  const { state } = moves.reduce<Place>((at, id) => at.take(id) ?? at, fieldOf(level).start)
  const built = builtFrom(level.setup, state)
  if (!built.ok) throw new Error(built.error)
  return beyond(built.value.setup, built.value.plan, 'v2').map(({ prefix }) => prefix)
}

test('where two are nearly as large when the machine runs dry, nobody can say whom its kernel picks', () => {
  expect(unshown()).toEqual(['run.bad.'])
})

test('where limits decide, all of it can be shown', () => {
  expect(unshown('shop.memory=384', 'cache.memory=128', 'report.memory=384')).toEqual([])
})
