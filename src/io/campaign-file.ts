import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Text } from '../core/text.ts'
import type { PoolLevel } from '../party/rounds.ts'
import type { CampaignChapter, CampaignIndex } from '../play/progress.ts'
import { readJson } from './read-text.ts'

/** A world that can be opened without a level, as the map shows it. */
export type Sandbox = { readonly world: string; readonly name: Text; readonly manual: Text }

/** The campaign as the build writes it to `dist/campaign.json`: all that the map needs. */
export type Campaign = CampaignIndex & {
  readonly sandboxes: readonly Sandbox[]
  /** Chapters kept out of the campaign; their levels can be played by name. */
  readonly apart: readonly CampaignChapter[]
  /** The levels marked as rounds for two, in a stable order. */
  readonly pool: readonly PoolLevel[]
}

/**
 * Reads the index that the build wrote beside the bundle; `null` where nothing is built, such as in development.
 * `here` is the bundle's `import.meta.url`.
 */
export function shippedCampaign(here: string): Campaign | null {
  const path = fileURLToPath(new URL('campaign.json', here))
  if (!existsSync(path)) return null
  const value = readJson(path)
  return isCampaign(value) ? value : null
}

/** The build wrote it from checked levels; this only tells it from a file that is cut short or of another version. */
function isCampaign(value: unknown): value is Campaign {
  if (typeof value !== 'object' || value === null) return false
  return ['chapters', 'sandboxes', 'apart', 'pool'].every(key => Array.isArray(Reflect.get(value, key)))
}
