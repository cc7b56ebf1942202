import {
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  closeSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { fail, ok, type Result } from '../core/result.ts'
import { type Clock, fileStamp } from './clock.ts'
import { errorCode, type FileProblem, fileProblem } from './file-problem.ts'
import { withLock } from './lock.ts'
import { readText } from './read-text.ts'

/** Why a save's JSON is no use: nonsense, in a few words what is wrong with it, or written by a later version. */
export type Unreadable = { readonly type: 'damaged'; readonly problem: string } | { readonly type: 'newer' }

/** What a save holds: how it is told from nonsense, and how two copies become one. */
export type SaveFormat<T> = {
  readonly empty: T
  /** Reads parsed JSON. */
  parse(value: unknown): Result<T, Unreadable>
  /** Must not lose anything that either side has. */
  merge(stored: T, ours: T): T
}

/** What happened to a save besides the wish: it was damaged and set aside under a new name, or could not be used. */
export type SaveNotice =
  | { readonly type: 'set-aside'; readonly path: string; readonly aside: string; readonly problem: string }
  /** A later version wrote it: it is left alone, and nothing is saved over it. */
  | { readonly type: 'newer'; readonly path: string }
  | { readonly type: 'not-read'; readonly problem: FileProblem }
  | { readonly type: 'not-saved'; readonly problem: FileProblem }

/** A save's content, with what the player should be told. Play goes on whatever the notice says. */
export type Saved<T> = { readonly value: T; readonly notice?: SaveNotice }

/** A save file of the player's. */
export type SaveFile<T> = {
  readonly path: string
  read(): Saved<T>
  /** What is stored, without a word and without setting anything aside; `null` where there is nothing of use. */
  peek(): T | null
  /** Merges into what is stored now, which another game may have changed since it was read. */
  merge(ours: T): Promise<Saved<T>>
  /** Replaces what is stored: for a reset the player asked for. */
  replace(value: T): Promise<Saved<T>>
}

/** Opens a save file. Nothing is touched until it is read or written. */
export function saveFile<T>(path: string, format: SaveFormat<T>, clock: Clock): SaveFile<T> {
  const read = (): Saved<T> => readSave(path, format, clock)
  const write = async (next: () => Saved<T>, ours: T): Promise<Saved<T>> => {
    const made = attempt(path, () => makeFolder(dirname(path)))
    if (!made.ok) return notSaved(ours, made.error)
    const done = await withLock(`${path}.lock`, () => store(path, next()))
    return done.ok ? done.value : notSaved(ours, done.error)
  }
  return {
    path,
    read,
    peek: () => {
      const text = readText(path)
      const parsed = text.ok ? parseJson(text.value) : null
      const value = parsed?.ok ? format.parse(parsed.value) : null
      return value?.ok ? value.value : null
    },
    merge: ours =>
      write(() => {
        const stored = read()
        return { ...stored, value: format.merge(stored.value, ours) }
      }, ours),
    replace: value => write(() => ({ value }), value),
  }
}

const notSaved = <T>(value: T, problem: FileProblem): Saved<T> => ({
  value,
  notice: { type: 'not-saved', problem },
})

function attempt(path: string, act: () => unknown): Result<null, FileProblem> {
  try {
    act()
    return ok(null)
  } catch (error) {
    return fail(fileProblem(path, errorCode(error)))
  }
}

/** Like mkdir's `recursive`, which calls a read-only disk a missing folder. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    // Another game may have made it in the meantime.
    if (errorCode(error) !== 'EEXIST') throw error
  }
}

function readSave<T>(path: string, format: SaveFormat<T>, clock: Clock): Saved<T> {
  const text = readText(path)
  if (text.ok) {
    const parsed = parseJson(text.value)
    const value = parsed.ok ? format.parse(parsed.value) : parsed
    if (value.ok) return { value: value.value }
    if (value.error.type === 'newer') return { value: format.empty, notice: { type: 'newer', path } }
    return setAside(path, value.error.problem, format.empty, clock)
  }
  if (text.error.code === 'ENOENT') return { value: format.empty }
  if (text.error.code === 'EENCODING') return setAside(path, 'not UTF-8 text', format.empty, clock)
  return { value: format.empty, notice: { type: 'not-read', problem: text.error } }
}

function parseJson(text: string): Result<unknown, Unreadable> {
  try {
    return ok(JSON.parse(text))
  } catch {
    return fail({ type: 'damaged', problem: text.trim() === '' ? 'the file is empty' : 'not JSON' })
  }
}

/** Keeps a damaged save under a dated name: someone may mend it by hand, and the next write must not destroy it. */
function setAside<T>(path: string, problem: string, empty: T, clock: Clock): Saved<T> {
  const aside = freeName(`${path.replace(/\.json$/, '')}.damaged-${fileStamp(clock.now())}`)
  const moved = attempt(path, () => renameSync(path, aside))
  return moved.ok
    ? { value: empty, notice: { type: 'set-aside', path, aside, problem } }
    : { value: empty, notice: { type: 'not-read', problem: moved.error } }
}

function freeName(stem: string): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? `${stem}.json` : `${stem}-${n}.json`
    if (!existsSync(name)) return name
  }
}

/** Writes beside the file and renames, so that a crash at any moment leaves either the old save or the new one. */
function store<T>(path: string, saved: Saved<T>): Saved<T> {
  // An unreadable file may still hold someone's progress: it is not written over.
  if (saved.notice?.type === 'newer') return saved
  if (saved.notice?.type === 'not-read') return notSaved(saved.value, saved.notice.problem)
  const temporary = `${path}.${process.pid}.tmp`
  const written = attempt(path, () => {
    writeFileSync(temporary, `${JSON.stringify(saved.value, null, 2)}\n`)
    const file = openSync(temporary, 'r+')
    fsyncSync(file)
    closeSync(file)
    renameSync(temporary, path)
  })
  if (written.ok) return saved
  attempt(temporary, () => rmSync(temporary, { force: true }))
  return notSaved(saved.value, written.error)
}
