import type { Result } from '../core/result.ts'
import type { Text } from '../core/text.ts'
import { mergeProgress, type Progress } from '../play/progress.ts'
import { playLevel } from './level-session.ts'
import { type Choice, chooseOnMap, spotsOf } from './map.ts'
import type { Opened, Ports, Start, Streams } from './ports.ts'
import type { Left } from './session.ts'
import { teller as makeTeller, type Teller } from './teller.ts'

/**
 * Plays the whole game as lines of text, until the player quits or the input is over. For screen readers, pipes and
 * bots: nothing is drawn, nothing moves, and every change is said in words.
 */
export async function playPlain(ports: Ports, start: Start, streams: Streams): Promise<void> {
  const teller = makeTeller(streams, start.lang)
  let progress = start.progress
  const watched: Ports = {
    ...ports,
    saveResult: async (level, result) => {
      const saved = await ports.saveResult(level, result)
      // A result that could not be stored counts all the same, for as long as this game goes on.
      progress = saved.ok ? saved.value : mergeProgress(progress, { version: 1, levels: { [level]: result } })
      return saved
    },
  }
  teller.say('plain.welcome')
  if (start.notice) teller.tell(teller.text(start.notice))
  let choice: Choice | null = start.entrance.type === 'map' ? null : start.entrance
  for (;;) {
    const chosen: Choice = choice ?? (await chooseOnMap(ports, progress, teller))
    if (chosen.type === 'quit') return teller.say(chosen.isEnd ? 'plain.end' : 'app.goodbye')
    const left = await enter(chosen, watched, teller)
    if (left === 'quit') return teller.say('app.goodbye')
    if (left === 'end') return teller.say('plain.end')
    choice = left === 'next' ? following(chosen, ports, progress) : null
  }
}

async function enter(
  choice: Exclude<Choice, { readonly type: 'quit' }>,
  ports: Ports,
  teller: Teller,
): Promise<Left> {
  const opened: Result<Opened, Text> =
    choice.type === 'level' ? await ports.loadLevel(choice.id) : await ports.loadSandbox(choice.world)
  if (opened.ok) return playLevel(opened.value, ports, teller, choice.type)
  teller.tell(teller.text(opened.error))
  return 'map'
}

/** The level after this one, if its chapter is open; `null` for the map. */
function following(choice: Choice, { campaign }: Ports, progress: Progress): Choice | null {
  if (choice.type !== 'level') return null
  const open = spotsOf(campaign, progress).filter(spot => spot.isOpen)
  const at = open.findIndex(({ level }) => level.id === choice.id)
  const next = at < 0 ? undefined : open[at + 1]
  return next ? { type: 'level', id: next.level.id } : null
}
