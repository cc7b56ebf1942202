import {
  type CampaignIndex,
  type CampaignLevel,
  isOpen,
  missingToOpen,
  type Progress,
} from '../play/progress.ts'
import { ask } from './ask.ts'
import { readName, readNumber, readTyped } from './command.ts'
import type { Ports, SandboxEntry } from './ports.ts'
import { starWord } from './tell-level.ts'
import type { Teller } from './teller.ts'

/** Where a player goes from the map. */
export type Choice =
  | { readonly type: 'level'; readonly id: string }
  | { readonly type: 'sandbox'; readonly world: string }
  /** `isEnd`: the input was over. */
  | { readonly type: 'quit'; readonly isEnd: boolean }

/** A level on the map, and whether it can be played yet. */
export type Spot = { readonly level: CampaignLevel; readonly isOpen: boolean }

/** Every level on the map, in order. */
export const spotsOf = (campaign: CampaignIndex, progress: Progress): readonly Spot[] =>
  campaign.chapters.flatMap(({ levels }, i) =>
    levels.map(level => ({ level, isOpen: isOpen(i, campaign, progress) })),
  )

/** Shows the map and listens until a level or sandbox is chosen, or the player quits. */
export async function chooseOnMap(ports: Ports, progress: Progress, teller: Teller): Promise<Choice> {
  const { campaign } = ports
  tellMap(campaign, progress, teller)
  const spots = spotsOf(campaign, progress)
  for (;;) {
    teller.tell('')
    teller.say('plain.chooseLevel')
    const line = await teller.listen()
    if (line === null) return { type: 'quit', isEnd: true }
    if (line === '') continue
    const spot = findSpot(line, spots, teller)
    if (spot?.isOpen) return { type: 'level', id: spot.level.id }
    if (spot) teller.tell(spotLine(spot, progress, teller))
    else {
      const choice = await obeyOnMap(line, ports, progress, teller)
      if (choice) return choice
    }
  }
}

function findSpot(line: string, spots: readonly Spot[], teller: Teller): Spot | null {
  const ids = spots.map(({ level }) => level.id)
  const slugs = ids.map(id => id.split('/').at(-1) ?? id)
  const titles = spots.map(({ level }) => teller.text(level.title))
  const index =
    readNumber(line, spots.length) ?? readName(line, ids) ?? readName(line, slugs) ?? readName(line, titles)
  return index === null ? null : (spots[index] ?? null)
}

async function obeyOnMap(
  line: string,
  ports: Ports,
  progress: Progress,
  teller: Teller,
): Promise<Choice | null> {
  const { campaign, sandboxes } = ports
  switch (readTyped(line).command) {
    case 'quit':
    case 'back':
      return { type: 'quit', isEnd: false }
    case 'lang':
      teller.speak(teller.lang() === 'en' ? 'ko' : 'en')
      tellMap(campaign, progress, teller)
      return null
    case 'next':
      return upNext(campaign, progress)
    case 'sandbox':
      return chooseSandbox(sandboxes, teller)
    case 'help':
      tellHelp(teller)
      return null
    case 'map':
    case 'scene':
      tellMap(campaign, progress, teller)
      return null
    default:
      teller.say('plain.badChoice', { input: line, max: spotsOf(campaign, progress).length })
      return null
  }
}

function tellHelp(teller: Teller): void {
  teller.say('help.how')
  teller.say('help.stars1')
  teller.say('help.stars2')
  teller.say('help.stars3')
  teller.say('plain.words', { words: 'next, sandbox, map, lang, quit' })
}

/** The first open level that is not solved yet. */
function upNext(campaign: CampaignIndex, progress: Progress): Choice | null {
  const spot = spotsOf(campaign, progress).find(
    ({ level, isOpen: open }) => open && !progress.levels[level.id]?.stars,
  )
  return spot ? { type: 'level', id: spot.level.id } : null
}

async function chooseSandbox(sandboxes: readonly SandboxEntry[], teller: Teller): Promise<Choice | null> {
  const labels = sandboxes.map(({ name }) => teller.text(name))
  const worlds = sandboxes.map(({ world }) => world)
  const answer = await ask(teller, teller.word('sandbox.choose'), labels, worlds)
  if (answer.type === 'end') return { type: 'quit', isEnd: true }
  const world = answer.type === 'chosen' ? worlds[answer.index] : undefined
  return world === undefined ? null : { type: 'sandbox', world }
}

function tellMap(campaign: CampaignIndex, progress: Progress, teller: Teller): void {
  let number = 0
  teller.head(teller.word('map.title'))
  if (campaign.chapters.length === 0) teller.say('map.empty')
  for (const [i, { title, levels, number: n }] of campaign.chapters.entries()) {
    const missing = missingToOpen(i, campaign, progress)
    const open = missing === 0
    teller.head(teller.word('map.chapter', { n, title: teller.text(title) }))
    if (!open) teller.say('map.opensAfter', { n: missing })
    for (const level of levels) {
      number++
      teller.say('plain.option', { n: number, label: spotLine({ level, isOpen: open }, progress, teller) })
    }
  }
}

function spotLine({ level, isOpen: open }: Spot, progress: Progress, teller: Teller): string {
  const { id, playHash, optional } = level
  const title = teller.text(level.title)
  if (!open) return teller.word('plain.lockedLine', { title, id })
  const best = progress.levels[id]
  const stars = best ? starWord(best.stars, teller) : teller.word('map.unplayed')
  const notes = [
    ...(optional ? [teller.word('map.optional')] : []),
    ...(best && best.playHash !== playHash ? [teller.word('map.earlier')] : []),
  ]
  return [teller.word('plain.levelLine', { title, id, stars }), ...notes].join(', ')
}
