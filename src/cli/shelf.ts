import { resolve } from 'node:path'
import { type Campaign, shippedCampaign } from '../io/campaign-file.ts'
import { shippedLevels } from '../io/level-files.ts'
import type { CampaignLevel } from '../play/progress.ts'

/** The shipped campaign, with the folder that its files lie in. */
export type Shelf = { readonly folder: string; readonly campaign: Campaign }

const none: Campaign = { chapters: [], sandboxes: [], apart: [], pool: [] }

/** The shipped campaign: as the build indexed it, or in development read level by level. */
export async function shippedShelf(here: string): Promise<Shelf> {
  const folder = shippedLevels(here)
  const shipped = shippedCampaign(here)
  if (shipped) return { folder: folder ?? '', campaign: shipped }
  if (folder === null) return { folder: '', campaign: none }
  const { buildCampaign } = await import('../io/build-campaign.ts')
  const built = buildCampaign(folder)
  return { folder, campaign: built.ok ? built.value.campaign : none }
}

/** Every level of a shelf: the campaign in its order, then what is kept out of it. */
export const levelsOf = ({ campaign }: Shelf): readonly CampaignLevel[] =>
  [...campaign.chapters, ...campaign.apart].flatMap(chapter => chapter.levels)

/** Where a level of a shelf lies. */
export const fileOf = ({ folder }: Shelf, { file }: CampaignLevel): string => resolve(folder, file)
