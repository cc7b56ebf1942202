import { WORLDS } from '../catalog/worlds.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Level } from '../level/level.ts'
import { loadLevel } from '../level/load.ts'
import type { LevelProblem } from '../level/problem.ts'
import { isBorneOut } from '../solver/proof-replay.ts'
import { prove, type Unproved } from '../solver/prove.ts'
import type { Proof } from '../solver/proof.ts'
import type { FileProblem } from './file-problem.ts'
import { proofPath } from './level-files.ts'
import { readProof } from './proof-file.ts'
import { readText } from './read-text.ts'

/** A level that can be played. `isStored` tells whether its proof was beside it, or was made just now. */
export type OpenLevel = { readonly level: Level; readonly proof: Proof; readonly isStored: boolean }

/** Why a level cannot be played. */
export type OpenFailure =
  | { readonly type: 'file'; readonly problem: FileProblem }
  | { readonly type: 'faults'; readonly path: string; readonly problems: readonly LevelProblem[] }
  | { readonly type: 'unproved'; readonly level: Level; readonly why: Unproved }

/**
 * Reads and checks a level file, with the values of one of its variants. Loads YAML, schema and rule code, so it is imported
 * only when a level is opened.
 */
export function readLevel(path: string, variant = 0): Result<Level, OpenFailure> {
  const text = readText(path)
  if (!text.ok) return fail({ type: 'file', problem: text.error })
  const level = loadLevel(text.value, path, WORLDS, variant)
  return level.ok ? level : fail({ type: 'faults', path, problems: level.error })
}

/**
 * Reads a level with its proof. A proof that is missing, belongs to another version of the level, or is not borne out by
 * its own solution is made anew.
 */
export function openLevel(path: string, variant = 0): Result<OpenLevel, OpenFailure> {
  const level = readLevel(path, variant)
  if (!level.ok) return level
  const stored = readProof(proofPath(path, variant))
  if (stored?.playHash === level.value.playHash && isBorneOut(level.value, stored))
    return ok({ level: level.value, proof: stored, isStored: true })
  const made = prove(level.value)
  return made.ok
    ? ok({ level: level.value, proof: made.value, isStored: false })
    : fail({ type: 'unproved', level: level.value, why: made.error })
}
