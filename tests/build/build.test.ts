import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { bundleGame } from '../../src/build/bundle.js'
import { scratchFolder } from '../support/scratch.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))

/** A copy of some files of the project, as a checkout looks before anything is installed. */
function bareCheckout(...files: readonly string[]): string {
  const folder = scratchFolder()
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    copyFileSync(join(root, file), join(folder, file))
  }
  return folder
}

const made = bundleGame('dist', { write: false })

test('the bundle stands alone: its parts import each other and nothing but what Node has', async () => {
  const parts = (await made).map(({ fileName }) => fileName)
  const imported = (await made).flatMap(({ imports = [], dynamicImports = [] }) => [
    ...imports,
    ...dynamicImports,
  ])
  const builtin = new Set(process.getBuiltinModule('node:module').builtinModules)
  const isKnown = (name: string): boolean => builtin.has(name.replace(/^node:/, '')) || parts.includes(name)
  expect(imported).toContain('node:os')
  expect(imported).toContain('part-screens.js')
  expect(imported.filter(name => !isKnown(name))).toEqual([])
})

test('the first screen reads no part that holds the drawing library, a world or the language of rules', async () => {
  const parts = new Map((await made).map(part => [part.fileName, part]))
  /** A part with all that it imports at once. */
  const closureOf = (name: string): readonly string[] => {
    const seen = [name]
    for (const one of seen)
      for (const next of parts.get(one)?.imports ?? []) if (!seen.includes(next)) seen.push(next)
    return seen
  }
  const marks = ['react.transitional.element', 'RunPodSandbox', 'yaml-language-server', 'ZodError']
  const marked = (names: readonly string[]): readonly string[] =>
    marks.filter(mark => names.some(name => parts.get(name)?.code?.includes(mark)))
  expect(closureOf('cli.js').length).toBeGreaterThan(1)
  expect(marked([...parts.keys()])).toEqual(marks)
  expect(marked(closureOf('cli.js'))).toEqual([])
})

test('the campaign index names only levels that are there', () => {
  const index = readFileSync(join(root, 'dist/campaign.json'), 'utf8')
  const files = [...index.matchAll(/"file":"([^"]+)"/g)].map(match => match[1] ?? '')
  expect(files.length).toBeGreaterThan(0)
  expect(files.filter(file => !existsSync(join(root, 'levels', file)))).toEqual([])
})

test('the launcher of a checkout that is not built says what to do', async () => {
  const folder = bareCheckout('src/build/launcher.js', 'package.json')
  const failed = await run(process.execPath, [join(folder, 'src/build/launcher.js')]).catch(
    (error: unknown) => error,
  )
  expect(failed).toMatchObject({ code: 1, stderr: expect.stringContaining('npm ci') })
})

test('prepare without the build tools is no failure, or npm would keep a broken link', async () => {
  const folder = bareCheckout('src/build/prepare.js', 'package.json')
  const { stderr } = await run(process.execPath, [join(folder, 'src/build/prepare.js')])
  expect(stderr).toContain('npm ci')
})

test('THIRD-PARTY.md lists exactly the packages in the bundle', async () => {
  const { stderr } = await run(process.execPath, [join(root, 'src/build/third-party.js'), '--check'])
  expect(stderr).toBe('')
})
