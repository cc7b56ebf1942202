import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { WORLDS } from '../../src/catalog/worlds.ts'
import { findChapters } from '../../src/io/level-files.ts'
import type { Level } from '../../src/level/level.ts'
import { loadLevel } from '../../src/level/load.ts'
import { formatProblem } from '../../src/level/problem.ts'
import { isFull } from './full.ts'

/** The folder of the shipped levels. */
export const levelsFolder = fileURLToPath(new URL('../../levels', import.meta.url))

/** A level's file as people name it: relative to `levels/`. */
export const levelName = (file: string): string => file.slice(levelsFolder.length + 1)

const found = findChapters(levelsFolder)

/** Every shipped chapter, in order. */
export const shippedChapters = found.ok ? found.value : []

/** Files of every shipped level, in order. */
export const shippedFiles: readonly string[] = shippedChapters.flatMap(({ levels }) => levels)

/** A shipped level; one that does not load fails its test with its problems. */
export const shippedLevel = (file: string): Level => shippedVariant(file, 0)

/** A variant of a shipped level, from 0. */
export function shippedVariant(file: string, variant: number): Level {
  const level = loadLevel(readFileSync(file, 'utf8'), levelName(file), WORLDS, variant)
  if (!level.ok) throw new Error(level.error.map(formatProblem).join('\n'))
  return level.value
}

/** Files of the levels that are walked one by one: rounds for two, which are alike, in the full run only. */
export const walkedFiles: readonly string[] = shippedFiles.filter(
  file => isFull || !levelName(file).startsWith('icebreaker/'),
)

/** Every variant of a shipped level, the first one first. */
export function variantsOf(file: string): readonly Level[] {
  const first = shippedLevel(file)
  const others = Array.from({ length: (first.variant?.count ?? 1) - 1 }, (_, i) =>
    shippedVariant(file, i + 1),
  )
  return [first, ...others]
}
