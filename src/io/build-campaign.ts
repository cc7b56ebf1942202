import { basename, relative } from 'node:path'
import { WORLDS } from '../catalog/worlds.ts'
import type { CampaignChapter, CampaignLevel } from '../play/progress.ts'
import type { Campaign, Sandbox } from './campaign-file.ts'
import type { FileProblem } from './file-problem.ts'
import { type ChapterFiles, findChapters } from './level-files.ts'
import { openLevel, type OpenFailure } from './open-level.ts'
import { readText } from './read-text.ts'
import type { Result } from '../core/result.ts'
import { same } from '../core/text.ts'
import { loadChapter } from '../level/chapter.ts'
import type { Level } from '../level/level.ts'
import type { PoolLevel } from '../party/rounds.ts'
import type { Proof } from '../solver/proof.ts'

/** A campaign, and what of it could not be read. */
export type BuiltCampaign = { readonly campaign: Campaign; readonly failures: readonly OpenFailure[] }

/** Reads every level below a folder into an index. What is faulty is left out and named. */
export function buildCampaign(folder: string): Result<BuiltCampaign, FileProblem> {
  const found = findChapters(folder)
  if (!found.ok) return found
  const failures: OpenFailure[] = []
  const read = found.value.map((files, i) => chapterOf(folder, files, numberOf(files.folder, i), failures))
  const chapters = read.flatMap(({ chapter, isApart }) => (isApart ? [] : [chapter]))
  const apart = read.flatMap(({ chapter, isApart }) => (isApart ? [chapter] : []))
  const pool = read.flatMap(({ rounds }) => rounds)
  return { ok: true, value: { campaign: { chapters, sandboxes: sandboxes(), apart, pool }, failures } }
}

/** A folder of levels: its chapter, and its levels that can be rounds for two. */
type ReadChapter = {
  readonly chapter: CampaignChapter
  readonly isApart: boolean
  readonly rounds: readonly PoolLevel[]
}

/** A chapter's number: the one its folder's name begins with, else its place. */
const numberOf = (folder: string, index: number): number =>
  Number(/^\d+(?=-)/.exec(basename(folder))?.[0] ?? index + 1)

/** What a folder of levels is called and about. */
type About = Pick<CampaignChapter, 'id' | 'title' | 'about'> & {
  readonly opensAfter?: number
  readonly apart?: boolean
}

/** A folder of levels without a `chapter.yaml` goes by its name, without the number that orders it. */
function unnamed(folder: string): About {
  const id = basename(folder).replace(/^\d+-/, '')
  return { id, title: same(id), about: same('') }
}

function aboutOf({ about, folder }: ChapterFiles, failures: OpenFailure[]): About {
  if (about === null) return unnamed(folder)
  const text = readText(about)
  const chapter = text.ok ? loadChapter(text.value, about) : null
  if (chapter?.ok) return chapter.value
  if (!text.ok) failures.push({ type: 'file', problem: text.error })
  if (chapter) failures.push({ type: 'faults', path: about, problems: chapter.error })
  return unnamed(folder)
}

function chapterOf(root: string, files: ChapterFiles, number: number, failures: OpenFailure[]): ReadChapter {
  const opened = files.levels.flatMap(path => {
    const level = openLevel(path)
    if (!level.ok) failures.push(level.error)
    return level.ok ? [{ path, ...level.value }] : []
  })
  const { id, title, about, opensAfter = 0, apart = false } = aboutOf(files, failures)
  const levels = opened.map(one => levelOf(relative(root, one.path), one))
  return {
    chapter: { id, number, title, about, opensAfter, levels },
    isApart: apart,
    rounds: opened.flatMap(({ level }) => (level.icebreaker ? [roundOf(level)] : [])),
  }
}

/** A tutorial among the rounds is a warm-up. */
const roundOf = ({ id, world, variant, tutorial }: Level): PoolLevel => ({
  id,
  world,
  variants: variant?.count ?? 1,
  ...(tutorial ? { warmUp: true } : {}),
})

function levelOf(path: string, { level, proof }: { level: Level; proof: Proof }): CampaignLevel {
  const { id, world, title, playHash, optional, tutorial } = level
  // Forward slashes on every system: the index may be built on one and read on another.
  const file = path.replaceAll('\\', '/')
  return { id, file, world, title, par: proof.par, playHash, optional, tutorial }
}

const sandboxes = (): readonly Sandbox[] =>
  WORLDS.map(any => any.with(({ id, name, manual }) => ({ world: id, name, manual })))
