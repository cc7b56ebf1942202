import { proofPath } from '../io/level-files.ts'
import { type OpenFailure, readLevel } from '../io/open-level.ts'
import { writeProof } from '../io/proof-file.ts'
import { readJson, readText } from '../io/read-text.ts'
import { isSchemaCurrent, schemaPath, writeSchema } from '../io/schema-file.ts'
import { loadChapter } from '../level/chapter.ts'
import type { LevelProblem } from '../level/problem.ts'
import { type CheckedLevel, checking, storedFindings } from '../solver/check.ts'

/** A file that was checked: a level with what was found, or the problems that keep it from being one. */
export type CheckedFile =
  | { readonly type: 'level'; readonly file: string; readonly level: CheckedLevel }
  | { readonly type: 'problems'; readonly file: string; readonly problems: readonly LevelProblem[] }

/** What to do with a proof that differs from the stored one, and whom to tell how far the walk is. */
export type CheckOptions = {
  readonly write: boolean
  progress(file: string, states: number): void
}

/** Checks a level file with the proof beside it. */
export function checkFile(file: string, options: CheckOptions): CheckedFile {
  const read = readLevel(file)
  if (!read.ok) return { type: 'problems', file, problems: problemsOf(file, read.error) }
  const walk = checking(read.value)
  let turn = walk.next()
  while (!turn.done) {
    options.progress(file, turn.value)
    turn = walk.next()
  }
  return settleProof(file, turn.value, options)
}

/** Problems of a `chapter.yaml`; none when it is sound. */
export function checkChapter(file: string): readonly LevelProblem[] {
  const text = readText(file)
  if (!text.ok) return [fileFault(file, text.error.say.en)]
  const chapter = loadChapter(text.value, file)
  return chapter.ok ? [] : chapter.error
}

/** A schema for editors that lags behind; it is stored anew where that is wanted. */
export function checkSchema(levels: string, { write }: Pick<CheckOptions, 'write'>): readonly LevelProblem[] {
  if (isSchemaCurrent(levels)) return []
  const path = schemaPath(levels)
  const lagging = 'it is not what the worlds say now: store the new one with play check --write'
  if (!write) return [fileFault(path, lagging)]
  const written = writeSchema(levels)
  return written.ok ? [] : [fileFault(path, written.error.say.en)]
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
function settleProof(file: string, level: CheckedLevel, { write }: CheckOptions): CheckedFile {
  if (!level.proof) return { type: 'level', file, level }
  const path = proofPath(file)
  const differences = storedFindings(readJson(path), level.proof)
  if (differences.length === 0) return { type: 'level', file, level }
  if (!write) {
    return { type: 'level', file, level: { ...level, findings: [...level.findings, ...differences] } }
  }
  const written = writeProof(path, level.proof)
  return written.ok
    ? { type: 'level', file, level }
    : { type: 'problems', file, problems: [fileFault(path, written.error.say.en)] }
}

function problemsOf(file: string, failure: OpenFailure): readonly LevelProblem[] {
  switch (failure.type) {
    case 'file':
      return [fileFault(file, failure.problem.say.en)]
    case 'faults':
      return failure.problems
    case 'unproved':
      throw new Error('reading a level does not prove it')
    default:
      return failure satisfies never
  }
}
