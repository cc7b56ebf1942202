import { fail, ok } from '../../src/core/result.ts'
import type { SaveFormat } from '../../src/io/save-file.ts'

/** A save that is a set of names: small, and merging loses nothing. */
export const names: SaveFormat<readonly string[]> = {
  empty: [],
  parse: value =>
    Array.isArray(value) && value.every(item => typeof item === 'string')
      ? ok(value)
      : fail({ type: 'damaged', problem: 'not a list of names' }),
  merge: (stored, ours) => [...new Set([...stored, ...ours])].sort(),
}
