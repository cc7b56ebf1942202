import { bitReader, bitsOf } from '../core/bits.ts'
import type { Event } from '../core/log.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { openCode, sealCode, type SealProblem } from '../core/sealed-code.ts'
import type { Level } from '../level/level.ts'
import type { Proof } from '../solver/proof.ts'
import type { Game } from './game.ts'
import { packLog, unpackLog } from './packed-log.ts'

/** Why a shared code does not play. */
export type ShareProblem =
  | SealProblem
  /** It does not begin with a level's id. */
  | { readonly type: 'shape' }
  /** The level has changed since; its old events would mean something else. */
  | { readonly type: 'version'; readonly level: string }
  /** Its event at `index`, from 0, cannot be in the state that the others lead to. */
  | { readonly type: 'illegal'; readonly level: string; readonly index: number; readonly event: Event | null }

/** A shared code as far as it can be read without its level. */
export type SharedGame = { readonly level: string; readonly version: string; readonly packed: string }

/** Digits of the play hash that a code carries: enough to tell a few versions of one level apart. */
const VERSION = 3

/** A game as a text to paste: its level's id, and a sealed code of what was done. `limits/memory-hog:P9F3-…` */
export function shareCode(game: Game): string {
  const { id, playHash } = game.level
  const version = bitsOf(Number.parseInt(playHash.slice(0, VERSION), 16) || 0, VERSION * 4)
  return `${id}:${sealCode('P', version + packLog(game), id)}`
}

/** Reads a shared code up to its level, which the caller opens. */
export function readShareCode(text: string): Result<SharedGame, ShareProblem> {
  const [, id, code] = /^\s*([a-z0-9-]+\/[a-z0-9-]+):(.+)$/is.exec(text) ?? []
  if (id === undefined || code === undefined) return fail({ type: 'shape' })
  const level = id.toLowerCase()
  const opened = openCode(code, level)
  if (!opened.ok) return opened
  const bits = bitReader(opened.value.bits)
  const version = bits.take(VERSION * 4)
  if (opened.value.kind !== 'P' || version === null) return fail({ type: 'kind' })
  return ok({ level, version: version.toString(16).padStart(VERSION, '0'), packed: bits.rest() })
}

/** Plays a shared code in its level. */
export function playShared(shared: SharedGame, level: Level, proof: Proof): Result<Game, ShareProblem> {
  if (!level.playHash.startsWith(shared.version)) return fail({ type: 'version', level: level.id })
  const bits = bitReader(shared.packed)
  const played = unpackLog(level, proof, bits)
  if (!played.ok) return fail({ type: 'illegal', level: level.id, ...played.error })
  return /^0{0,4}$/.test(bits.rest()) ? played : fail({ type: 'seal' })
}
