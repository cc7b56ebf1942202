import { findChapters, proofPath } from '../io/level-files.ts'
import { readLevel } from '../io/open-level.ts'
import { writeProof } from '../io/proof-file.ts'
import { readJson } from '../io/read-text.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { canonicalJson } from '../core/json.ts'
import type { Level } from '../level/level.ts'
import { formatProblem } from '../level/problem.ts'
import { fieldOf } from '../solver/place.ts'
import type { Proof } from '../solver/proof.ts'
import { prove } from '../solver/prove.ts'
import { type Context, failure, type Run, type Trouble } from './context.ts'
import { findLevel } from './find-level.ts'
import { openTrouble } from './open-failure.ts'
import { type Shelf, shippedShelf } from './shelf.ts'

/** What is known of one level file after checking it. `findings` are words for its author; none means that it is good. */
type Checked = {
  readonly file: string
  readonly level?: Level
  readonly proof?: Proof
  readonly findings: readonly string[]
}

/** `play check [PATH…]`: loads and proves levels and compares their stored proofs; `--write` stores the new ones. */
export const check: Run = async (context, operands) => {
  const shelf = await shippedShelf(context.here)
  const files = filesOf(operands, shelf, context)
  if (!files.ok) return files.error
  const checked = files.value.map(file => checkFile(file, context))
  if (context.flags.json) context.out(JSON.stringify(checked.map(row)))
  else for (const one of checked) tell(one, context)
  return checked.some(one => one.findings.length > 0) ? failure() : null
}

function filesOf(
  operands: readonly string[],
  shelf: Shelf,
  context: Context,
): Result<readonly string[], Trouble> {
  // Not the index alone: a level that is too faulty to be in it must be checked above all.
  if (operands.length === 0) return inFolder(shelf.folder, context)
  const files: string[] = []
  for (const word of operands) {
    const found = findLevel(word, shelf, context)
    if (!found.ok) return found
    const inside =
      found.value.type === 'folder' ? inFolder(found.value.path, context) : ok([found.value.path])
    if (!inside.ok) return inside
    files.push(...inside.value)
  }
  return ok(files)
}

function inFolder(folder: string, context: Context): Result<readonly string[], Trouble> {
  const chapters = findChapters(folder)
  if (!chapters.ok) return fail(failure(chapters.error.say[context.lang]))
  const files = chapters.value.flatMap(chapter => chapter.levels)
  return files.length > 0 ? ok(files) : fail(failure(context.t('cli.folderEmpty', { path: folder })))
}

function checkFile(file: string, context: Context): Checked {
  const level = readLevel(file)
  if (!level.ok) return { file, findings: openTrouble(level.error, context, formatProblem).lines }
  const proof = prove(level.value)
  if (!proof.ok) {
    const why = proof.error
    const finding =
      why.type === 'unsolvable'
        ? `no plan holds every goal and breaks no guard (${why.states} states, ${why.solved} with all goals held)`
        : `more than ${why.limit} states: open fewer controls, or give them fewer values`
    return { file, level: level.value, findings: [finding] }
  }
  return {
    file,
    level: level.value,
    proof: proof.value,
    findings: findingsOf(file, level.value, proof.value, context),
  }
}

function findingsOf(file: string, level: Level, proof: Proof, context: Context): readonly string[] {
  const least = level.tutorial ? 2 : 3
  const isSolved = fieldOf(level).start.verdict().solved
  return [
    ...(isSolved ? ['the start is solved already'] : []),
    ...(proof.par < least ? [`par is ${proof.par}; a level like this needs at least ${least}`] : []),
    ...storedFinding(file, proof, context),
  ]
}

/** Compares the stored proof, or writes the new one where that was asked for. */
function storedFinding(file: string, proof: Proof, { flags, lang }: Context): readonly string[] {
  const path = proofPath(file)
  const stored = readJson(path)
  if (canonicalJson(stored) === canonicalJson(proof)) return []
  if (!flags.write) {
    const state = stored === null ? 'is missing' : 'is not what the solver finds now'
    return [`${path} ${state}; write it with: play check --write`]
  }
  const written = writeProof(path, proof)
  return written.ok ? [] : [written.error.say[lang]]
}

function row({ file, level, proof, findings }: Checked): object {
  return { file, ...(level ? { level: level.id } : {}), ...(proof ? { proof } : {}), findings }
}

function tell({ file, level, proof, findings }: Checked, { out }: Context): void {
  if (findings.length === 0 && level && proof) {
    out(
      `ok  ${level.id}  par ${proof.par}, ${proof.states} states, ${proof.solved} solved, ${proof.optimal} at par`,
    )
    return
  }
  out(`!!  ${level?.id ?? file}`)
  for (const finding of findings) out(finding.replace(/^(?=.)/gm, '    '))
}
