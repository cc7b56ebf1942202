import { readFile } from 'node:fs/promises'

/**
 * Replaces a text that must occur exactly once; throws where it does not. A patch that silently stopped matching would
 * ship a slower or broken game.
 */
export function replaceOnce(text, wanted, replacement, where) {
  const parts = text.split(wanted)
  if (parts.length !== 2)
    throw new Error(`${where}: found ${parts.length - 1} times instead of once: ${wanted}`)
  return parts.join(replacement)
}

/** An esbuild plugin that rewrites one file of a package, and fails the build when that file was not part of it. */
export function patchFile(name, file, rewrite) {
  return {
    name,
    setup(build) {
      let patched = false
      build.onLoad({ filter: file }, async ({ path }) => {
        patched = true
        return { contents: rewrite(await readFile(path, 'utf8'), path), loader: 'js' }
      })
      build.onEnd(result => {
        // A build that failed for another reason must show that reason.
        if (patched || result.errors.length > 0) return undefined
        return { errors: [{ text: `${name}: no bundled file matches ${file}` }] }
      })
    },
  }
}
