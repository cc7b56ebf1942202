import { dirname } from 'node:path'
import { statSync } from 'node:fs'
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
  // Watched before they are read, so that no save is missed.
  const watched = context.flags.watch ? watchLevels(foldersOf(files.value)) : null
  const report = checkAll(files.value)
  show(report, context)
  if (!watched) return isClean(report) ? null : failure()
  return watchOn(watched, () => {
    // Files may have come or gone meanwhile.
    const now = filesToCheck(operands, shelf, context)
    if (now.ok) show(checkAll(now.value), context)
    else for (const line of now.error.lines) context.err(line)
  })
}

const foldersOf = ({ levels, chapters }: CheckedFiles): readonly string[] => [
  ...new Set([...levels, ...chapters].map(file => dirname(file))),
]

/** Checks again after every save, until the process is told to end. */
async function watchOn(watched: LevelWatch, again: () => void): Promise<never> {
  for (;;) {
    await watched.changed()
    again()
  }
}

/** Checks files; one that has not changed since is not walked again. */
function checker(context: Context): (files: CheckedFiles) => CheckReport {
  const known = new Map<string, { readonly saved: number; readonly checked: CheckedFile }>()
  const { write } = context.flags
  return ({ levels, chapters, campaign }) => {
    const { progress, clear } = progressLine(context, levels)
    const checked = levels.map(file => {
      const saved = savedAt(file)
      const before = known.get(file)
      if (before && before.saved === saved) return before.checked
      const now = checkFile(file, { write, progress })
      known.set(file, { saved, checked: now })
      return now
    })
    clear()
    const report = reportOf(checked, chapters)
    const schema = campaign === undefined ? [] : checkSchema(campaign, { write })
    return { ...report, problems: [...report.problems, ...schema] }
  }
}

/** When a file was last saved; a file that is gone is new each time, so that it is looked for. */
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
