import {
  answerWith,
  askBoth,
  askLater,
  beginRound,
  endRound,
  goOn,
  isTimed,
  isWon,
  type Party,
  playedOn,
  restoredParty,
  secondsLeft,
  tickTo,
} from '../party/round.ts'
import { OTHER_SEAT } from '../party/seat-view.ts'
import { inBoth } from '../words/say.ts'
import type { Action } from './action.ts'
import type { AppState, Session } from './app-state.ts'
import { driverSession, type PartyAction, type PartyState } from './party-state.ts'
import type { Opened } from './ports.ts'
import { reduce } from './reducer.ts'
import { pointed } from './reduce-mouse.ts'
import { scroll } from './scrolling.ts'
import { cardSteps, run, turn } from './session.ts'

type Pressed = Extract<Action, { type: 'command' }>

/** The one place where the state of a game of two changes. Pure: what time it is comes with the action. */
export function reduceParty(state: PartyState, { now, what }: PartyAction): PartyState {
  const timed = withParty(state, tickTo(state.party, now))
  switch (what.type) {
    case 'second':
      return isSameTime(state, timed) ? state : timed
    case 'opened-round':
      return opened(timed, what.opened, now)
    case 'codes':
      return { ...timed, codes: what.codes }
    case 'failed':
      return { ...timed, front: { type: 'failed', say: what.say } }
    case 'picked':
      return picked(timed, what.value, now)
    case 'command':
      return command(timed, what, now)
    case 'clicked':
    case 'turned': {
      const { app, next } = pointed(timed.app, what)
      const there = withApp(timed, app)
      if (!next) return there
      return next.type === 'picked' ? picked(there, next.value, now) : command(there, next, now)
    }
    case 'tick':
    case 'skip':
    case 'notice':
      return withApp(timed, reduce(timed.app, what))
    default:
      return what satisfies never
  }
}

/** Whether the clock on the screen would read the same: seconds, or without motion whole minutes. */
function isSameTime(before: PartyState, after: PartyState): boolean {
  if (before.party.stage.type !== after.party.stage.type) return false
  const unit = after.app.settings.motion ? 1 : 60
  const shown = ({ party }: PartyState): number => Math.ceil(secondsLeft(party) / unit)
  return shown(before) === shown(after)
}

/** A round that is over takes its level off the screen, with whatever stood on top of it. */
function withParty(state: PartyState, party: Party): PartyState {
  if (party === state.party) return state
  if (isTimed(party) || !isTimed(state.party)) return { ...state, party }
  return { ...state, party, front: { type: 'stage' }, app: cleared(state.app) }
}

const cleared = (app: AppState): AppState => ({
  ...app,
  session: null,
  place: { type: 'map' },
  overlay: null,
  toast: null,
  scroll: {},
})

/** What the level's own screens made of a key; the round takes over what was played. */
function withApp(state: PartyState, app: AppState): PartyState {
  const session = app.session && settled(app.session)
  const { game } = state.party
  const party = session && game && session.game !== game ? playedOn(state.party, session.game) : state.party
  return { ...state, party, app: { ...app, session } }
}

/** Points come at the end of the round, so there is no card to count up. */
const settled = (session: Session): Session =>
  session.phase === 'score' ? { ...session, shown: cardSteps(session) } : session

function opened(state: PartyState, level: Opened, now: number): PartyState {
  const { front, party, start } = state
  if (front.type !== 'loading') return state
  const next =
    front.to === 'resume' && start.saved
      ? restoredParty(start.saved, start.plans, level, now)
      : beginRound(party, level.level, level.proof, now)
  const shown: PartyState = { ...state, party: next, front: { type: 'stage' }, app: cleared(state.app) }
  if (!isTimed(next)) return shown
  return {
    ...shown,
    app: { ...shown.app, place: { type: 'level' }, session: driverSession(next, level) },
  }
}

function picked(state: PartyState, value: string, now: number): PartyState {
  const { front, party, app } = state
  const stay: PartyState = { ...state, front: { type: 'stage' } }
  if (front.type === 'leave') return value === 'leave' ? { ...state, app: { ...app, quitting: true } } : stay
  if (front.type === 'end') return value === 'end' ? withParty(stay, endRound(party, 'ended')) : stay
  if (front.type === 'resume') return value === 'resume' ? resumed(state, now) : stay
  if (app.overlay || party.stage.type !== 'asking')
    return withApp(state, reduce(app, { type: 'picked', value }))
  const next = answerWith(party, value)
  const { session } = app
  if (next.stage.type === 'asking' || !next.game || !session) return { ...state, party: next }
  const position = session.opened.play.position(next.game)
  return withApp({ ...state, party: next }, run(app, { ...session, game: next.game, position }, 'asked'))
}

function resumed(state: PartyState, now: number): PartyState {
  const { saved, plans } = state.start
  if (!saved) return state
  if (saved.stage === 'playing' || saved.stage === 'over')
    return { ...state, front: { type: 'loading', to: 'resume' } }
  return { ...state, front: { type: 'stage' }, party: restoredParty(saved, plans, null, now) }
}

/** Keys that mean the same on every screen; but words are explained between rounds only, since they tell causes. */
const EVERYWHERE: readonly Pressed['command'][] = ['help', 'settings', 'glossary', 'language']

function command(state: PartyState, action: Pressed, now: number): PartyState {
  const { app, front, party } = state
  if (app.overlay || action.command === 'language') return withApp(state, reduce(app, action))
  if (front.type !== 'stage') return onFront(state, action)
  if (party.stage.type === 'asking')
    return action.command === 'back' ? { ...state, party: askLater(party) } : state
  if (action.command === 'glossary' && isTimed(party))
    return { ...state, app: { ...app, toast: { say: inBoth('party.glossaryLater'), tone: 'quiet' } } }
  if (EVERYWHERE.includes(action.command)) return withApp(state, reduce(app, action))
  if (party.stage.type === 'playing' && app.session) return onRound(state, app.session, action)
  return onPage(state, action, now)
}

function onFront(state: PartyState, { command: name }: Pressed): PartyState {
  const { front, app } = state
  if (front.type === 'failed')
    return name === 'back' || name === 'confirm' ? { ...state, app: { ...app, quitting: true } } : state
  if (name !== 'back') return state
  return front.type === 'resume'
    ? { ...state, app: { ...app, quitting: true } }
    : { ...state, front: { type: 'stage' } }
}

/** The pages between rounds: read, scroll, go on. */
function onPage(state: PartyState, { command: name, drawn }: Pressed, now: number): PartyState {
  const { party, app } = state
  const isLast = party.stage.type === 'card'
  if (name === 'back')
    return isLast ? { ...state, app: { ...app, quitting: true } } : { ...state, front: { type: 'leave' } }
  if (name !== 'confirm' && name !== 'toggle' && name !== 'next')
    return { ...state, app: scroll(app, name, drawn) ?? app }
  if (isLast) return { ...state, app: { ...app, quitting: true } }
  if (party.stage.type === 'seats') return { ...state, front: { type: 'loading', to: 'begin' } }
  return { ...state, party: goOn(party, now), app: { ...app, scroll: {}, toast: null } }
}

/** A key while a round is played: the level's own, but for running, leaving and ending, which are the round's. */
function onRound(state: PartyState, session: Session, action: Pressed): PartyState {
  const { app, party } = state
  const { phase, slot, position } = session
  const { command: name } = action
  if (phase === 'score') return onVerdict(state, session, action)
  if (name === 'back' && (phase === 'brief' || (phase === 'build' && slot === 'controls')))
    return { ...state, front: { type: 'leave' } }
  if (phase === 'build' && name === 'next') return { ...state, front: { type: 'end' } }
  if (phase === 'build' && name === 'run' && position.ran === undefined)
    return { ...state, party: askBoth(party), app: { ...app, toast: null } }
  return withApp(state, reduce(app, action))
}

function onVerdict(state: PartyState, session: Session, action: Pressed): PartyState {
  const { party, app } = state
  const rules = session.position.rules.filter(({ id }) => id !== OTHER_SEAT)
  switch (action.command) {
    case 'up':
    case 'down': {
      const rule = Math.max(-1, Math.min(rules.length - 1, session.rule + (action.command === 'up' ? -1 : 1)))
      return { ...state, app: { ...app, session: { ...session, rule } } }
    }
    case 'explain': {
      const rule = rules[Math.max(0, session.rule)]
      return rule ? { ...state, app: { ...app, overlay: { type: 'explain', rule: rule.id } } } : state
    }
    case 'confirm':
    case 'toggle':
    case 'next':
      return isWon(party) ? withParty(state, endRound(party, 'solved')) : toBuild(state, session)
    case 'run':
    case 'back':
    case 'brief':
      return toBuild(state, session)
    default:
      return { ...state, app: scroll(app, action.command, action.drawn) ?? app }
  }
}

const toBuild = (state: PartyState, session: Session): PartyState => ({
  ...state,
  app: turn(state.app, { ...session, phase: 'build', slot: 'controls' }),
})
