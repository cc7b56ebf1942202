import { expect, test } from 'vitest'
import { WORLDS } from '../../src/catalog/worlds.ts'
import { loadLevel } from '../../src/level/load.ts'
import { formatProblem } from '../../src/level/problem.ts'
import { checkLevel } from '../../src/solver/check.ts'

test.each(WORLDS.map(world => [world.id, world] as const))(
  "the level that authors of the world '%s' start from loads and has no findings",
  (_, world) => {
    const text = world.with(({ template }) => template).replaceAll('SLUG', 'my-level')
    const level = loadLevel(text, 'my-level.yaml', WORLDS)
    const faults = level.ok ? checkLevel(level.value).findings : level.error.map(formatProblem)
    expect(faults).toEqual([])
  },
)
