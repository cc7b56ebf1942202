import type { Event } from '../core/log.ts'
import type { Control, Option } from '../core/scene.ts'
import { inBoth } from '../words/say.ts'
import type { AppState, Phase, Session, Toast } from './app-state.ts'
import type { Entrance, Opened } from './ports.ts'

/** A level just opened, at its brief. A sandbox has none and starts building. */
export function openSession(entrance: Exclude<Entrance, { type: 'map' }>, opened: Opened): Session {
  const game = opened.play.newGame(opened.level, opened.proof)
  const position = opened.play.position(game)
  return {
    entrance,
    opened,
    game,
    position,
    phase: entrance.type === 'sandbox' ? 'build' : 'brief',
    focus: position.scene.controls[0]?.id ?? '',
    slot: 'controls',
    beats: [],
    beat: 0,
    shown: 0,
    rule: -1,
    starsBefore: 0,
    record: false,
    bet: null,
    betting: false,
  }
}

/** A session after an event, and what to say of it. An event that the game refuses changes nothing. */
export type Acted = { readonly session: Session; readonly toast: Toast | null; readonly taken: boolean }

/** Adds an event to the session's game. */
export function act(session: Session, event: Event): Acted {
  const { play } = session.opened
  const result = play.act(session.game, event)
  if (!result.ok) return { session, toast: { say: result.error.say, tone: 'warn' }, taken: false }
  const position = play.position(result.value)
  const wasLit = session.position.ran !== undefined && !session.opened.level.tutorial
  const toast: Toast | null =
    wasLit && position.ran === undefined ? { say: inBoth('rules.sealedAgain'), tone: 'quiet' } : null
  return { session: { ...session, game: result.value, position }, toast, taken: true }
}

/** A state with another session. */
export const put = (state: AppState, session: Session): AppState => ({ ...state, session })

/** The same, with every pane at its top: for another phase. */
export const turn = (state: AppState, session: Session): AppState => ({ ...state, session, scroll: {} })

/** Back on the map; the level is left. */
export const toMap = (state: AppState): AppState => ({
  ...state,
  place: { type: 'map' },
  session: null,
  scroll: {},
})

/** Steps in which the card of the run that stands is shown: its lines, then its stars one by one. */
export const cardSteps = ({ position: { ran } }: Session): number =>
  ran ? ran.score.lines.length + ran.score.stars : 0

/** Whether the whole card is shown. */
export const isCardShown = (session: Session): boolean => session.shown >= cardSteps(session)

/** The phase after a run's animation: its score card, or in a sandbox the scene as it is now. */
export function afterRun(session: Session, motion: boolean): Session {
  const phase: Phase = session.entrance.type === 'sandbox' ? 'build' : 'score'
  return { ...session, phase, beat: 0, rule: -1, shown: motion ? 0 : cardSteps(session) }
}

/** Commits: asks first what the level wants to ask, then runs. Looking again at a finished run is not a new one. */
export function run(state: AppState, session: Session, asked: 'ask' | 'asked'): AppState {
  if (asked === 'ask' && session.position.asks.length > 0)
    return { ...state, toast: null, session: { ...session, phase: 'predict' } }
  const starsBefore = bestStars(state, session)
  const acted = session.position.ran ? { session, toast: null, taken: true } : act(session, { type: 'run' })
  if (!acted.taken) return { ...state, toast: acted.toast, session: { ...session, phase: 'build' } }
  const beats = session.opened.play.beats(acted.session.game)
  const ran: Session = {
    ...acted.session,
    beats,
    beat: 0,
    starsBefore,
    record: isRecord(state, acted.session),
    bet: null,
  }
  const motion = state.settings.motion
  const isShown = motion && beats.length > 0
  // A sandbox without motion stays as it is; that it ran is said.
  const isSilent = !isShown && session.entrance.type === 'sandbox'
  return {
    ...state,
    toast: isSilent ? { say: inBoth('run.done'), tone: 'quiet' } : null,
    scroll: {},
    session: isShown ? { ...ran, phase: 'running' } : afterRun(ran, motion),
  }
}

/** The best stars of a level, in this game or before it. */
export function bestStars(state: AppState, { position, opened }: Session): 0 | 1 | 2 | 3 {
  const stored = state.progress.levels[opened.level.id]?.stars ?? 0
  return stored > position.best ? stored : position.best
}

function isRecord(state: AppState, session: Session): boolean {
  const best = state.progress.levels[session.opened.level.id]
  const score = session.position.ran?.score
  if (score === undefined || score.stars === 0) return false
  return (
    best === undefined ||
    score.stars > best.stars ||
    (score.stars === best.stars && score.points > best.points)
  )
}

/** The option that a press of left or right, or a toggle, leads to; refused ones are passed over. */
export function neighbour(control: Control, direction: -1 | 1, edge: 'stop' | 'wrap'): Option | undefined {
  if (control.type === 'cards') return undefined
  const count = control.options.length
  for (let distance = 1; distance < count; distance += 1) {
    const index = control.current + direction * distance
    if (edge === 'stop' && (index < 0 || index >= count)) return undefined
    const option = control.options[(index + count * distance) % count]
    if (option?.step !== undefined) return option
  }
  return undefined
}
