import { createInterface } from 'node:readline'
import { playPlain } from '../plain/plain-game.ts'
import type { Start, Streams } from '../plain/ports.ts'
import type { Context } from './context.ts'
import type { Ports } from './ports.ts'

/** Plays in lines over standard input and output. Ends with the input, so that a pipe never hangs. */
export async function startPlain(ports: Ports, start: Start, { stdin, stdout }: Context): Promise<void> {
  const reader = createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })
  const lines = reader[Symbol.asyncIterator]()
  const streams: Streams = {
    readLine: async () => {
      const next = await lines.next()
      return next.done === true ? null : next.value
    },
    write: text => {
      stdout.write(text)
    },
  }
  await playPlain(ports, start, streams)
  reader.close()
  // A pipe whose other end stays open would keep the process alive. Unlike unref, destroy is there for files and /dev/null, too.
  stdin.destroy()
}
