import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readText } from '../../src/io/read-text.ts'
import { scratchFolder } from '../support/scratch.ts'

/** Why a file that is made by `make` cannot be read; null where it can. */
function problem(make: (path: string) => void): string | null {
  const path = join(scratchFolder(), 'file')
  make(path)
  const text = readText(path)
  return text.ok ? null : text.error.code
}

test.each<readonly [string, (path: string) => void, string | null]>([
  ['a text', path => writeFileSync(path, '\ufeffa text\n'), null],
  ['nothing', () => {}, 'ENOENT'],
  ['a folder', path => mkdirSync(path), 'EISDIR'],
  ['more than 1 MiB', path => writeFileSync(path, 'x'.repeat(2 ** 20 + 1)), 'ETOOBIG'],
  ['bytes that are no UTF-8', path => writeFileSync(path, Buffer.from([0xff, 0xfe])), 'EENCODING'],
])('of %s reading says what it is', (_, make, code) => {
  expect(problem(make)).toBe(code)
})

test.skipIf(process.platform === 'win32').each<readonly [string, (path: string) => void]>([
  ['a device without end', path => symlinkSync('/dev/zero', path)],
  ['a pipe that nobody writes to', path => execFileSync('mkfifo', [path])],
])('%s is refused at once', (_, make) => {
  expect(problem(make)).toBe('ENOTFILE')
})
