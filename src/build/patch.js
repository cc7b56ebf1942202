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

/** A plugin that rewrites one file of a package, and fails the build when that file was not part of it. */
export function patchFile(name, file, rewrite) {
  let patched = false
  return {
    name,
    transform: {
      filter: { id: file },
      handler(code, id) {
        patched = true
        return { code: rewrite.call(this, code, id), map: null }
      },
    },
    buildEnd(error) {
      // A build that failed for another reason must show that reason.
      if (!error && !patched) throw new Error(`${name}: no bundled file matches ${file}`)
    },
  }
}
