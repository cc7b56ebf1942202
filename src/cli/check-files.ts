import { dirname } from 'node:path'
import { fail, ok, type Result } from '../core/result.ts'
import { type ChapterFiles, findChapters, levelFolders } from '../io/level-files.ts'
import { type Context, failure, type Trouble } from './context.ts'
import { findLevel } from './find-level.ts'
import type { Shelf } from './shelf.ts'

/** What a check looks at: level files, and the `chapter.yaml` of each folder that was named as a whole. */
export type CheckedFiles = {
  readonly levels: readonly string[]
  readonly chapters: readonly string[]
  /** Where they lie, and where further ones would be found. */
  readonly folders: readonly string[]
  /** The folder of the campaign, where it is checked as a whole. */
  readonly campaign?: string
}

/** The files that a command line names; without a word the whole campaign. */
export function filesToCheck(
  operands: readonly string[],
  shelf: Shelf,
  context: Context,
): Result<CheckedFiles, Trouble> {
  // Not the index alone: a level that is too faulty to be in it must be checked above all.
  if (operands.length === 0) {
    const { folder } = shelf
    const files = inFolder(folder, context)
    return files.ok ? ok({ ...files.value, campaign: folder }) : files
  }
  const found: CheckedFiles[] = []
  for (const word of operands) {
    const named = findLevel(word, shelf, context)
    if (!named.ok) return named
    const { type, path } = named.value
    const files =
      type === 'folder'
        ? inFolder(path, context)
        : ok({ levels: [path], chapters: [], folders: [dirname(path)] })
    if (!files.ok) return files
    found.push(files.value)
  }
  return ok({
    levels: [...new Set(found.flatMap(({ levels }) => levels))],
    chapters: [...new Set(found.flatMap(({ chapters }) => chapters))],
    folders: [...new Set(found.flatMap(({ folders }) => folders))],
  })
}

function inFolder(folder: string, context: Context): Result<CheckedFiles, Trouble> {
  const chapters = findChapters(folder)
  if (!chapters.ok) return fail(failure(chapters.error.say[context.lang]))
  const levels = chapters.value.flatMap(chapter => chapter.levels)
  if (levels.length === 0) return fail(failure(context.t('cli.folderEmpty', { path: folder })))
  return ok({ levels, chapters: chapters.value.flatMap(aboutOf), folders: levelFolders(folder) })
}

const aboutOf = ({ about }: ChapterFiles): readonly string[] => (about === null ? [] : [about])
