import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { findChapters } from '../../src/io/level-files.ts'
import { openLevel } from '../../src/io/open-level.ts'
import { LANGS, type Lang } from '../../src/core/text.ts'
import { isFull } from '../support/full.ts'
import { sit } from './harness.ts'

const root = fileURLToPath(new URL('../../levels', import.meta.url))
const found = findChapters(root)
const files = found.ok ? found.value.flatMap(chapter => chapter.levels).map(path => relative(root, path)) : []

test('there are levels to win', () => {
  expect(files.length).toBeGreaterThan(0)
})

/** Both languages, or in the fast selection one, in turns. */
const langsFor = (file: string): readonly Lang[] =>
  isFull ? LANGS : LANGS.filter((_, i) => i === files.indexOf(file) % LANGS.length)

test.each(files)('%s is won in plain mode from its solution', async file => {
  const opened = openLevel(join(root, file))
  if (!opened.ok) throw new Error(`${file} cannot be opened: ${opened.error.type}`)
  const { level, proof } = opened.value
  for (const lang of langsFor(file)) {
    // Questions asked before the run are passed over; where none is asked, `skip` is only a word too many.
    const lines = [...proof.solution, 'run', ...level.predict.map(() => 'skip'), 'quit']
    const { told, saved } = await sit(lines, {
      levels: [level],
      entrance: { type: 'level', id: level.id },
      lang,
    })
    expect(saved.levels[level.id]?.stars).toBe(3)
    expect(told).not.toMatch(/undefined|\[\[|\{\w+\}/)
  }
})
