import { readFileSync, statSync } from 'node:fs'
import { fail, ok, type Result } from '../core/result.ts'
import { errorCode, type FileProblem, fileProblem } from './file-problem.ts'

/** Larger files than this are no level, moves file or save, whatever their name. */
const mostBytes = 1024 * 1024

/** Reads a text file of at most 1 MiB. A byte-order mark is dropped; anything but UTF-8 is a problem, not mojibake. */
export function readText(path: string): Result<string, FileProblem> {
  try {
    const about = statSync(path)
    // A device or a pipe may have no end; its size says nothing.
    if (!about.isFile() && !about.isDirectory()) return fail(fileProblem(path, 'ENOTFILE'))
    if (about.size > mostBytes) return fail(fileProblem(path, 'ETOOBIG'))
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)))
  } catch (error) {
    return fail(fileProblem(path, error instanceof TypeError ? 'EENCODING' : errorCode(error)))
  }
}

/** Reads standard input to its end, however slowly it comes; the same limits hold as for a file. */
export async function readInput(stdin: NodeJS.ReadableStream): Promise<Result<string, FileProblem>> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let bytes = 0
  try {
    for await (const chunk of stdin) {
      const part = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      bytes += part.length
      if (bytes > mostBytes) return fail(fileProblem('-', 'ETOOBIG'))
      text += decoder.decode(part, { stream: true })
    }
    return ok(text + decoder.decode())
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
