import type { Lang } from '../core/text.ts'
import type { SaveFile } from '../io/save-file.ts'
import type { Progress } from '../play/progress.ts'
import type { Sayer } from '../words/say.ts'
import type { Flags } from './args.ts'
import type { Env } from './environment.ts'

/** What every command gets: the options, the player's language, and the ways out. */
export type Context = {
  readonly lang: Lang
  readonly t: Sayer
  readonly flags: Flags
  readonly env: Env
  /** The bundle's own address: shipped files lie relative to it. */
  readonly here: string
  readonly saves: SaveFile<Progress>
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  /** Writes a line to stdout. */
  out(line: string): void
  /** Writes a line to stderr. */
  err(line: string): void
}

/** Why a command ended badly: 1 for findings and failures, 2 for wrong use. The lines go to stderr. */
export type Trouble = { readonly exit: 1 | 2; readonly lines: readonly string[] }

/** Findings or a failure. */
export const failure = (...lines: readonly string[]): Trouble => ({ exit: 1, lines })

/** Wrong use: what was typed cannot be meant. */
export const wrongUse = (...lines: readonly string[]): Trouble => ({ exit: 2, lines })

/** A command. `null` is a good end. */
export type Run = (context: Context, operands: readonly string[]) => Promise<Trouble | null>
