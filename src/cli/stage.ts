import { resolve } from 'node:path'
import { fail, ok, type Result } from '../core/result.ts'
import { same, type Text } from '../core/text.ts'
import type { Sandbox } from '../io/campaign-file.ts'
import { type CampaignLevel, LEVELS_TO_OPEN } from '../play/progress.ts'
import { inBoth } from '../words/say.ts'
import { type Context, failure, type Trouble } from './context.ts'
import { open } from './open.ts'
import { openTrouble } from './open-failure.ts'
import { fileOf, levelsOf, type Shelf } from './shelf.ts'

/** A chapter as screens list it. */
type StageChapter = {
  readonly id: string
  readonly title: Text
  readonly opensAfter: number
  readonly levels: readonly CampaignLevel[]
}

/** What can be played in this sitting, and where it lies. */
export type Stage = {
  readonly campaign: { readonly chapters: readonly StageChapter[]; readonly sandboxes: readonly Sandbox[] }
  /** The file of each level, by id. */
  readonly files: ReadonlyMap<string, string>
  /** Levels whose results are not stored: a level from elsewhere must not pass for the shipped one of the same id. */
  readonly unsaved: ReadonlySet<string>
  readonly notice?: Text
}

const filesOf = (shelf: Shelf): ReadonlyMap<string, string> =>
  new Map(levelsOf(shelf).map(level => [level.id, fileOf(shelf, level)]))

/** The shipped campaign: the first chapter is open, the others once three levels are solved. */
export function campaignStage(shelf: Shelf): Stage {
  const chapters = shelf.campaign.chapters.map(({ id, title, levels }, i) => ({
    id,
    title,
    levels,
    opensAfter: i === 0 ? 0 : LEVELS_TO_OPEN,
  }))
  return {
    campaign: { chapters, sandboxes: shelf.campaign.sandboxes },
    files: filesOf(shelf),
    unsaved: new Set(),
  }
}

/** The levels of the workshop tour, in its order; those that do not exist yet are passed over. */
const tour = ['name-tag', 'see-only-yourself', 'memory-hog', 'upgrade-night']

/** A short path through the campaign, all open. */
export function tourStage(shelf: Shelf): Stage {
  const levels = tour.flatMap(slug => levelsOf(shelf).filter(level => level.id.endsWith(`/${slug}`)))
  const chapters = [{ id: 'tour', title: inBoth('map.tour'), opensAfter: 0, levels }]
  return { ...campaignStage(shelf), campaign: { chapters, sandboxes: shelf.campaign.sandboxes } }
}

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
  const chapters = [{ id: 'file', title: inBoth('map.files', { path }), opensAfter: 0, levels: [entry] }]
  return ok(elsewhere({ chapters, sandboxes: shelf.campaign.sandboxes }, new Map([[id, path]]), shelf))
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
  const levels = campaign.chapters.flatMap(chapter => chapter.levels)
  const troubles = failures.flatMap(reason => openTrouble(reason, context, formatProblem).lines)
  if (levels.length === 0) return fail(failure(...troubles, context.t('cli.folderEmpty', { path })))
  const chapters = campaign.chapters.map(chapter => ({ ...chapter, opensAfter: 0 }))
  const files = new Map(levels.map(level => [level.id, resolve(path, level.file)]))
  const stage = elsewhere({ chapters, sandboxes: campaign.sandboxes }, files, shelf)
  return ok(troubles.length === 0 ? stage : { ...stage, notice: same(troubles.join('\n')) })
}

function elsewhere(campaign: Stage['campaign'], files: ReadonlyMap<string, string>, shelf: Shelf): Stage {
  const shipped = filesOf(shelf)
  const clashing = [...files].filter(([id, path]) => shipped.has(id) && shipped.get(id) !== resolve(path))
  return { campaign, files, unsaved: new Set(clashing.map(([id]) => id)) }
}
