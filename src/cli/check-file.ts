import { basename } from 'node:path'
import { fail, ok, type Result } from '../core/result.ts'
import { proofPath } from '../io/level-files.ts'
import { type OpenFailure, readLevel } from '../io/open-level.ts'
import { writeProof } from '../io/proof-file.ts'
import { readJson, readText } from '../io/read-text.ts'
import { storedSchema, schemaPath, writeSchema } from '../io/schema-file.ts'
import { loadChapter } from '../level/chapter.ts'
import type { Level } from '../level/level.ts'
import type { LevelProblem } from '../level/problem.ts'
import { alikeFindings } from '../party/alike.ts'
import { type CheckedLevel, checking, storedFindings } from '../solver/check.ts'
import { sameVariantFindings } from '../solver/round-findings.ts'

/** A file that was checked: a level's variants with what was found, or the problems that keep it from being a level. */
export type CheckedFile =
  | { readonly type: 'level'; readonly file: string; readonly levels: readonly CheckedLevel[] }
  | { readonly type: 'problems'; readonly file: string; readonly problems: readonly LevelProblem[] }

/** What to do with a proof that differs from the stored one, and whom to tell how far the walk is. */
export type CheckOptions = {
  readonly write: boolean
  progress(file: string, states: number): void
}

/** Checks a level file, every variant of it with the proof beside it. */
export function checkFile(file: string, options: CheckOptions): CheckedFile {
  const read = readVariants(file)
  if (!read.ok) return { type: 'problems', file, problems: problemsOf(file, read.error) }
  const levels = read.value
  const checked = levels.map(level => walked(file, level, options))
  const solved = levels.map((level, i) => ({ level, solution: checked[i]?.proof?.solution ?? [] }))
  const same = sameVariantFindings(solved)
  const settled = checked.map((level, i) => {
    const findings = [...level.findings, ...(same[i] ?? [])]
    return settleProof(file, { ...level, findings }, options)
  })
  const failed = settled.flatMap(one => (one.ok ? [] : [one.error]))
  return failed.length > 0
    ? { type: 'problems', file, problems: failed }
    : { type: 'level', file, levels: settled.flatMap(one => (one.ok ? [one.value] : [])) }
}

/** All variants of a level; where the first does not load, the others would only say so again. */
function readVariants(file: string): Result<readonly Level[], OpenFailure> {
  const first = readLevel(file)
  if (!first.ok) return first
  const others = Array.from({ length: (first.value.variant?.count ?? 1) - 1 }, (_, i) =>
    readLevel(file, i + 1),
  )
  const failed = others.find(one => !one.ok)
  return failed ?? ok([first.value, ...others.flatMap(one => (one.ok ? [one.value] : []))])
}

/** Walks a level; a round for two must look different to the driver wherever its verdict is different. */
function walked(file: string, level: Level, { progress }: CheckOptions): CheckedLevel {
  const walk = checking(level)
  let turn = walk.next()
  while (!turn.done) {
    progress(file, turn.value)
    turn = walk.next()
  }
  const checked = turn.value
  if (!level.icebreaker || !checked.proof) return checked
  return { ...checked, findings: [...checked.findings, ...alikeFindings(level)] }
}

/** Problems of a `chapter.yaml`; none when it is sound. */
export function checkChapter(file: string): readonly LevelProblem[] {
  const text = readText(file)
  if (!text.ok) return [fileFault(file, text.error.why.en)]
  const chapter = loadChapter(text.value, file)
  return chapter.ok ? [] : chapter.error
}

/** Levels that would store their proofs in one file: each would call the other's proof stale for ever. */
export function sharedProofs(files: readonly string[]): readonly LevelProblem[] {
  const owners = new Map<string, string>()
  return files.flatMap(file => {
    const proof = proofPath(file)
    const owner = owners.get(proof)
    if (owner === undefined) owners.set(proof, file)
    return owner === undefined
      ? []
      : [
          fileFault(
            file,
            `its proof would be ${basename(proof)}, as that of ${basename(owner)}: rename one of them`,
          ),
        ]
  })
}

/** A schema for editors that lags behind; it is stored anew where that is wanted. */
export function checkSchema(levels: string, { write }: Pick<CheckOptions, 'write'>): readonly LevelProblem[] {
  const stored = storedSchema(levels)
  if (stored === 'current' || (stored === 'none' && !write)) return []
  const path = schemaPath(levels)
  const lagging = 'it is not what the worlds say now: store the new one with play check --write'
  if (!write) return [fileFault(path, lagging)]
  const written = writeSchema(levels)
  return written.ok ? [] : [fileFault(path, written.error.why.en)]
}

/** A problem of a file as a whole, in the form of a level's problems. */
const fileFault = (file: string, message: string): LevelProblem => ({
  file,
  line: 1,
  col: 1,
  path: '',
  message,
  excerpt: '',
  caret: 0,
})

/** Compares the stored proof with the new one, and stores the new one where that is wanted. */
function settleProof(
  file: string,
  level: CheckedLevel,
  { write }: CheckOptions,
): Result<CheckedLevel, LevelProblem> {
  if (!level.proof) return ok(level)
  const path = proofPath(file, level.variant)
  const differences = storedFindings(readJson(path), level.proof)
  if (differences.length === 0) return ok(level)
  if (!write) return ok({ ...level, findings: [...level.findings, ...differences] })
  const written = writeProof(path, level.proof)
  return written.ok ? ok(level) : fail(fileFault(path, written.error.why.en))
}

function problemsOf(file: string, failure: OpenFailure): readonly LevelProblem[] {
  switch (failure.type) {
    case 'file':
      return [fileFault(file, failure.problem.why.en)]
    case 'faults':
      return failure.problems
    case 'unproved':
      throw new Error('reading a level does not prove it')
    default:
      return failure satisfies never
  }
}
