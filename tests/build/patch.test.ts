import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const patch = fileURLToPath(new URL('../../src/build/patch.js', import.meta.url))

/** Replaces in a process of its own: the build's tools are plain JavaScript, outside the typed house. */
async function replace(text: string, wanted: string): Promise<string> {
  const code = `import { replaceOnce } from ${JSON.stringify(patch)}
    try { console.log(replaceOnce(${JSON.stringify(text)}, ${JSON.stringify(wanted)}, 'new', 'file.js')) }
    catch (error) { console.log(error.message) }`
  return (await run(process.execPath, ['--input-type=module', '-e', code])).stdout.trim()
}

test.each([
  ['an old text', 'old', 'an new text'],
  ['a changed text', 'old', 'file.js: found 0 times instead of once: old'],
  ['old and old', 'old', 'file.js: found 2 times instead of once: old'],
])('in "%s" the patch of "%s" gives "%s"', async (text, wanted, result) => {
  expect(await replace(text, wanted)).toBe(result)
})
