import { readFileSync, statSync } from 'node:fs'
import { fail, ok, type Result } from '../core/result.ts'
import { errorCode, type FileProblem, fileProblem } from './file-problem.ts'

/** Larger files than this are no level, moves file or save, whatever their name. */
const mostBytes = 1024 * 1024

/** Reads a text file of at most 1 MiB. A byte-order mark is dropped; anything but UTF-8 is a problem, not mojibake. */
export function readText(path: string): Result<string, FileProblem> {
  try {
    if (statSync(path).size > mostBytes) return fail(fileProblem(path, 'ETOOBIG'))
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)))
  } catch (error) {
    return fail(fileProblem(path, error instanceof TypeError ? 'EENCODING' : errorCode(error)))
  }
}

/** Reads standard input to its end. By its number: a name such as /dev/stdin fails where it is a socket. */
export function readInput(): Result<string, FileProblem> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(0)))
  } catch (error) {
    return fail(fileProblem('-', error instanceof TypeError ? 'EENCODING' : errorCode(error)))
  }
}

/** Reads a JSON file; `null` where it cannot be read or is no JSON. For files that the build wrote. */
export function readJson(path: string): unknown {
  const text = readText(path)
  if (!text.ok) return null
  try {
    const value: unknown = JSON.parse(text.value)
    return value
  } catch {
    return null
  }
}
