import type { Text } from '../core/text.ts'

/** The best result in a level. `playHash` is the version of the level it was earned on, `moves` how. */
export type LevelProgress = {
  readonly stars: 0 | 1 | 2 | 3
  readonly points: number
  readonly playHash: string
  readonly moves?: readonly string[]
}

/** Settings that travel with progress, such as the language. */
export type Settings = { readonly [name: string]: string | boolean }

/** What a player has reached. JSON data, stored as it is. */
export type Progress = {
  readonly version: 1
  readonly levels: { readonly [id: string]: LevelProgress }
  readonly settings?: Settings
}

/** A level as the map knows it, without its YAML. */
export type CampaignLevel = {
  readonly id: string
  readonly file: string
  readonly world: string
  readonly title: Text
  readonly par: number
  readonly playHash: string
  readonly optional: boolean
  readonly tutorial: boolean
}

/** A chapter of the campaign, its levels in order. */
export type CampaignChapter = {
  readonly id: string
  readonly number: number
  readonly title: Text
  readonly about: Text
  /** Levels of the campaign that must be solved before it opens. */
  readonly opensAfter: number
  readonly levels: readonly CampaignLevel[]
}

/** The campaign, as the build emits it for the map. */
export type CampaignIndex = { readonly chapters: readonly CampaignChapter[] }

/** Progress before the first game. */
export const NO_PROGRESS: Progress = { version: 1, levels: {} }

/** Joins two saves: in each level the better result wins (stars, then points), of settings the second's. */
export function mergeProgress(a: Progress, b: Progress): Progress {
  const ids = [...new Set([...Object.keys(a.levels), ...Object.keys(b.levels)])]
  const levels = ids.flatMap(id => {
    const best = better(a.levels[id], b.levels[id])
    return best ? [[id, best] as const] : []
  })
  const settings = { ...a.settings, ...b.settings }
  return {
    version: 1,
    levels: Object.fromEntries(levels),
    ...(a.settings || b.settings ? { settings } : {}),
  }
}

function better(a: LevelProgress | undefined, b: LevelProgress | undefined): LevelProgress | undefined {
  if (!a || !b) return a ?? b
  return b.stars > a.stars || (b.stars === a.stars && b.points > a.points) ? b : a
}

/** Whether a chapter can be played; one that the campaign does not have cannot. */
export const isOpen = (chapterIndex: number, campaign: CampaignIndex, progress: Progress): boolean =>
  chapterIndex < campaign.chapters.length && missingToOpen(chapterIndex, campaign, progress) === 0

/** How many levels of the campaign must still be solved until a chapter opens; levels from elsewhere open nothing. */
export function missingToOpen(chapterIndex: number, campaign: CampaignIndex, progress: Progress): number {
  const solved = campaign.chapters
    .flatMap(chapter => chapter.levels)
    .filter(({ id }) => (progress.levels[id]?.stars ?? 0) > 0)
  return Math.max(0, (campaign.chapters[chapterIndex]?.opensAfter ?? 0) - solved.length)
}
