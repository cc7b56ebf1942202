import { statSync } from 'node:fs'
import { proofPath } from '../io/level-files.ts'
import { type LevelWatch, watchLevels } from '../io/watch-files.ts'
import { sameLevelFindings } from '../solver/check.ts'
import { type CheckedFile, checkChapter, checkFile, checkSchema, sharedProofs } from './check-file.ts'
import { type CheckedFiles, filesToCheck } from './check-files.ts'
import { type CheckReport, isClean, reportJson, reportLines } from './check-report.ts'
import { type Context, failure, type Run } from './context.ts'
import { shippedShelf } from './shelf.ts'

/**
 * `play check [PATH…]`: loads and proves levels and compares their stored proofs; `--write` stores the new ones,
 * `--watch` checks again whenever a level is saved.
 */
export const check: Run = async (context, operands) => {
  const shelf = await shippedShelf(context.here)
  const files = filesToCheck(operands, shelf, context)
  if (!files.ok) return files.error
  const checkAll = checker(context)
  if (!context.flags.watch) {
    const { report } = checkAll(files.value)
    show(report, context)
    return isClean(report) ? null : failure()
  }
  let { folders } = files.value
  // Watched before they are read, so that no save is missed.
  const watched = watchLevels(() => {
    const now = filesToCheck(operands, shelf, context)
    if (now.ok) ({ folders } = now.value)
    return folders
  })
  let told = checkAll(files.value).report
  show(told, context)
  return watchOn(watched, () => {
    // Files may have come or gone meanwhile.
    const now = filesToCheck(operands, shelf, context)
    if (!now.ok) {
      for (const line of now.error.lines) context.err(line)
      return
    }
    const { report, isNew } = checkAll(now.value)
    // The proofs that a check stores are heard as well: then there is nothing to tell.
    if (!isNew && reportJson(report) === reportJson(told)) return
    told = report
    show(report, context)
  })
}

/** Checks again after every save, until the process is told to end. */
async function watchOn(watched: LevelWatch, again: () => void): Promise<never> {
  for (;;) {
    await watched.changed()
    again()
  }
}

/** Checks files; one that has not changed since is not walked again. `isNew` tells whether any was walked. */
function checker(
  context: Context,
): (files: CheckedFiles) => { readonly report: CheckReport; readonly isNew: boolean } {
  const known = new Map<string, { readonly saved: string; readonly checked: CheckedFile }>()
  const { write } = context.flags
  return ({ levels, chapters, campaign }) => {
    const { progress, clear } = progressLine(context, levels)
    let isNew = false
    const checked = levels.map(file => {
      const saved = savedAt(file)
      const before = known.get(file)
      if (before && before.saved === `${saved} ${proofsSavedAt(file, before.checked)}`) return before.checked
      isNew = true
      const now = checkFile(file, { write, progress })
      // Afterwards for the proofs: the check itself may have stored them.
      known.set(file, { saved: `${saved} ${proofsSavedAt(file, now)}`, checked: now })
      return now
    })
    clear()
    const report = reportOf(checked, chapters)
    const schema = campaign === undefined ? [] : checkSchema(campaign, { write })
    return { report: { ...report, problems: [...report.problems, ...schema] }, isNew }
  }
}

/** When the proofs of a level's variants were last saved. */
const proofsSavedAt = (file: string, checked: CheckedFile): string =>
  checked.type === 'level'
    ? checked.levels.map(({ variant }) => savedAt(proofPath(file, variant))).join(' ')
    : ''

/** When a file was last saved; `NaN` for one that is not there. */
function savedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Number.NaN
}

function reportOf(checked: readonly CheckedFile[], chapters: readonly string[]): CheckReport {
  const walked = checked.flatMap(file => (file.type === 'level' ? file.levels : []))
  const same = sameLevelFindings(walked)
  return {
    levels: walked.map((level, i) => ({ ...level, findings: [...level.findings, ...(same[i] ?? [])] })),
    problems: [
      ...checked.flatMap(file => (file.type === 'problems' ? file.problems : [])),
      ...chapters.flatMap(checkChapter),
      ...sharedProofs(checked.map(({ file }) => file)),
    ],
  }
}

function show(report: CheckReport, { flags, out }: Context): void {
  if (flags.json) out(reportJson(report))
  else for (const line of reportLines(report)) out(line)
}

/** Milliseconds between two drawings of the progress line. */
const REDRAW = 100

/** On a terminal, one line that says how far the check is; elsewhere nothing. */
function progressLine(
  { stdout, flags }: Context,
  files: readonly string[],
): { progress(file: string, states: number): void; clear(): void } {
  if (!stdout.isTTY || flags.json) return { progress: () => {}, clear: () => {} }
  let drawn = 0
  return {
    progress: (file, states) => {
      const now = performance.now()
      if (now - drawn < REDRAW) return
      drawn = now
      const place = `${files.indexOf(file) + 1}/${files.length}`
      const line = `${place}  ${file}  ${states} states`
      stdout.write(`\r\u001b[K${line.slice(0, (stdout.columns || 80) - 1)}`)
    },
    clear: () => stdout.write('\r\u001b[K'),
  }
}
