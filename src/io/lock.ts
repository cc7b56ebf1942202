import { closeSync, linkSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fail, ok, type Result } from '../core/result.ts'
import { errorCode, type FileProblem, fileProblem } from './file-problem.ts'

/** A writer holds the lock for milliseconds; a lock as old as this was left behind by a crash. */
const staleAfter = 5_000
const patience = 8_000
const pause = 15

/** Makes tokens differ between the locks that one process takes. */
let taken = 0

/**
 * Does `work` while holding a lock file, so that two games on one machine do not write at once. Waits up to 8 s for
 * another holder, takes over what a crash left behind, and always lets go.
 */
export async function withLock<T>(path: string, work: () => T): Promise<Result<T, FileProblem>> {
  const token = `${process.pid}.${++taken}`
  const until = Date.now() + patience
  for (;;) {
    const got = tryLock(path, token)
    if (!got.ok) return got
    if (got.value) break
    removeStale(path)
    if (Date.now() > until) return fail(fileProblem(path, 'ELOCKED'))
    await sleep(pause)
  }
  try {
    return ok(work())
  } finally {
    if (readToken(path) === token) rmSync(path, { force: true })
  }
}

/** Takes the lock if it is free. A failure means that no lock can be made here at all. */
function tryLock(path: string, token: string): Result<boolean, FileProblem> {
  let file: number
  try {
    file = openSync(path, 'wx')
  } catch (error) {
    const code = errorCode(error)
    return code === 'EEXIST' ? ok(false) : fail(fileProblem(path, code))
  }
  try {
    writeSync(file, token)
    return ok(true)
  } catch (error) {
    // On a full disk a file can be made and not written: left there, it would lock everyone out.
    rmSync(path, { force: true })
    return fail(fileProblem(path, errorCode(error)))
  } finally {
    closeSync(file)
  }
}

function readToken(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/**
 * Moves an old lock out of the way. Between looking and moving, someone else may have done the same and locked anew;
 * then what was moved is a live lock, and it is put back.
 */
function removeStale(path: string): void {
  const token = readToken(path)
  try {
    if (Date.now() - statSync(path).mtimeMs < staleAfter) return
    const aside = `${path}.${process.pid}`
    renameSync(path, aside)
    if (readToken(aside) !== token) linkSync(aside, path)
    rmSync(aside, { force: true })
  } catch {
    // The holder let go in the meantime, which is what was wanted.
  }
}
