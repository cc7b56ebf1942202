import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { playApi as play } from '../../src/cli/play-api.ts'
import { ok } from '../../src/core/result.ts'
import { LANGS } from '../../src/core/text.ts'
import { openLevel } from '../../src/io/open-level.ts'
import { App } from '../../src/tui/App.tsx'
import type { Opened } from '../../src/tui/ports.ts'
import { words } from '../../src/words/say.ts'
import { levelsFolder, walkedFiles } from '../support/campaign.ts'
import { isFull } from '../support/full.ts'
import { mountOnGrid } from '../support/grid.ts'
import { solutionKeys } from '../support/solution-keys.ts'
import { calm, fakePorts } from '../tui/fakes.ts'
import { bytesOf } from './keys.ts'

const root = levelsFolder
const files = walkedFiles

const SIZES = [
  [60, 20],
  [80, 24],
  [120, 40],
  [200, 60],
] as const

const LOOKS = SIZES.flatMap(([columns, rows]) =>
  LANGS.flatMap(lang => (['unicode', 'ascii'] as const).map(glyphs => ({ columns, rows, lang, glyphs }))),
)

/** Every size once for a level, with the languages and glyphs taking turns from level to level. */
const isInFull = (look: number, level: number): boolean => look % 4 === (Math.floor(look / 4) + level) % 4

/**
 * In the fast selection each level has one look, so that together they see all of them; the large sizes, which take longest
 * to draw, every eighth level.
 */
const fastLook = (level: number): number =>
  level % 8 === 7 ? 8 + (Math.floor(level / 8) % 8) : (level * 5) % 8

/** A way to play a level. */
const CASES = files.flatMap((path, i) =>
  LOOKS.filter((_, look) => (isFull ? isInFull(look, i) : look === fastLook(i))).map(look => ({
    path,
    name: path.slice(root.length + 1),
    ...look,
  })),
)

type Grid = ReturnType<typeof mountOnGrid>
let mounted: Grid | null = null

afterEach(() => {
  mounted?.unmount()
  mounted = null
})

function opened(path: string): Opened {
  const result = openLevel(join(path))
  if (!result.ok) throw new Error(`${path} does not open: ${result.error.type}`)
  return { level: result.value.level, proof: result.value.proof, play }
}

/** Types a key and waits until the screen answered. */
async function press(grid: Grid, cap: string): Promise<void> {
  const before = grid.bytes()
  grid.press(bytesOf(cap))
  await grid.until(() => grid.bytes() > before)
}

test('there are levels to win', () => {
  expect(files.length).toBeGreaterThan(0)
})

test.each(CASES)(
  '$name is won with three stars at $columns×$rows ($lang, $glyphs)',
  async ({ path, columns, rows, lang, glyphs }) => {
    const game = opened(path)
    const { level, proof } = game
    const t = words(lang)
    const ports = { ...fakePorts(), loadLevel: () => Promise.resolve(ok(game)) }
    const start = calm({ lang, glyphs }, { type: 'level', id: level.id })
    const grid = mountOnGrid(<App ports={ports} start={start} />, columns, rows)
    mounted = grid

    await grid.until(`Enter ${t('stage.build')}`)
    await press(grid, 'Enter')
    await grid.until(`r ${t('key.run')}`)
    for (const cap of solutionKeys(level, proof)) await press(grid, cap)
    await grid.until(t('level.movesOfPar', { moves: proof.par, par: proof.par }))
    await press(grid, 'r')
    // Questions are answered with whatever comes first; stars do not depend on it.
    const card = `Enter ${t('stage.debrief')}`
    const asked = t('predict.title')
    while (
      !(await grid.until(lines => lines.some(line => line.includes(card) || line.includes(asked))))
        .at(-1)
        ?.includes(card)
    )
      await press(grid, 'Enter')
    await grid.until(() => ports.saved.length > 0)
    expect(ports.saved.at(-1)?.levels[level.id]?.stars).toBe(3)
    await press(grid, 'Enter')
    await grid.until(t('debrief.title'))
  },
)
