import { posix } from 'node:path'
import type { SourceFile } from './source-files.ts'

/** An import found in a file; relative targets are given as paths from the project's root. */
export type Import = { readonly from: string; readonly to: string }

const specifier =
  /^\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm

/** Every import of a file: static, re-exported, types and dynamic. */
export function importsOf(file: SourceFile): readonly Import[] {
  return [...file.text.matchAll(specifier)].map(match => {
    const name = match[1] ?? match[2] ?? match[3] ?? ''
    return { from: file.path, to: name.startsWith('.') ? posix.join(posix.dirname(file.path), name) : name }
  })
}

/** The first circle among imports, as a path of files that ends where it began; `null` when there is none. */
export function findCircle(imports: readonly Import[]): readonly string[] | null {
  const targets = new Map<string, Import[]>()
  for (const found of imports) targets.set(found.from, [...(targets.get(found.from) ?? []), found])
  const done = new Set<string>()
  const walk = (file: string, trail: readonly string[]): readonly string[] | null => {
    const seen = trail.indexOf(file)
    if (seen >= 0) return [...trail.slice(seen), file]
    if (done.has(file)) return null
    for (const next of targets.get(file) ?? []) {
      const circle = walk(next.to, [...trail, file])
      if (circle) return circle
    }
    done.add(file)
    return null
  }
  for (const file of targets.keys()) {
    const circle = walk(file, [])
    if (circle) return circle
  }
  return null
}
