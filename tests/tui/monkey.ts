import { NO_KEY } from './no-key.ts'
import type { Drawn } from '../../src/tui/action.ts'
import type { AppState } from '../../src/tui/app-state.ts'
import { commandOf, COMMANDS, keyNames } from '../../src/tui/keymap.ts'
import type { Size } from '../../src/tui/layout.ts'
import type { Opened, Start } from '../../src/tui/ports.ts'
import { initial, reduce } from '../../src/tui/reducer.ts'
import { drawnOf, screen } from '../../src/tui/screen.ts'
import type { ScreenView } from '../../src/tui/screen-view.ts'
import { stepTime } from '../../src/tui/use-animation-clock.ts'
import { WORLDS } from '../../src/catalog/worlds.ts'
import { CHAPTERS, fakePorts, sandboxOf } from './fakes.ts'

/** Keys as the keyboard sends them, in the proportion in which they are pressed: mostly those that do something. */
const LETTERS = Object.values(COMMANDS)
  .flatMap(({ keys }) => [...keys])
  .filter(key => key.length === 1)
const NAMED = [
  'upArrow',
  'downArrow',
  'leftArrow',
  'rightArrow',
  'return',
  'escape',
  'pageUp',
  'home',
] as const
const ODD = ['ㅂ', 'ㄱ', '한', '\u{1f600}', '\u0000', '~', '\u00a0', '9', 'z', '\ufffd']

type Pick = (below: number) => number
const oneOf = <T>(list: readonly T[], pick: Pick): T | undefined => list[pick(list.length)]

/** Names of the keys of one random press. */
function anyKeys(pick: Pick): readonly string[] {
  const kind = pick(10)
  if (kind < 5) {
    const name = oneOf(NAMED, pick)
    return keyNames('', name ? { ...NO_KEY, [name]: true } : NO_KEY)
  }
  if (kind < 6) return keyNames('', { ...NO_KEY, tab: true, shift: pick(2) === 0 })
  if (kind < 9) return keyNames(oneOf(LETTERS, pick) ?? '', NO_KEY)
  return keyNames(oneOf(ODD, pick) ?? '', { ...NO_KEY, ctrl: pick(4) === 0 })
}

/** Levels that a monkey is let loose in. Their ids stand in for those of the test campaign. */
export type Zoo = { readonly levels: readonly Opened[]; readonly start: Start }

/** The game from its start, on a campaign of the given levels, all of them open. */
export function monkeyStart({ levels, start }: Zoo): AppState {
  const [first] = CHAPTERS
  const chapter = first && {
    ...first,
    levels: levels.map(({ level, proof }) => ({
      id: level.id,
      file: '',
      world: level.world,
      title: level.title,
      par: proof.par,
      playHash: level.playHash,
      optional: level.optional,
      tutorial: level.tutorial,
    })),
  }
  return initial({ chapters: chapter ? [chapter] : [] }, fakePorts().sandboxes, start)
}

/** Drawing is most of the work, and most keys ask nothing of it: done when it is asked for, once. */
function lazily(draw: () => ScreenView): () => ScreenView {
  let view: ScreenView | undefined
  return () => (view ??= draw())
}

const seen = (view: () => ScreenView): Drawn => ({
  get limits() {
    return drawnOf(view()).limits
  },
  get active() {
    return drawnOf(view()).active
  },
  get page() {
    return drawnOf(view()).page
  },
  get terms() {
    return drawnOf(view()).terms
  },
})

/** The state after one random press, as the components would bring it about. Loads at once what is waited for. */
export function pressAny(state: AppState, size: Size, zoo: Zoo, pick: Pick): AppState {
  if (state.quitting) return monkeyStart(zoo)
  if (state.place.type === 'loading') return load(state, state.place.entrance, zoo)
  if (stepTime(state) !== null) return reduce(state, { type: pick(3) === 0 ? 'skip' : 'tick' })
  const drawn = lazily(() => screen(state, size))
  return anyKeys(pick).reduce((at, name) => {
    const command = commandOf(name, at.session?.phase === 'build' ? 'hint' : 'left')
    const heard = command ? reduce(at, { type: 'command', command, drawn: seen(drawn) }) : at
    // The screen hears a key first, then the menu on it.
    const menu = name === 'enter' ? drawn().menu : undefined
    const item = menu ? oneOf(menu.items, pick) : undefined
    return item ? reduce(heard, { type: 'picked', value: item.value }) : heard
  }, state)
}

const SANDBOXES = new Map(WORLDS.map(({ id }) => [id, sandboxOf(id)]))

function load(
  state: AppState,
  entrance: Extract<AppState['place'], { type: 'loading' }>['entrance'],
  { levels }: Zoo,
): AppState {
  const opened =
    entrance.type === 'sandbox'
      ? SANDBOXES.get(entrance.world)
      : levels.find(({ level }) => level.id === entrance.id)
  return opened
    ? reduce(state, { type: 'opened', entrance, opened })
    : reduce(state, { type: 'failed', say: { en: 'gone', ko: '없음' } })
}
