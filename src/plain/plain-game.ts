import { playLevel } from './level-session.ts'
import { chooseOnMap, type Choice } from './map.ts'
import type { Opened, Ports, Progress, Start, Streams } from './ports.ts'
import { type Teller, teller as makeTeller } from './teller.ts'
import type { Result } from '../core/result.ts'
import type { Text } from '../core/text.ts'

/**
 * Plays the whole game as lines of text, until the player quits or the input is over. For screen readers, pipes and
 * bots: nothing is drawn, nothing moves, and every change is said in words.
 */
export async function playPlain(ports: Ports, start: Start, streams: Streams): Promise<void> {
  const teller = makeTeller(streams, start.lang)
  let progress = start.progress
  const watched: Ports = {
    ...ports,
    saveResult: async (level, best) => {
      const saved = await ports.saveResult(level, best)
      if (saved.ok) progress = saved.value
      return saved
    },
  }
  teller.say('plain.welcome')
  if (start.notice) teller.tell(teller.text(start.notice))
  let choice = firstChoice(start)
  for (;;) {
    choice ??= await chooseOnMap(ports.campaign, progress, teller)
    if (choice.type === 'quit') return teller.say(choice.isEnd ? 'plain.end' : 'app.goodbye')
    const was: Choice = choice
    const left = await enter(was, watched, teller)
    if (left === 'quit') return teller.say('plain.end')
    choice = left === 'next' ? following(was, ports, progress) : null
  }
}

function firstChoice({ level, sandbox }: Start): Choice | null {
  if (level !== undefined) return { type: 'level', id: level }
  return sandbox === undefined ? null : { type: 'sandbox', world: sandbox }
}

async function enter(choice: Choice, ports: Ports, teller: Teller): Promise<'next' | 'map' | 'quit'> {
  if (choice.type === 'quit') return 'quit'
  const opened: Result<Opened, Text> =
    choice.type === 'level' ? await ports.loadLevel(choice.id) : await ports.loadSandbox(choice.world)
  if (opened.ok) return await playLevel(opened.value, ports, teller, choice.type)
  teller.tell(teller.text(opened.error))
  return 'map'
}

/** The level after this one, if its chapter is open; `null` for the map. */
function following(choice: Choice, { campaign }: Ports, progress: Progress): Choice | null {
  if (choice.type !== 'level') return null
  const solved = Object.values(progress).filter(best => best.stars > 0).length
  const open = campaign.chapters
    .filter(chapter => solved >= chapter.opensAfter)
    .flatMap(chapter => chapter.levels)
  const at = open.findIndex(level => level.id === choice.id)
  const next = at < 0 ? undefined : open[at + 1]
  return next ? { type: 'level', id: next.id } : null
}
