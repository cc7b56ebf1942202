import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseProgress, progressFile } from '../../src/io/progress-file.ts'
import type { Progress } from '../../src/play/progress.ts'
import { scratchFolder } from '../support/scratch.ts'

const clock = { now: () => 0 }
const won: Progress = {
  version: 1,
  levels: { 'a/b': { stars: 3, points: 1000, playHash: 'h', moves: ['x=1'] } },
}

test('progress survives being written and read', async () => {
  const folder = scratchFolder()
  await progressFile(folder, clock).merge({ ...won, settings: { lang: 'ko', motion: false } })
  expect(progressFile(folder, clock).read()).toEqual({
    value: { ...won, settings: { lang: 'ko', motion: false } },
  })
})

test('a worse result never replaces a better one', async () => {
  const save = progressFile(scratchFolder(), clock)
  await save.merge(won)
  const worse: Progress = { version: 1, levels: { 'a/b': { stars: 1, points: 400, playHash: 'h' } } }
  expect((await save.merge(worse)).value).toEqual(won)
})

test('progress of a later version is left alone', async () => {
  const folder = scratchFolder()
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'progress.json')
  writeFileSync(path, '{"version": 2, "galaxies": {}}')
  const save = progressFile(folder, clock)
  expect(save.read()).toMatchObject({ notice: { type: 'newer' } })
  expect((await save.merge(won)).notice?.type).toBe('newer')
  expect(readFileSync(path, 'utf8')).toBe('{"version": 2, "galaxies": {}}')
})

test.each([
  ['a list', []],
  ['no version', { levels: {} }],
  ['no levels', { version: 1 }],
  ['four stars', { version: 1, levels: { a: { stars: 4, points: 1, playHash: 'h' } } }],
  ['no points', { version: 1, levels: { a: { stars: 1, playHash: 'h' } } }],
  [
    'moves that are no ids',
    { version: 1, levels: { a: { stars: 1, points: 1, playHash: 'h', moves: [1] } } },
  ],
])('%s is damaged progress', (_, value) => {
  expect(parseProgress(value)).toMatchObject({ ok: false, error: { type: 'damaged' } })
})

test('settings of a kind that is not known are dropped, not refused', () => {
  expect(parseProgress({ version: 1, levels: {}, settings: { lang: 'ko', odd: [1] } })).toEqual({
    ok: true,
    value: { version: 1, levels: {}, settings: { lang: 'ko' } },
  })
})
