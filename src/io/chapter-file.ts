import { basename } from 'node:path'
import { fail, ok, type Result } from '../core/result.ts'
import { same, type Text } from '../core/text.ts'
import { dataOf } from '../level/located.ts'
import { parseYaml } from '../level/parse.ts'
import { linesOf } from '../level/position.ts'
import { type LevelProblem, problemOf } from '../level/problem.ts'
import { readText } from './read-text.ts'

/** What a `chapter.yaml` says: `id`, `title` and `about`, the latter two as `{ en, ko }`. */
export type ChapterAbout = { readonly id: string; readonly title: Text; readonly about: Text }

/** What a folder of levels without a `chapter.yaml` is called: by its name, without the number that orders it. */
export function unnamedChapter(folder: string): ChapterAbout {
  const id = basename(folder).replace(/^\d+-/, '')
  return { id, title: same(id), about: same('') }
}

/** Reads a `chapter.yaml`. */
export function readChapter(path: string): Result<ChapterAbout, readonly LevelProblem[]> {
  const text = readText(path)
  if (!text.ok) return fail([fileFault(path, text.error.say.en)])
  const parsed = parseYaml(text.value)
  const lines = linesOf(parsed.text)
  if (parsed.faults.length > 0 || !parsed.root) {
    return fail(parsed.faults.map(fault => problemOf(path, lines, fault)))
  }
  const data = dataOf(parsed.root)
  const about = chapterOf(data)
  const message = 'a chapter has the fields id, title and about; title and about are { en, ko }'
  return about ? ok(about) : fail([problemOf(path, lines, { at: 0, path: [], message })])
}

/** A problem of a file as a whole, in the form of a level's problems. */
export const fileFault = (file: string, message: string): LevelProblem => ({
  file,
  line: 1,
  col: 1,
  path: '',
  message,
  excerpt: '',
  caret: 0,
})

function chapterOf(data: unknown): ChapterAbout | null {
  if (typeof data !== 'object' || data === null) return null
  if (!('id' in data) || !('title' in data) || !('about' in data)) return null
  const { id, title, about } = data
  return typeof id === 'string' && isText(title) && isText(about) ? { id, title, about } : null
}

function isText(value: unknown): value is Text {
  if (typeof value !== 'object' || value === null) return false
  return 'en' in value && typeof value.en === 'string' && 'ko' in value && typeof value.ko === 'string'
}
