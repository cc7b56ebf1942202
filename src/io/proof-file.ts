import { renameSync, writeFileSync } from 'node:fs'
import { fail, ok, type Result } from '../core/result.ts'
import type { Proof } from '../solver/proof.ts'
import { errorCode, type FileProblem, fileProblem } from './file-problem.ts'
import { readJson } from './read-text.ts'

/** Reads a stored proof; `null` where there is none that can be used, which only means that the level is proved anew. */
export function readProof(path: string): Proof | null {
  const value = readJson(path)
  if (typeof value !== 'object' || value === null) return null
  if (!('playHash' in value) || typeof value.playHash !== 'string') return null
  if (!('states' in value && 'solved' in value && 'par' in value && 'optimal' in value)) return null
  const { playHash, states, solved, par, optimal } = value
  if (!isCount(states) || !isCount(solved) || !isCount(par) || !isCount(optimal)) return null
  if (!('solution' in value) || !isSteps(value.solution)) return null
  return { playHash, states, solved, par, optimal, solution: value.solution }
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0
const isSteps = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(item => typeof item === 'string')

/** Stores a proof beside its level, as text that shows well in a diff. */
export function writeProof(path: string, proof: Proof): Result<null, FileProblem> {
  try {
    const temporary = `${path}.tmp`
    writeFileSync(temporary, `${JSON.stringify(proof, null, 2)}\n`)
    renameSync(temporary, path)
    return ok(null)
  } catch (error) {
    return fail(fileProblem(path, errorCode(error)))
  }
}
