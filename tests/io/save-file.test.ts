import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { saveFile } from '../../src/io/save-file.ts'
import { tries } from '../support/full.ts'
import { scratchFolder } from '../support/scratch.ts'
import { names } from './names-format.ts'

const clock = { now: () => Date.UTC(2026, 2, 1, 9, 30) }
const often = { repeats: tries(0, 49), timeout: tries(20_000, 900_000) }
const open = (path: string) => saveFile(path, names, clock)
const stored = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

/** Starts a writer process; `seen` is what it has reported as saved. */
function startWriter(path: string, prefix: string, count: number) {
  const file = fileURLToPath(new URL('./save-writer.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', file, path, prefix, String(count)])
  let seen = ''
  const some = new Promise<void>(resolve => {
    child.stdout.on('data', chunk => {
      seen += String(chunk)
      if (seen.split('\n').length > 5) resolve()
    })
  })
  const ended = new Promise<number | null>(resolve => child.on('close', code => resolve(code)))
  return { child, some, ended, seen: () => seen.split('\n').slice(0, -1) }
}

test('a save that does not exist yet is empty, without a notice', () => {
  expect(open(join(scratchFolder(), 'none', 'save.json')).read()).toEqual({ value: [] })
})

test('what is merged is stored beside what another game stored in the meantime', async () => {
  const path = join(scratchFolder(), 'new', 'folder', 'save.json')
  const [one, other] = [open(path), open(path)]
  one.read()
  await other.merge(['b'])
  expect(await one.merge(['a'])).toEqual({ value: ['a', 'b'] })
  expect(stored(path)).toEqual(['a', 'b'])
})

test('a save leaves no lock and no temporary file behind', async () => {
  const folder = scratchFolder()
  await open(join(folder, 'save.json')).merge(['a'])
  expect(readdirSync(folder)).toEqual(['save.json'])
})

test('replacing forgets what was stored', async () => {
  const save = open(join(scratchFolder(), 'save.json'))
  await save.merge(['a'])
  expect(await save.replace([])).toEqual({ value: [] })
  expect(save.read()).toEqual({ value: [] })
})

test.each([
  ['cut short', '["a", "b'],
  ['empty', ''],
  ['another kind of JSON', '{"a": 1}'],
])('a save that is %s is set aside under a dated name, and play goes on', async (_, text) => {
  const folder = scratchFolder()
  const path = join(folder, 'save.json')
  writeFileSync(path, text)
  const { value, notice } = open(path).read()
  expect(value).toEqual([])
  expect(notice).toMatchObject({
    type: 'set-aside',
    aside: join(folder, 'save.damaged-2026-03-01T09-30-00Z.json'),
  })
  expect(readFileSync(join(folder, 'save.damaged-2026-03-01T09-30-00Z.json'), 'utf8')).toBe(text)
  await open(path).merge(['c'])
  expect(stored(path)).toEqual(['c'])
})

test('a second damaged save of the same second gets a name of its own', () => {
  const folder = scratchFolder()
  const path = join(folder, 'save.json')
  for (const text of ['one', 'two']) {
    writeFileSync(path, text)
    open(path).read()
  }
  expect(readdirSync(folder)).toHaveLength(2)
})

test('bytes that are no text are set aside too', () => {
  const path = join(scratchFolder(), 'save.json')
  writeFileSync(path, new Uint8Array([0xff, 0xfe, 0x00]))
  expect(open(path).read().notice?.type).toBe('set-aside')
})

test('where nothing can be written, the value is kept for this game and the player is told', async () => {
  const blocker = join(scratchFolder(), 'file')
  writeFileSync(blocker, '')
  const saved = await open(join(blocker, 'boxwright', 'save.json')).merge(['a'])
  expect(saved).toMatchObject({ value: ['a'], notice: { type: 'not-saved' } })
})

test('a save that cannot be read is not written over', async () => {
  const path = join(scratchFolder(), 'save.json')
  mkdirSync(path)
  expect(open(path).read().notice?.type).toBe('not-read')
  expect((await open(path).merge(['a'])).notice?.type).toBe('not-saved')
})

test('a lock that a crash left behind is taken over', async () => {
  const path = join(scratchFolder(), 'save.json')
  writeFileSync(`${path}.lock`, '1.1')
  utimesSync(`${path}.lock`, 1, 1)
  expect(await open(path).merge(['a'])).toEqual({ value: ['a'] })
  expect(existsSync(`${path}.lock`)).toBe(false)
})

test('two games that save at the same time lose nothing', often, async () => {
  const path = join(scratchFolder(), 'save.json')
  const writers = [startWriter(path, 'a', 40), startWriter(path, 'b', 40)]
  expect(await Promise.all(writers.map(writer => writer.ended))).toEqual([0, 0])
  expect(stored(path)).toHaveLength(80)
})

test('a game killed while saving leaves a whole save with all that it had reported', often, async () => {
  const path = join(scratchFolder(), 'save.json')
  const writer = startWriter(path, 'a', 100_000)
  await writer.some
  // Somewhere within a save: which part of it a kill hits is up to chance, and chance is tried often.
  await new Promise(resolve => setTimeout(resolve, Math.random() * 20))
  writer.child.kill('SIGKILL')
  await writer.ended
  expect(stored(path)).toEqual(expect.arrayContaining([...writer.seen()]))
  // What the killed game left behind does not stop the next one.
  const lock = `${path}.lock`
  if (existsSync(lock)) utimesSync(lock, 1, 1)
  expect((await open(path).merge(['next'])).notice).toBeUndefined()
  expect(stored(path)).toEqual(expect.arrayContaining([...writer.seen(), 'next']))
})
