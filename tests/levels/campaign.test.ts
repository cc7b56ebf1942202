import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { WORLDS } from '../../src/catalog/worlds.ts'
import { proofPath } from '../../src/io/level-files.ts'
import { storedSchema } from '../../src/io/schema-file.ts'
import { loadChapter } from '../../src/level/chapter.ts'
import type { Level } from '../../src/level/level.ts'
import { loadLevel } from '../../src/level/load.ts'
import { formatProblem } from '../../src/level/problem.ts'
import { act } from '../../src/play/act.ts'
import { applyMoves } from '../../src/play/moves.ts'
import { position } from '../../src/play/position.ts'
import { checkLevel, sameLevelFindings, storedFindings } from '../../src/solver/check.ts'
import { fieldOf } from '../../src/solver/place.ts'
import type { FullProof } from '../../src/solver/proof.ts'
import {
  levelName,
  levelsFolder,
  shippedChapters,
  shippedFiles,
  shippedLevel,
  walkedFiles,
} from '../support/campaign.ts'
import { tries } from '../support/full.ts'

/** What the solver finds of a level; a level that has no proof fails its test. */
function proven(level: Level): FullProof {
  const { proof } = checkLevel(level)
  if (!proof) throw new Error(`${level.id} has no proof`)
  return proof
}

const storedProof = (file: string): unknown => JSON.parse(readFileSync(proofPath(file), 'utf8'))

test('there is a campaign, and every chapter says what it is about', () => {
  expect(shippedFiles.length).toBeGreaterThan(15)
  for (const { about } of shippedChapters) {
    expect(about).not.toBeNull()
    const chapter = loadChapter(readFileSync(about ?? '', 'utf8'), about ?? '')
    expect(chapter.ok ? [] : chapter.error.map(formatProblem)).toEqual([])
  }
})

/** Larger levels are walked without memory in the full run only: it takes many times as long. */
const PLAIN_STATES = tries(300, 1_000_000)

describe.each(walkedFiles.map(file => [levelName(file), file] as const))('%s', (_, file) => {
  const level = shippedLevel(file)
  const checked = checkLevel(level)

  test('is not solved at the start', () => {
    expect(fieldOf(level).start.verdict().solved).toBe(false)
  })

  test('has no findings, and its stored proof is what the solver finds', () => {
    expect(checked.findings).toEqual([])
    expect(checked.proof && storedFindings(storedProof(file), checked.proof)).toEqual([])
  })

  test.skipIf((checked.states ?? 0) > PLAIN_STATES)('is judged alike with and without memory', () => {
    expect(checkLevel(level, { memory: 'plain' })).toEqual(checked)
  })

  test('earns three stars with its stored solution, in one run', () => {
    const { proof } = checked
    if (!proof) throw new Error('no proof')
    const game = applyMoves(level, proof, { level: level.id, moves: proof.solution })
    const run = game.ok ? act(game.value, { type: 'run' }) : game
    expect(run.ok ? position(run.value).ran?.score.stars : run.error).toBe(3)
  })

  test('has no plan of fewer moves than par that holds every goal and breaks no guard', () => {
    expect(planBelow(level, checked.par ?? 0)).toBeNull()
  })
})

/** Looks for a good state of fewer moves than par, place by place, with the rules that play uses. */
function planBelow(level: Level, par: number): readonly string[] | null {
  const { start } = fieldOf(level)
  const seen = new Set([start.key])
  let layer: readonly { place: typeof start; plan: readonly string[] }[] = [{ place: start, plan: [] }]
  for (let depth = 0; depth < par; depth++) {
    const good = layer.find(({ place }) => place.verdict().solved && place.verdict().guarded)
    if (good) return good.plan
    if (seen.size > MOST_JUDGED) return null
    layer = layer.flatMap(({ place, plan }) =>
      place.steps().flatMap(({ id }) => {
        const next = place.take(id)
        if (!next || seen.has(next.key)) return []
        seen.add(next.key)
        return [{ place: next, plan: [...plan, id] }]
      }),
    )
  }
  return null
}

/** States that the plain search judges at most: beyond it, the solver's own tests vouch for par. */
const MOST_JUDGED = 1500

test('no two levels play alike', () => {
  const levels = shippedFiles.map(shippedLevel).map(({ id, playHash }) => ({ id, playHash }))
  expect(sameLevelFindings(levels).flat()).toEqual([])
  expect(new Set(levels.map(({ id }) => id)).size).toBe(levels.length)
})

test('a changed par, solution or rule is told from the stored proof', () => {
  const [file = ''] = shippedFiles
  const level = shippedLevel(file)
  const proof = proven(level)
  const codes = (stored: unknown): readonly string[] => storedFindings(stored, proof).map(({ code }) => code)
  expect(codes({ ...proof, par: proof.par + 1 })).toEqual(['proof-wrong'])
  expect(codes({ ...proof, solution: proof.solution.toReversed().slice(1) })).toEqual(['proof-wrong'])
  const text = readFileSync(file, 'utf8')
  const changed = loadLevel(text.replace(/points: \d+/, 'points: 77'), file, WORLDS)
  if (!changed.ok) throw new Error('the level should still load')
  expect(storedFindings(proof, proven(changed.value)).map(({ code }) => code)).toEqual(['proof-stale'])
})

test('a changed text leaves the proof as it is', () => {
  const [file = ''] = shippedFiles
  const text = readFileSync(file, 'utf8')
  const changed = loadLevel(
    text.replace(/title: .*/, 'title: { en: Another title, ko: 다른 제목 }'),
    file,
    WORLDS,
  )
  if (!changed.ok) throw new Error('the level should still load')
  expect(storedFindings(storedProof(file), proven(changed.value))).toEqual([])
})

test('the schema for editors is current', () => {
  expect(storedSchema(levelsFolder)).toBe('current')
})
