import type { Progress } from '../play/progress.ts'
import { type Context, type Run, wrongUse } from './context.ts'
import { type Shelf, shippedShelf } from './shelf.ts'

/** `play list`: every level of the campaign, with the best stars so far. */
export const list: Run = async (context, operands) => {
  const [extra] = operands
  if (extra !== undefined)
    return wrongUse(context.t('cli.tooManyArguments', { command: 'play', argument: 'list' }))
  const shelf = await shippedShelf(context.here)
  const { value: progress } = context.saves.read()
  if (context.flags.json) context.out(JSON.stringify(rows(shelf, progress)))
  else tell(shelf, progress, context)
  return null
}

/** The campaign in the shape that tools read. */
function rows({ campaign }: Shelf, progress: Progress): readonly object[] {
  return campaign.chapters.flatMap(chapter =>
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

function tell({ campaign }: Shelf, progress: Progress, { t, lang, out, flags }: Context): void {
  const [full, empty] = flags.ascii ? ['*', '.'] : ['★', '☆']
  if (campaign.chapters.length === 0) out(t('map.empty'))
  for (const { number, title, levels } of campaign.chapters) {
    out(t('map.chapter', { n: number, title: title[lang] }))
    for (const level of levels) {
      const stars = progress.levels[level.id]?.stars ?? 0
      const drawn = full.repeat(stars) + empty.repeat(3 - stars)
      out(`  ${drawn}  ${level.id}  ${level.title[lang]}, ${t('map.par', { par: level.par })}`)
    }
  }
}
