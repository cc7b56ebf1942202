import { execFile } from 'node:child_process'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { scratchFolder } from '../support/scratch.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))

/** npm as a player without a network has it: what it would fetch is missing, and that would show. */
const npm = (cwd: string, ...args: readonly string[]) =>
  run('npm', [...args, '--ignore-scripts', '--offline', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
  })

test('the packed game installs into an empty folder without any other package, and runs there', async () => {
  const folder = scratchFolder()
  await npm(root, 'pack', '--pack-destination', folder)
  const [tarball = ''] = readdirSync(folder)
  await npm(folder, 'install', '--prefix', folder, join(folder, tarball))
  const installed = readdirSync(join(folder, 'node_modules')).filter(name => !name.startsWith('.'))
  expect(installed).toEqual(['boxwright'])
  const play = (...args: readonly string[]) =>
    run(join(folder, 'node_modules/.bin/boxwright'), args, {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: folder, LANG: 'C.UTF-8' },
    })
  expect((await play('list')).stdout).toContain('first-box/name-tag')
  // Its schema for editors is made where it is wanted.
  expect((await play('new', 'container', 'mine')).stdout).toContain('level.schema.json: the schema')
  expect(readFileSync(join(folder, 'mine.yaml'), 'utf8')).toMatch(
    /^# yaml-language-server: \$schema=level\.schema\.json\n/,
  )
  expect(readFileSync(join(folder, 'level.schema.json'))).toEqual(
    readFileSync(join(root, 'levels/level.schema.json')),
  )
  expect((await play('check', 'mine.yaml')).stdout).toContain('0 findings, 0 problems')
  // Somebody else's schema of that name stays.
  writeFileSync(join(folder, 'level.schema.json'), '{}')
  expect((await play('new', 'container', 'other')).stdout).not.toContain('level.schema.json')
  expect(readFileSync(join(folder, 'level.schema.json'), 'utf8')).toBe('{}')
  expect(readFileSync(join(folder, 'other.yaml'), 'utf8')).not.toContain('$schema')
})
