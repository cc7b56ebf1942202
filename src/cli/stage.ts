import { resolve } from 'node:path'
import { fail, ok, type Result } from '../core/result.ts'
import { same, type Text } from '../core/text.ts'
import type { Sandbox } from '../io/campaign-file.ts'
import type { CampaignIndex, CampaignLevel } from '../play/progress.ts'
import { inBoth } from '../words/say.ts'
import { type Context, failure, type Trouble } from './context.ts'
import { open } from './open.ts'
import { openTrouble } from './open-failure.ts'
import { fileOf, levelsOf, type Shelf } from './shelf.ts'

/** What can be played in this sitting, and where it lies. */
export type Stage = {
  readonly campaign: CampaignIndex
  readonly sandboxes: readonly Sandbox[]
  /** The file of each level, by id. */
  readonly files: ReadonlyMap<string, string>
  /** What a command calls these levels by. */
  readonly named: 'id' | 'path'
  /** Levels whose results are not stored: a level from elsewhere must not pass for the shipped one of the same id. */
  readonly unsaved: ReadonlySet<string>
  readonly notice?: Text
}

const filesOf = (shelf: Shelf): ReadonlyMap<string, string> =>
  new Map(levelsOf(shelf).map(level => [level.id, fileOf(shelf, level)]))

/** The shipped campaign. */
export const campaignStage = (shelf: Shelf): Stage => ({
  campaign: shelf.campaign,
  sandboxes: shelf.campaign.sandboxes,
  files: filesOf(shelf),
  named: 'id',
  unsaved: new Set(),
})

/** Where a shipped level is played: in the campaign, or in the chapter that is kept out of it. */
export function levelStage(shelf: Shelf, id: string): Stage {
  const stage = campaignStage(shelf)
  const apart = shelf.campaign.apart.find(({ levels }) => levels.some(level => level.id === id))
  return apart ? { ...stage, campaign: { chapters: [{ ...apart, number: 1 }] } } : stage
}

/** The levels of the workshop tour, in its order; those that do not exist yet are passed over. */
const tour = ['name-tag', 'see-only-yourself', 'memory-hog', 'upgrade-night']

/** A short path through the campaign, all open. */
export function tourStage(shelf: Shelf): Stage {
  const levels = tour.flatMap(slug => levelsOf(shelf).filter(level => level.id.endsWith(`/${slug}`)))
  return { ...campaignStage(shelf), campaign: oneChapter('tour', inBoth('map.tour'), levels) }
}

/** Levels as a campaign of a single chapter, so that all are open. */
const oneChapter = (id: string, title: Text, levels: readonly CampaignLevel[]): CampaignIndex => ({
  chapters: [{ id, number: 1, title, about: title, opensAfter: 0, levels }],
})

/** One level file, shipped or not. */
export async function fileStage(
  path: string,
  shelf: Shelf,
  context: Context,
): Promise<Result<Stage, Trouble>> {
  const opened = await open(path, context)
  if (!opened.ok) return opened
  const { level, proof } = opened.value
  const { id, world, title, playHash, optional, tutorial } = level
  const entry = { id, file: path, world, title, par: proof.par, playHash, optional, tutorial }
  const chapter = oneChapter('file', inBoth('map.files', { path }), [entry])
  return ok(elsewhere(chapter, new Map([[id, path]]), shelf))
}

/** All levels below a folder, all open; what is faulty is left out and said. */
export async function folderStage(
  path: string,
  shelf: Shelf,
  context: Context,
): Promise<Result<Stage, Trouble>> {
  const [{ buildCampaign }, { formatProblem }] = await Promise.all([
    import('../io/build-campaign.ts'),
    import('../level/problem.ts'),
  ])
  const built = buildCampaign(path)
  if (!built.ok) return fail(failure(built.error.say[context.lang]))
  const { campaign, failures } = built.value
  const levels = [...campaign.chapters, ...campaign.apart].flatMap(chapter => chapter.levels)
  const troubles = failures.flatMap(reason => openTrouble(reason, context, formatProblem).lines)
  if (levels.length === 0) return fail(failure(...troubles, context.t('cli.folderEmpty', { path })))
  const files = new Map(levels.map(level => [level.id, resolve(path, level.file)]))
  const stage = elsewhere(oneChapter('folder', inBoth('map.files', { path }), levels), files, shelf)
  return ok(troubles.length === 0 ? stage : { ...stage, notice: same(troubles.join('\n')) })
}

function elsewhere(campaign: CampaignIndex, files: ReadonlyMap<string, string>, shelf: Shelf): Stage {
  const shipped = filesOf(shelf)
  const clashing = [...files].filter(([id, path]) => shipped.has(id) && shipped.get(id) !== resolve(path))
  return {
    campaign,
    sandboxes: shelf.campaign.sandboxes,
    files,
    named: 'path',
    unsaved: new Set(clashing.map(([id]) => id)),
  }
}
