import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { findChapters, proofPath, shippedLevels } from '../../src/io/level-files.ts'
import { readText } from '../../src/io/read-text.ts'
import { scratchFolder } from '../support/scratch.ts'

/** Writes empty files, and the folders they are in. */
function touch(root: string, ...files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(join(root, file, '..'), { recursive: true })
    writeFileSync(join(root, file), '')
  }
}

test('chapters and their levels come in the order of their names; proofs and notes are no levels', () => {
  const root = scratchFolder()
  touch(
    root,
    '02-b/02-y.yaml',
    '02-b/01-x.yaml',
    '02-b/x.proof.json',
    '02-b/chapter.yaml',
    '01-a/01-z.yml',
    'notes/n.md',
  )
  expect(findChapters(root)).toEqual({
    ok: true,
    value: [
      { folder: join(root, '01-a'), about: null, levels: [join(root, '01-a/01-z.yml')] },
      {
        folder: join(root, '02-b'),
        about: join(root, '02-b/chapter.yaml'),
        levels: [join(root, '02-b/01-x.yaml'), join(root, '02-b/02-y.yaml')],
      },
    ],
  })
})

test('a folder of level files alone is one chapter', () => {
  const root = scratchFolder()
  touch(root, 'mine.yaml')
  expect(findChapters(root)).toMatchObject({ value: [{ folder: root, about: null }] })
})

test('a folder that is not there is a problem with its path', () => {
  const path = join(scratchFolder(), 'nowhere')
  expect(findChapters(path)).toMatchObject({ ok: false, error: { code: 'ENOENT', path } })
})

test('a proof lies beside its level, without the number', () => {
  expect(proofPath('levels/02-limits/01-memory-hog.yaml')).toBe('levels/02-limits/memory-hog.proof.json')
})

test.each(['dist/cli.js', 'src/io/level-files.ts'])('shipped levels are found from %s', file => {
  const root = scratchFolder()
  touch(root, 'levels/01-a/01-x.yaml')
  expect(shippedLevels(pathToFileURL(join(root, file)).href)).toBe(join(root, 'levels'))
})

test.each([
  ['that is missing', 'ENOENT', (_: string) => {}],
  ['that is a folder', 'EISDIR', (path: string) => mkdirSync(path)],
  ['that is no text', 'EENCODING', (path: string) => writeFileSync(path, new Uint8Array([0xc3, 0x28]))],
  ['that is huge', 'ETOOBIG', (path: string) => writeFileSync(path, 'x'.repeat(1024 * 1024 + 1))],
])('a file %s is a problem in words', (_, code, make) => {
  const path = join(scratchFolder(), 'file')
  make(path)
  const read = readText(path)
  expect(read).toMatchObject({ ok: false, error: { code } })
  expect(read.ok ? '' : read.error.say.en).toContain(path)
})
