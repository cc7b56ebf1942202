import type { Action } from './action.ts'
import { type AppState, type Place, startState } from './app-state.ts'
import { reduceLevel, skip, tick } from './reduce-level.ts'
import { reduceMap } from './reduce-map.ts'
import { pick, reduceOverlay } from './reduce-overlay.ts'
import { pointed } from './reduce-mouse.ts'
import { nextLang, withSettings } from './reduce-settings.ts'
import { openSession } from './session.ts'

/** The state before the first frame; see `app-state.ts`. */
export const initial = startState

/** The one place where state changes. Pure: the same state and action give the same state. */
export function reduce(state: AppState, action: Action): AppState {
  switch (action.type) {
    case 'command':
      return command({ ...state, toast: null }, action)
    case 'picked':
      return pick({ ...state, toast: null }, action.value)
    case 'clicked':
    case 'turned': {
      const { app, next } = pointed(state, action)
      return next ? reduce(app, next) : app
    }
    case 'tick':
      return tick(state)
    case 'skip':
      return skip(state)
    case 'opened':
      return opened(state, action)
    case 'failed':
      return { ...state, place: { type: 'failed', say: action.say }, session: null, overlay: null }
    case 'saved':
      return { ...state, progress: action.progress }
    case 'offered':
      return offered(state, action)
    case 'betPlayed':
      return state.session ? { ...state, session: { ...state.session, betting: false } } : state
    case 'notice':
      return { ...state, toast: { say: action.say, tone: 'warn' } }
    default:
      return action satisfies never
  }
}

/** Answers of ports may come late: a level that is no longer waited for is dropped. */
function opened(state: AppState, { entrance, opened: level }: Extract<Action, { type: 'opened' }>): AppState {
  if (state.place.type !== 'loading' || state.place.entrance !== entrance) return state
  const place: Place = { type: 'level' }
  return { ...state, place, session: openSession(entrance, level), overlay: null, scroll: {} }
}

/** A bet on a plan that has been changed meanwhile is dropped. */
function offered(state: AppState, { ran, bet }: Extract<Action, { type: 'offered' }>): AppState {
  const { session } = state
  return session?.position.ran === ran ? { ...state, session: { ...session, bet } } : state
}

function command(state: AppState, action: Extract<Action, { type: 'command' }>): AppState {
  if (action.command === 'language') return withSettings(state, nextLang(state.settings))
  if (state.overlay) return reduceOverlay(state, state.overlay, action)
  const shared = onAnyScreen(state, action)
  if (shared) return shared
  switch (state.place.type) {
    case 'map':
      return reduceMap(state, action)
    case 'level':
      return state.session ? reduceLevel(state, state.session, action) : state
    case 'loading':
    case 'failed':
      return action.command === 'back' || action.command === 'confirm'
        ? { ...state, place: { type: 'map' } }
        : state
    default:
      return state.place satisfies never
  }
}

/** Help, settings and the glossary open from everywhere but a choice that is being made. */
function onAnyScreen(
  state: AppState,
  { command: name, drawn }: Extract<Action, { type: 'command' }>,
): AppState | null {
  if (state.session?.phase === 'predict' && state.place.type === 'level') return null
  switch (name) {
    case 'help':
      return { ...state, overlay: { type: 'help' } }
    case 'settings':
      return { ...state, overlay: { type: 'settings' } }
    case 'glossary':
      return { ...state, overlay: { type: 'glossary', focus: 0, terms: drawn.terms } }
    default:
      return null
  }
}
