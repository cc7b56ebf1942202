import type { Text } from '../core/text.ts'

/** A word that the game explains. */
export type Term = {
  /** Kebab-case, as it stands in `[[…]]`. */
  readonly id: string
  /** How it reads inside a sentence, so in lower case where English allows. */
  readonly name: Text
  /** What it is, in one or two sentences. */
  readonly short: Text
  /** How the Korean name is said aloud, where it ends in Latin letters: it decides the particle. */
  readonly reading?: string
}
