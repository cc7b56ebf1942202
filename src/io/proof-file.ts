import { renameSync, writeFileSync } from 'node:fs'
import { fail, ok, type Result } from '../core/result.ts'
import type { Field, FrontierPoint } from '../score/standing.ts'
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
  const compared = comparedPlans(value)
  const drawn = drawnPlans(value)
  if (!compared || !drawn) return null
  return { playHash, states, solved, par, optimal, solution: value.solution, ...compared, ...drawn }
}

/** The frontier and the plans that it beats; nothing where the level has none, `null` where they can't be used. */
function comparedPlans(value: object): Partial<Field> | null {
  if (!('frontier' in value)) return {}
  const { frontier } = value
  if (!Array.isArray(frontier) || !frontier.every(isPoint)) return null
  if (!('beaten' in value)) return { frontier }
  const { beaten } = value
  return Array.isArray(beaten) && beaten.every(isNumbers) ? { frontier, beaten } : null
}

/** Where plans are drawn; nothing where they are not, `null` where that can't be used. */
function drawnPlans(value: object): Pick<Proof, 'cloud'> | null {
  if (!('cloud' in value)) return {}
  const { cloud } = value
  if (typeof cloud !== 'object' || cloud === null || !('good' in cloud && 'broken' in cloud)) return null
  const { good, broken } = cloud
  return isPoints(good) && isPoints(broken) ? { cloud: { good, broken } } : null
}

const isPoints = (value: unknown): value is readonly (readonly number[])[] =>
  Array.isArray(value) && value.every(isNumbers)

const isPoint = (value: unknown): value is FrontierPoint =>
  typeof value === 'object' &&
  value !== null &&
  'values' in value &&
  isNumbers(value.values) &&
  'count' in value &&
  isCount(value.count) &&
  'plan' in value &&
  isSteps(value.plan)
const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every(item => typeof item === 'number')

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0
const isSteps = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(item => typeof item === 'string')

/** Lists of numbers stand on one line: there can be many, and none is longer than a few. */
const proofText = (proof: Proof): string =>
  JSON.stringify(proof, null, 2).replace(
    /\[\s+(-?[\d.]+(?:,\s+-?[\d.]+)*)\s+\]/g,
    (_, numbers: string) => `[${numbers.split(/,\s+/).join(', ')}]`,
  )

/** Stores a proof beside its level, as text that shows well in a diff. */
export function writeProof(path: string, proof: Proof): Result<null, FileProblem> {
  try {
    const temporary = `${path}.tmp`
    writeFileSync(temporary, `${proofText(proof)}\n`)
    renameSync(temporary, path)
    return ok(null)
  } catch (error) {
    return fail(fileProblem(path, errorCode(error)))
  }
}
