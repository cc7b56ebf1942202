import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fail, ok, type Result } from '../core/result.ts'
import { errorCode, type FileProblem, fileProblem } from './file-problem.ts'

/** A folder of levels with its `chapter.yaml`, if it has one; level files in the order of their names. */
export type ChapterFiles = {
  readonly folder: string
  readonly about: string | null
  readonly levels: readonly string[]
}

/**
 * The folder of the shipped levels, next to the bundle (`dist/cli.js`) or to the sources of a checkout; `null` when the
 * installation is incomplete. `here` is the asking module's `import.meta.url`.
 */
export function shippedLevels(here: string): string | null {
  const places = ['../levels', '../../levels'].map(place => fileURLToPath(new URL(place, here)))
  return places.find(place => existsSync(place)) ?? null
}

const isLevel = (name: string): boolean => /\.ya?ml$/.test(name) && !/^chapter\.ya?ml$/.test(name)
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A folder and those in it where levels may lie, in the order of their names; throws where it cannot be read. */
function foldersIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true })
  const folders = entries.filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
  return [folder, ...folders.map(entry => join(folder, entry.name)).sort(byName)]
}

/** The same for folders that may have come or gone meanwhile: none where it cannot be read. */
export function levelFolders(folder: string): readonly string[] {
  try {
    return foldersIn(folder)
  } catch {
    return []
  }
}

/** The chapters below a folder: itself where it holds levels, and each folder in it that does. Names decide the order. */
export function findChapters(folder: string): Result<readonly ChapterFiles[], FileProblem> {
  try {
    return ok(
      foldersIn(folder)
        .map(chapterFiles)
        .filter(chapter => chapter.levels.length > 0),
    )
  } catch (error) {
    return fail(fileProblem(folder, errorCode(error)))
  }
}

function chapterFiles(folder: string): ChapterFiles {
  const levels = readdirSync(folder).filter(isLevel).sort(byName)
  const about = join(folder, 'chapter.yaml')
  return {
    folder,
    about: existsSync(about) ? about : null,
    levels: levels.map(name => join(folder, name)),
  }
}

/**
 * Where a level's proof is stored: beside it, under its name without the number that orders it. Variants after the first have
 * proofs of their own: `<slug>.1.proof.json`.
 */
export function proofPath(levelFile: string, variant = 0): string {
  const slug = basename(levelFile)
    .replace(/\.ya?ml$/, '')
    .replace(/^\d+-/, '')
  return join(dirname(levelFile), `${slug}${variant === 0 ? '' : `.${variant}`}.proof.json`)
}

/** Whether a word of the command line means a path rather than a level's id, and what stands there. */
export function pathKind(path: string): 'file' | 'folder' | 'missing' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file'
  } catch {
    return 'missing'
  }
}
