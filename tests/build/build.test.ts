import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
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

test('the bundle stands alone: it imports nothing but what Node has', () => {
  const text = readFileSync(join(root, 'dist/cli.js'), 'utf8')
  const imported = [...text.matchAll(/(?:^|;)import[^'"()]{0,400}?["']([^"']+)["']/gm)].map(
    match => match[1] ?? '',
  )
  expect(imported.length).toBeGreaterThan(0)
  const { builtin } = { builtin: new Set(process.getBuiltinModule('node:module').builtinModules) }
  expect(imported.filter(name => !builtin.has(name.replace(/^node:/, '')))).toEqual([])
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
