import type { CampaignLevel, Progress } from '../play/progress.ts'
import { type Context, type Run, wrongUse } from './context.ts'
import { noticeLine } from './notice.ts'
import { type Shelf, shippedShelf } from './shelf.ts'

/** `play list`: every level of the campaign, and what is kept out of it, with the best stars so far. */
export const list: Run = async (context, operands) => {
  const [extra] = operands
  if (extra !== undefined)
    return wrongUse(context.t('cli.tooManyArguments', { command: 'play', argument: 'list' }))
  const shelf = await shippedShelf(context.here)
  const { value: progress, notice } = context.saves.read()
  if (notice) context.err(noticeLine(notice, context.t, context.lang))
  if (context.flags.json) context.out(JSON.stringify(rows(shelf, progress)))
  else tell(shelf, progress, context)
  return null
}

/** The levels in the shape that tools read. */
function rows({ campaign }: Shelf, progress: Progress): readonly object[] {
  return [...campaign.chapters, ...campaign.apart].flatMap(chapter =>
    chapter.levels.map(({ id, world, title, par }) => ({
      id,
      chapter: chapter.id,
      world,
      title,
      par,
      stars: progress.levels[id]?.stars ?? 0,
    })),
  )
}

function tell({ campaign }: Shelf, progress: Progress, context: Context): void {
  const { t, lang, out } = context
  if (campaign.chapters.length === 0) out(t('map.empty'))
  for (const { number, title, levels } of campaign.chapters) {
    out(t('map.chapter', { n: number, title: title[lang] }))
    for (const level of levels) out(levelLine(level, progress, context))
  }
  // Not numbered: they belong to no course.
  for (const { title, levels } of campaign.apart) {
    out(title[lang])
    for (const level of levels) out(levelLine(level, progress, context))
  }
}

function levelLine({ id, title, par }: CampaignLevel, progress: Progress, context: Context): string {
  const { t, lang, flags } = context
  const [full, empty] = flags.ascii ? ['*', '_'] : ['★', '☆']
  const stars = progress.levels[id]?.stars ?? 0
  return `  ${full.repeat(stars) + empty.repeat(3 - stars)}  ${id}  ${title[lang]}, ${t('map.par', { par })}`
}
