import { canonicalJson } from '../core/json.ts'
import type { Level } from '../level/level.ts'
import type { Finding } from './finding.ts'
import { findingsOf, tooManyFinding } from './findings.ts'
import type { FullProof } from './proof.ts'
import { count, proofFrom } from './prove.ts'
import { finish, surveying, type SurveyOptions } from './survey.ts'
import { winning } from './winning.ts'

/** A level that was walked: what was counted, what is unsound, and its proof where it has one. */
export type CheckedLevel = {
  readonly id: string
  /** Which of its variants; absent where it has none. */
  readonly variant?: number
  readonly playHash: string
  /** Counts are `null` where the walk ended early. */
  readonly states: number | null
  readonly solved: number | null
  readonly par: number | null
  readonly optimal: number | null
  readonly findings: readonly Finding[]
  readonly proof: FullProof | null
}

/** Walks a level and judges whether it is sound. */
export const checkLevel = (level: Level, options: SurveyOptions = {}): CheckedLevel =>
  finish(checking(level, options))

/** The same in slices: yields how many states it has visited. */
export function* checking(level: Level, options: SurveyOptions = {}): Generator<number, CheckedLevel> {
  const { playHash, variant } = level
  const id = { id: level.id, ...(variant ? { variant: variant.number } : {}) }
  const survey = yield* surveying(level, options)
  if (survey.type === 'too-many-states') {
    const { states } = survey
    const findings = [tooManyFinding(survey)]
    return { ...id, playHash, states, solved: null, par: null, optimal: null, findings, proof: null }
  }
  const { walk, tally } = survey
  const proof = proofFrom(survey)
  return {
    ...id,
    playHash,
    states: walk.states,
    solved: count(tally.rows, row => row.solved),
    par: walk.best?.par ?? null,
    optimal: winning(survey)?.count ?? null,
    findings: findingsOf(survey),
    proof: proof.ok ? proof.value : null,
  }
}

/** Compares a stored proof, as read from its file (`null` where there is none), with the one that was found. */
export function storedFindings(stored: unknown, proof: FullProof): readonly Finding[] {
  const rewrite = 'store the new one with play check --write'
  if (typeof stored !== 'object' || stored === null) {
    return [
      {
        code: 'proof-missing',
        message: 'no proof is stored beside the level: store it with play check --write',
      },
    ]
  }
  const told = differences(stored, proof, '')
  if (told.length === 0) return []
  if (fieldOf(stored, 'playHash') !== proof.playHash) {
    const message = `the stored proof belongs to another version of the level: ${rewrite}`
    return [{ code: 'proof-stale', message }]
  }
  return [{ code: 'proof-wrong', message: `the stored proof is wrong: ${told.join('; ')}; ${rewrite}` }]
}

/** What of a stored value is not as it was found, part by part. */
function differences(stored: unknown, found: unknown, path: string): readonly string[] {
  if (isRecord(stored) && isRecord(found)) {
    const keys = [...new Set([...Object.keys(found), ...Object.keys(stored)])]
    return keys.flatMap(key =>
      differences(fieldOf(stored, key), fieldOf(found, key), path === '' ? key : `${path}.${key}`),
    )
  }
  if (canonicalJson(stored) === canonicalJson(found)) return []
  if (found === undefined) return [`'${path}' belongs to no proof`]
  return [`'${path}' is ${shown(stored)}, the solver finds ${shown(found)}`]
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function fieldOf(value: object, name: string): unknown {
  const field: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined
  return field
}

/** A value in a message: short ones whole. */
function shown(value: unknown): string {
  const text = value === undefined ? 'missing' : canonicalJson(value)
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`
}

/** A level as reports name it: `icebreaker/tight-night`, and behind a `#` which variant after the first. */
export const checkedName = ({ id, variant = 0 }: Pick<CheckedLevel, 'id' | 'variant'>): string =>
  variant === 0 ? id : `${id}#${variant}`

/** Levels that play alike, though they were meant to be two: a finding for each but the first. */
export function sameLevelFindings(
  levels: readonly Pick<CheckedLevel, 'id' | 'variant' | 'playHash'>[],
): readonly (readonly Finding[])[] {
  const first = new Map<string, string>()
  return levels.map(level => {
    const other = first.get(level.playHash)
    if (other === undefined) {
      first.set(level.playHash, checkedName(level))
      return []
    }
    const message = `it plays exactly like the level '${other}': change its setup or rules, or remove it`
    return [{ code: 'same-level', message }]
  })
}
