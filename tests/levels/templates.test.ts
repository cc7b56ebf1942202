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
    expect(level.ok ? [] : level.error.map(formatProblem)).toEqual([])
    if (level.ok) expect(checkLevel(level.value).findings).toEqual([])
  },
)
