import { WORLDS } from '../catalog/worlds.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Level } from '../level/level.ts'
import { loadLevel } from '../level/load.ts'
import type { LevelProblem } from '../level/problem.ts'
import { isBorneOut } from '../solver/proof-replay.ts'
import { proving, type Unproved } from '../solver/prove.ts'
import { finish } from '../solver/survey.ts'
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

/** Proofs that were made in this process, by the play hash of their level: nothing is proved twice. */
const made = new Map<string, Proof>()

/**
 * Reads a level with its proof. A proof that is missing, belongs to another version of the level, or is not borne out by
 * its own solution is made anew.
 */
export const openLevel = (path: string, variant = 0): Result<OpenLevel, OpenFailure> =>
  finish(opening(path, variant))

/** The same in slices, since a proof can take long: yields how many states were visited. */
export function* opening(path: string, variant = 0): Generator<number, Result<OpenLevel, OpenFailure>> {
  const read = readLevel(path, variant)
  if (!read.ok) return read
  const level = read.value
  const stored = readProof(proofPath(path, variant))
  if (stored?.playHash === level.playHash && isBorneOut(level, stored))
    return ok({ level, proof: stored, isStored: true })
  const known = made.get(level.playHash)
  if (known) return ok({ level, proof: known, isStored: false })
  const proved = yield* proving(level)
  if (!proved.ok) return fail({ type: 'unproved', level, why: proved.error })
  made.set(level.playHash, proved.value)
  return ok({ level, proof: proved.value, isStored: false })
}
