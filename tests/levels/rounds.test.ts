import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Campaign, shippedCampaign } from '../../src/io/campaign-file.ts'
import { proofPath } from '../../src/io/level-files.ts'
import { alikeFindings } from '../../src/party/alike.ts'
import { checkLevel, storedFindings } from '../../src/solver/check.ts'
import { sameVariantFindings } from '../../src/solver/round-findings.ts'
import { levelName, variantsOf } from '../support/campaign.ts'
import { roundFiles } from '../support/rounds.ts'
import { isFull } from '../support/full.ts'
import { applySteps } from '../support/steps.ts'

/** One of each world; all in the full run. `play check` looks at every variant of every one. */
const rounds = roundFiles
  .filter((_, i) => isFull || i % 6 === 5)
  .map(file => [levelName(file), file] as const)

/** What is stored beside a level for one of its variants. */
const solutionOf = (file: string, variant: number): readonly string[] => {
  const stored: { readonly solution: readonly string[] } = JSON.parse(
    readFileSync(proofPath(file, variant), 'utf8'),
  )
  return stored.solution
}

/** The index as the build wrote it. */
function index(): Campaign {
  const campaign = shippedCampaign(new URL('../../dist/cli.js', import.meta.url).href)
  if (!campaign) throw new Error('build the game first: node src/build/build.js')
  return campaign
}

test('there are twelve rounds and two warm-ups: five container, four route, three tradeoff', () => {
  const { pool } = index()
  const scored = pool.filter(({ warmUp }) => !warmUp)
  const of = (world: string): number => scored.filter(level => level.world === world).length
  expect([of('container'), of('route'), of('tradeoff')]).toEqual([5, 4, 3])
  expect(pool.flatMap(({ id, warmUp }) => (warmUp ? [id] : []))).toEqual([
    'icebreaker/two-sliders',
    'icebreaker/name-badges',
  ])
  for (const { variants } of pool) expect(variants).toBeGreaterThanOrEqual(3)
})

test('rounds lie in a chapter apart: not in the campaign, but in its pool', () => {
  const { chapters, apart, pool } = index()
  const idsOf = (list: typeof chapters) => list.flatMap(({ levels }) => levels.map(({ id }) => id))
  const ids = pool.map(({ id }) => id)
  expect(ids.length).toBe(roundFiles.length)
  expect(idsOf(apart)).toEqual(ids)
  expect(idsOf(chapters).filter(id => ids.includes(id))).toEqual([])
})

describe.each(rounds)('%s', (_, file) => {
  test('has a plan for each variant that wins there, and no earlier variant’s plan does', () => {
    const solved = variantsOf(file).map((level, i) => ({ level, solution: solutionOf(file, i) }))
    for (const { level, solution } of solved) {
      const verdict = applySteps(level, solution)?.verdict()
      expect([verdict?.solved, verdict?.guarded]).toEqual([true, true])
    }
    expect(sameVariantFindings(solved).flat()).toEqual([])
  })

  test.runIf(isFull)('is proved in each variant, and screen and sheet suffice there', () => {
    for (const [i, level] of variantsOf(file).entries()) {
      const checked = checkLevel(level)
      expect(checked.findings).toEqual([])
      const stored: unknown = JSON.parse(readFileSync(proofPath(file, i), 'utf8'))
      expect(checked.proof && storedFindings(stored, checked.proof)).toEqual([])
      expect(alikeFindings(level)).toEqual([])
    }
  })
})
