import { ok, type Result } from '../core/result.ts'
import type { Text } from '../core/text.ts'
import type { Saved } from '../io/save-file.ts'
import type { Progress } from '../play/progress.ts'
import { inBoth } from '../words/say.ts'
import { COMMANDS } from './args.ts'
import { type Context, failure, type Run, type Trouble, wrongUse } from './context.ts'
import { hasTerminal } from './environment.ts'
import { findLevel } from './find-level.ts'
import { noticeText } from './notice.ts'
import { portsFor } from './ports.ts'
import { type Shelf, shippedShelf } from './shelf.ts'
import { splash } from './splash-hold.ts'
import type { Entrance } from './start.ts'
import { startScreen } from './start-screen.ts'
import { campaignStage, fileStage, folderStage, levelStage, type Stage, tourStage } from './stage.ts'
import { prepareTerminal } from './terminal.ts'
import { didYouMean } from './unknown-name.ts'

/** What can be played, and what to show first. */
type Opening = { readonly stage: Stage; readonly entrance: Entrance }

const map: Entrance = { type: 'map' }
const toLevel = (id: string | undefined): Entrance => (id === undefined ? map : { type: 'level', id })

/** `play`, `play LEVEL|FILE|FOLDER`: the campaign, or what was named. */
export const play: Run = async (context, operands) => {
  const [word, extra] = operands
  const { t } = context
  if (extra !== undefined)
    return wrongUse(t('cli.tooManyArguments', { command: 'play', argument: word ?? '' }))
  const shelf = await shippedShelf(context.here)
  const saved = context.saves.read()
  const opening = word === undefined ? ok(campaign(shelf, saved)) : await named(word, shelf, context)
  return opening.ok ? start(opening.value, saved, context) : opening.error
}

/** `play tour`: a short path for workshops. */
export const tour: Run = async (context, operands) => {
  const [extra] = operands
  if (extra !== undefined)
    return wrongUse(context.t('cli.tooManyArguments', { command: 'play', argument: 'tour' }))
  const stage = tourStage(await shippedShelf(context.here))
  const first = stage.campaign.chapters[0]?.levels[0]
  return start({ stage, entrance: toLevel(first?.id) }, context.saves.read(), context)
}

/** `play sandbox [WORLD]`: a world without goals; without a name the first one. */
export const sandbox: Run = async (context, operands) => {
  const { t } = context
  const [name, extra] = operands
  if (extra !== undefined) {
    return wrongUse(t('cli.tooManyArguments', { command: 'play sandbox', argument: name ?? '' }))
  }
  const shelf = await shippedShelf(context.here)
  const worlds = shelf.campaign.sandboxes.map(({ world }) => world)
  const world = name === undefined ? worlds[0] : worlds.find(known => known === name)
  if (world !== undefined)
    return start(
      { stage: campaignStage(shelf), entrance: { type: 'sandbox', world } },
      context.saves.read(),
      context,
    )
  const known = t('cli.badValue', { option: 'WORLD', value: name ?? '', values: worlds.join(', ') })
  return wrongUse(
    t('cli.unknownWorld', { name: name ?? '' }),
    ...didYouMean(context, name ?? '', worlds),
    known,
  )
}

/** The campaign; on the very first launch with its first level open. */
function campaign(shelf: Shelf, { value, notice }: Saved<Progress>): Opening {
  const first = shelf.campaign.chapters[0]?.levels[0]
  const isNew = Object.keys(value.levels).length === 0 && notice === undefined
  return { stage: campaignStage(shelf), entrance: isNew ? toLevel(first?.id) : map }
}

async function named(word: string, shelf: Shelf, context: Context): Promise<Result<Opening, Trouble>> {
  // A lone word may be a mistyped command as well.
  const found = findLevel(word, shelf, context, COMMANDS)
  if (!found.ok) return found
  switch (found.value.type) {
    case 'level':
      return ok({ stage: levelStage(shelf, found.value.id), entrance: toLevel(found.value.id) })
    case 'file': {
      const stage = await fileStage(found.value.path, shelf, context)
      const level = stage.ok ? stage.value.campaign.chapters[0]?.levels[0]?.id : undefined
      return stage.ok ? ok({ stage: stage.value, entrance: toLevel(level) }) : stage
    }
    case 'folder': {
      const stage = await folderStage(found.value.path, shelf, context)
      return stage.ok ? ok({ stage: stage.value, entrance: map }) : stage
    }
    default:
      return found.value satisfies never
  }
}

/** Opens the full screen, or the plain mode where there is no terminal or it was asked for. */
async function start(
  { stage, entrance }: Opening,
  saved: Saved<Progress>,
  context: Context,
): Promise<Trouble | null> {
  const { flags, stdin, stdout, env, lang } = context
  const isEmpty = stage.campaign.chapters.every(chapter => chapter.levels.length === 0)
  if (isEmpty && entrance.type !== 'sandbox') return failure(context.t('map.empty'))
  const isPlain = flags.plain || !hasTerminal(stdin, stdout, env)
  const notice = joined([
    ...(saved.notice ? [noticeText(saved.notice)] : []),
    ...(stage.notice ? [stage.notice] : []),
    ...(isPlain && !flags.plain ? [inBoth('notice.noTerminal')] : []),
  ])
  const first = { progress: saved.value, entrance, ...(notice ? { notice } : {}) }
  const ports = portsFor(stage, context)
  if (isPlain) splash()?.leave()
  if (isPlain) await (await import('./start-plain.ts')).startPlain(ports, { ...first, lang }, context)
  else {
    prepareTerminal(process.env)
    await startScreen(ports, first, context)
  }
  return null
}

function joined(texts: readonly Text[]): Text | null {
  if (texts.length === 0) return null
  return { en: texts.map(text => text.en).join('\n'), ko: texts.map(text => text.ko).join('\n') }
}
