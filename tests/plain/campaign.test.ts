import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { findChapters } from '../../src/io/level-files.ts'
import type { Control } from '../../src/core/scene.ts'
import { openLevel, type OpenLevel } from '../../src/io/open-level.ts'
import { changedPanels } from '../../src/plain/panel.ts'
import { act, newGame } from '../../src/play/act.ts'
import { position } from '../../src/play/position.ts'
import { plain } from '../../src/words/glossary.ts'
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

/** Lines that take a level's solution by numbers, as they are read out, each with the control that it sets. */
function byNumbers({
  level,
  proof,
}: OpenLevel): readonly { readonly line: string; readonly sets: Control }[] {
  let game = newGame(level, proof)
  return proof.solution.map(id => {
    const { controls } = position(game).scene
    const at = controls.findIndex(({ options }) => options.some(({ step }) => step === id))
    const sets = controls[at]
    const next = act(game, { type: 'step', id })
    if (!sets || !next.ok) throw new Error(`${level.id}: ${id}`)
    game = next.value
    return { line: `${at + 1} ${sets.options.findIndex(({ step }) => step === id) + 1}`, sets }
  })
}

test.each(files.filter((_, i) => isFull || i % 3 === 0))(
  'in %s every step by number is announced by what it set and what that changed',
  async file => {
    const opened = openLevel(join(root, file))
    if (!opened.ok) throw new Error(`${file} cannot be opened: ${opened.error.type}`)
    const { level, proof } = opened.value
    const steps = byNumbers(opened.value)
    const { told } = await sit(
      steps.map(({ line }) => line),
      { levels: [level], proof, entrance: { type: 'level', id: level.id } },
    )
    const answers = told.split('Your choice:').slice(1, -1)
    expect(answers).toHaveLength(steps.length)
    let game = newGame(level, proof)
    for (const [i, { sets }] of steps.entries()) {
      const before = position(game).scene.panels
      const next = act(game, { type: 'step', id: proof.solution[i] ?? '' })
      if (!next.ok) throw new Error(next.error.say.en)
      game = next.value
      const changed = changedPanels(before, position(game).scene.panels, text => plain(text.en, 'en'))
      expect(answers[i]).toMatch(/^\nSet: /)
      expect(answers[i]).toContain(`${plain(sets.label.en, 'en')}: `)
      for (const { title } of changed) expect(answers[i]).toContain(`\n${plain(title.en, 'en')}:`)
      expect(answers[i]).toMatch(/moves \d+ \(par \d+\)/)
    }
  },
)

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
