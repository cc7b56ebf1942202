import { readName, readNumber, readTyped } from './command.ts'
import type { CampaignIndex, LevelEntry, Progress } from './ports.ts'
import { ask } from './ask.ts'
import { starWord } from './tell-level.ts'
import type { Teller } from './teller.ts'

/** Where a player goes from the map. */
export type Choice =
  | { readonly type: 'level'; readonly id: string }
  | { readonly type: 'sandbox'; readonly world: string }
  /** `isEnd`: the input was over. */
  | { readonly type: 'quit'; readonly isEnd: boolean }

/** A level on the map, and whether it can be played yet. */
type Spot = { readonly level: LevelEntry; readonly isOpen: boolean }

const solvedCount = (progress: Progress): number =>
  Object.values(progress).filter(best => best.stars > 0).length

function spotsOf({ chapters }: CampaignIndex, progress: Progress): readonly Spot[] {
  const solved = solvedCount(progress)
  return chapters.flatMap(({ levels, opensAfter }) =>
    levels.map(level => ({ level, isOpen: solved >= opensAfter })),
  )
}

/** Shows the map and listens until a level or sandbox is chosen, or the player quits. */
export async function chooseOnMap(
  campaign: CampaignIndex,
  progress: Progress,
  teller: Teller,
): Promise<Choice> {
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
      const choice = await obeyOnMap(line, campaign, progress, teller)
      if (choice) return choice
    }
  }
}

function findSpot(line: string, spots: readonly Spot[], teller: Teller): Spot | null {
  const index =
    readNumber(line, spots.length) ??
    readName(
      line,
      spots.map(({ level }) => level.id),
    ) ??
    readName(
      line,
      spots.map(({ level }) => level.id.split('/').at(-1) ?? ''),
    ) ??
    readName(
      line,
      spots.map(({ level }) => teller.text(level.title)),
    )
  return index === null ? null : (spots[index] ?? null)
}

async function obeyOnMap(
  line: string,
  campaign: CampaignIndex,
  progress: Progress,
  teller: Teller,
): Promise<Choice | null> {
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
      return await chooseSandbox(campaign, teller)
    case 'help':
      teller.say('help.how')
      teller.say('help.stars1')
      teller.say('help.stars2')
      teller.say('help.stars3')
      teller.say('plain.words', { words: 'next, sandbox, map, lang, quit' })
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

/** The first open level that is not solved yet. */
function upNext(campaign: CampaignIndex, progress: Progress): Choice | null {
  const spot = spotsOf(campaign, progress).find(({ level, isOpen }) => isOpen && !progress[level.id]?.stars)
  return spot ? { type: 'level', id: spot.level.id } : null
}

async function chooseSandbox({ sandboxes }: CampaignIndex, teller: Teller): Promise<Choice | null> {
  const labels = sandboxes.map(({ name }) => teller.text(name))
  const worlds = sandboxes.map(({ world }) => world)
  const answer = await ask(teller, teller.word('sandbox.choose'), labels, worlds)
  if (answer.type === 'end') return { type: 'quit', isEnd: true }
  const world = answer.type === 'chosen' ? worlds[answer.index] : undefined
  return world === undefined ? null : { type: 'sandbox', world }
}

function tellMap(campaign: CampaignIndex, progress: Progress, teller: Teller): void {
  const solved = solvedCount(progress)
  let number = 0
  teller.head(teller.word('map.title'))
  if (campaign.chapters.length === 0) teller.say('map.empty')
  for (const [i, { title, opensAfter, levels }] of campaign.chapters.entries()) {
    teller.head(teller.word('map.chapter', { n: i + 1, title: teller.text(title) }))
    if (solved < opensAfter) teller.say('map.opensAfter', { n: opensAfter - solved })
    for (const level of levels) {
      number++
      teller.say('plain.option', {
        n: number,
        label: spotLine({ level, isOpen: solved >= opensAfter }, progress, teller),
      })
    }
  }
}

function spotLine({ level, isOpen }: Spot, progress: Progress, teller: Teller): string {
  const { id, playHash, optional } = level
  const title = teller.text(level.title)
  if (!isOpen) return teller.word('plain.lockedLine', { title, id })
  const best = progress[id]
  const stars = best ? starWord(best.stars, teller) : teller.word('map.unplayed')
  const notes = [
    ...(optional ? [teller.word('map.optional')] : []),
    ...(best && best.playHash !== playHash ? [teller.word('map.earlier')] : []),
  ]
  return [teller.word('plain.levelLine', { title, id, stars }), ...notes].join(', ')
}
