import { join } from 'node:path'
import { fail, ok, type Result } from '../core/result.ts'
import {
  type LevelProgress,
  mergeProgress,
  NO_PROGRESS,
  type Progress,
  type Settings,
} from '../play/progress.ts'
import type { Clock } from './clock.ts'
import { type SaveFile, type SaveFormat, type Unreadable, saveFile } from './save-file.ts'

type Fields = { readonly [name: string]: unknown }
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isStars = (value: unknown): value is LevelProgress['stars'] =>
  value === 0 || value === 1 || value === 2 || value === 3
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(item => typeof item === 'string')
const damaged = (problem: string): Result<never, Unreadable> => fail({ type: 'damaged', problem })

/** Reads progress out of parsed JSON: a save, or a file that someone imports. Unknown fields are dropped. */
export function parseProgress(value: unknown): Result<Progress, Unreadable> {
  if (!isObject(value)) return damaged('not an object')
  const { version, levels, settings } = value
  if (typeof version === 'number' && version > NO_PROGRESS.version) return fail({ type: 'newer' })
  if (version !== NO_PROGRESS.version) return damaged('no version')
  if (!isObject(levels)) return damaged('no levels')
  const entries = Object.entries(levels).map(([id, level]) => [id, parseLevel(level)] as const)
  const broken = entries.find(([, level]) => level === null)
  if (broken) return damaged(`levels.${broken[0]}`)
  const results = entries.flatMap(([id, level]) => (level ? [[id, level] as const] : []))
  const kept = parseSettings(settings)
  return ok({
    version: NO_PROGRESS.version,
    levels: Object.fromEntries(results),
    ...(kept ? { settings: kept } : {}),
  })
}

function parseLevel(value: unknown): LevelProgress | null {
  if (!isObject(value)) return null
  const { stars, points, playHash, moves } = value
  if (!isStars(stars) || typeof points !== 'number' || !Number.isFinite(points)) return null
  if (typeof playHash !== 'string' || (moves !== undefined && !isTexts(moves))) return null
  return { stars, points, playHash, ...(moves === undefined ? {} : { moves }) }
}

function parseSettings(value: unknown): Settings | null {
  if (!isObject(value)) return null
  const entries = Object.entries(value).flatMap(([name, setting]) =>
    typeof setting === 'string' || typeof setting === 'boolean' ? [[name, setting] as const] : [],
  )
  return Object.fromEntries(entries)
}

const format: SaveFormat<Progress> = { empty: NO_PROGRESS, parse: parseProgress, merge: mergeProgress }

/** The player's progress in a data folder. */
export const progressFile = (folder: string, clock: Clock): SaveFile<Progress> =>
  saveFile(join(folder, 'progress.json'), format, clock)
