import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of the project: its path from the root with forward slashes, and its text. */
export type SourceFile = { readonly path: string; readonly text: string }

const root = fileURLToPath(new URL('../../', import.meta.url))

/** All files below a folder of the project whose names end in one of `endings`, in path order. */
export function sourceFiles(folder: string, endings: readonly string[]): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter(path => endings.some(ending => path.endsWith(ending)))
    .sort()
    .map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}
