import { openSync, writeSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import { fail, ok, type Result } from '../core/result.ts'
import type { Clock } from './clock.ts'
import { errorCode, type FileProblem, fileProblem } from './file-problem.ts'

/** A recording that goes on until the process ends; `problem` is why it broke off, if it did. */
export type Recording = { problem(): FileProblem | null }

/** Size of a terminal where there is none, such as in a pipe. */
const NO_TERMINAL = { columns: 80, rows: 24 }

/**
 * Records everything that is written to a terminal in a new file, as asciinema plays it (asciicast version 2,
 * docs.asciinema.org/manual/asciicast/v2). Each event is written at once as a whole line, so the file is valid
 * whenever the process ends. Fails where the file cannot be made, or is there already.
 */
export function record(
  path: string,
  stdout: NodeJS.WriteStream,
  env: { readonly [name: string]: string | undefined },
  clock: Clock,
): Result<Recording, FileProblem> {
  const start = clock.now()
  let problem: FileProblem | null = null
  let file: number
  const line = (value: unknown): void => {
    try {
      if (problem === null) writeSync(file, `${JSON.stringify(value)}\n`)
    } catch (error) {
      problem = fileProblem(path, errorCode(error))
    }
  }
  try {
    file = openSync(path, 'wx')
  } catch (error) {
    return fail(fileProblem(path, errorCode(error)))
  }
  const size = (): { columns: number; rows: number } => (stdout.isTTY ? stdout : NO_TERMINAL)
  const { TERM, SHELL } = env
  const { columns: width, rows: height } = size()
  line({ version: 2, width, height, timestamp: Math.floor(start / 1000), env: { TERM, SHELL } })
  const event = (type: 'o' | 'r', data: string): void => line([(clock.now() - start) / 1000, type, data])
  tee(stdout, text => event('o', text))
  stdout.on('resize', () => event('r', `${size().columns}x${size().rows}`))
  return ok({ problem: () => problem })
}

/** Lets `hear` have everything that is written to a stream. */
function tee(stream: NodeJS.WriteStream, hear: (text: string) => void): void {
  // A character may come in two pieces.
  const decoder = new StringDecoder('utf8')
  const write = stream.write.bind(stream)
  stream.write = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
    const text = typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk))
    if (text !== '') hear(text)
    return Reflect.apply(write, stream, [chunk, ...rest]) === true
  }
}
