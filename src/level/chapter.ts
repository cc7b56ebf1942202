import { type Result, fail, ok } from '../core/result.ts'
import type { Text } from '../core/text.ts'
import { wordIssue } from './issue-words.ts'
import { issueFaults } from './issues.ts'
import { dataOf } from './located.ts'
import { parseYaml } from './parse.ts'
import { type LevelProblem, problemsOf } from './problem.ts'
import { ChapterFile } from './schema.ts'

/** What a folder of levels is called and about: its `chapter.yaml`. */
export type Chapter = {
  readonly id: string
  readonly title: Text
  readonly about: Text
  /** How many levels of the campaign must be solved before the chapter opens; absent where it is open from the start. */
  readonly opensAfter?: number
  /** Kept out of the campaign: levels for other occasions, such as rounds for two. */
  readonly apart?: boolean
}

/** Reads a chapter.yaml, as strictly as a level. `file` is only named in problems. */
export function loadChapter(text: string, file: string): Result<Chapter, readonly LevelProblem[]> {
  const { root, text: read, faults } = parseYaml(text)
  if (root === undefined) return fail(problemsOf(file, read, faults))
  const result = ChapterFile.safeParse(dataOf(root), { error: issue => wordIssue(issue) })
  const issues = result.success ? [] : issueFaults(root, [], ChapterFile, result.error.issues)
  const all = [...faults, ...issues]
  return result.success && all.length === 0 ? ok(result.data) : fail(problemsOf(file, read, all))
}
