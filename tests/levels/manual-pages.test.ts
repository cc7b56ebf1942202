import { describe, expect, test } from 'vitest'
import type { Panel } from '../../src/core/scene.ts'
import { LANGS, type Lang } from '../../src/core/text.ts'
import type { Level } from '../../src/level/level.ts'
import { manualRows } from '../../src/party/manual-rows.ts'
import { fieldOf } from '../../src/solver/place.ts'
import { levelName, shippedLevel, variantsOf } from '../support/campaign.ts'
import { roundFiles } from '../support/rounds.ts'
import { choicesOf } from '../support/choices.ts'
import { isFull } from '../support/full.ts'

const rounds = roundFiles.map(file => [levelName(file), shippedLevel(file)] as const)

/** The words that a row says stand on the screen: what is in quotes, cut where it stands for anything. */
const quoted = (what: string): readonly string[] =>
  [...what.matchAll(/"([^"]+)"/g)].flatMap(([, words = '']) =>
    words
      .split(/…|\bN\b/)
      .map(part => part.trim())
      .filter(part => part.length > 1),
  )

const inWords = (panels: readonly Panel[], lang: Lang): string =>
  panels.map(({ title, say }) => `${title[lang]}\n${say[lang]}`).join('\n')

test('there are rounds in every world that has a manual page', () => {
  expect(rounds.length).toBeGreaterThanOrEqual(14)
  expect(new Set(rounds.map(([, { world }]) => world)).size).toBe(3)
})

/** Some words stand in certain variants only, which are loaded when they are needed. */
function* firstThenVariants(): Generator<Level> {
  for (const [, level] of rounds) yield level
  for (const file of roundFiles) yield* variantsOf(file).slice(1)
}

/** What has to be found on a screen. */
type Wanted = { readonly world: string; readonly row: string; readonly lang: Lang; readonly words: string }

test.runIf(isFull)(
  'what a manual quotes stands on the screen of some round, word for word, in both languages',
  () => {
    const rows = rounds.flatMap(([, level]) => manualRows(level).map(row => ({ world: level.world, row })))
    let missing: readonly Wanted[] = rows.flatMap(({ world, row: { id, what } }) =>
      LANGS.flatMap(lang => quoted(what[lang]).map(words => ({ world, row: id, lang, words }))),
    )
    expect(missing.length).toBeGreaterThan(30)
    for (const level of firstThenVariants()) {
      for (const choice of choicesOf(level)) {
        if (missing.length === 0) return
        if (missing.every(({ world }) => world !== level.world)) break
        const panels = fieldOf(level).at(choice)?.scene({ phase: 'ran', probed: [] }).panels ?? []
        const said = { en: inWords(panels, 'en'), ko: inWords(panels, 'ko') }
        missing = missing.filter(
          ({ world, lang, words }) => world !== level.world || !said[lang].includes(words),
        )
      }
    }
    expect(missing).toEqual([])
  },
)

describe.each(rounds)('%s', (_, level) => {
  const rows = manualRows(level)

  test('has a row for each of its controls, and no other control', () => {
    const settings = (fieldOf(level).axes ?? []).map(({ slot }) => slot.split('.')[1])
    const told = rows.flatMap(({ type, about }) => (type === 'control' ? about : []))
    expect(new Set(told)).toEqual(new Set(settings))
  })

  test('has symptoms to read out, and not more rows than fit on a page', () => {
    expect(rows.filter(({ type }) => type === 'symptom').length).toBeGreaterThan(0)
    expect(rows.length).toBeLessThanOrEqual(14)
  })
})
