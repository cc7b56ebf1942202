import type { Action } from './action.ts'
import type { AppState, Overlay } from './app-state.ts'
import { cycle, isSetting, withSettings } from './reduce-settings.ts'
import { scroll } from './scrolling.ts'
import { act, run } from './session.ts'

type Pressed = Extract<Action, { type: 'command' }>

const close = (state: AppState): AppState => ({ ...state, overlay: null })

/** A key while something stands on top of the screen. Its own key closes it again. */
export function reduceOverlay(state: AppState, overlay: Overlay, action: Pressed): AppState {
  const { command, drawn } = action
  if (command === 'back') return back(state, overlay)
  switch (overlay.type) {
    case 'help':
    case 'brief':
    case 'manual':
    case 'explain':
    case 'share':
      return closesWith(overlay, command) ? close(state) : (scroll(state, command, drawn) ?? state)
    case 'settings':
      return command === 'settings' ? close(state) : state
    case 'glossary':
      return onGlossary(state, overlay, action)
    case 'hints':
      return onHints(state, overlay, action)
    case 'probes':
      return overlay.answer && command === 'confirm'
        ? back(state, overlay)
        : (scroll(state, command, drawn) ?? state)
    case 'choose':
    case 'leave':
      return state
    default:
      return overlay satisfies never
  }
}

function closesWith(overlay: Overlay, command: Pressed['command']): boolean {
  if (command === 'confirm') return true
  return overlay.type === command || (overlay.type === 'manual' && command === 'brief')
}

/** One step back: from a probe's answer to the list of probes, else away. */
function back(state: AppState, overlay: Overlay): AppState {
  return overlay.type === 'probes' && overlay.answer
    ? { ...state, overlay: { type: 'probes' } }
    : close(state)
}

function onGlossary(
  state: AppState,
  overlay: Extract<Overlay, { type: 'glossary' }>,
  { command, drawn }: Pressed,
): AppState {
  const last = Math.max(0, (drawn.limits['glossary-terms'] ?? 1) - 1)
  switch (command) {
    case 'up':
    case 'down': {
      const focus = Math.max(0, Math.min(last, overlay.focus + (command === 'up' ? -1 : 1)))
      return { ...state, overlay: { ...overlay, focus } }
    }
    case 'top':
    case 'bottom':
      return { ...state, overlay: { ...overlay, focus: command === 'top' ? 0 : last } }
    case 'glossary':
    case 'confirm':
      return close(state)
    default:
      return state
  }
}

/** `h` again takes the next hint; the one that names the move is asked about first. */
function onHints(
  state: AppState,
  overlay: Extract<Overlay, { type: 'hints' }>,
  { command, drawn }: Pressed,
): AppState {
  const session = state.session
  if (command === 'confirm' && !overlay.asking) return close(state)
  if ((command !== 'hint' && command !== 'confirm') || !session) return scroll(state, command, drawn) ?? state
  const next = session.opened.play.nextHint(session.game)
  if (next === null) return close(state)
  if (next.rung === 3 && !overlay.asking) return { ...state, overlay: { type: 'hints', asking: true } }
  const acted = act(session, { type: 'hint', rung: next.rung })
  return { ...state, session: acted.session, toast: acted.toast, overlay: { type: 'hints', asking: false } }
}

/** The value of the menu entry that skips a prediction. */
export const SKIP_PREDICTION = ''

/** An entry was picked from the menu that is shown. */
export function pick(state: AppState, value: string): AppState {
  const { overlay, session } = state
  if (overlay?.type === 'settings')
    return isSetting(value) ? withSettings(state, cycle(state.settings, value)) : state
  if (!session) return state
  if (overlay?.type === 'leave')
    return value === 'leave'
      ? { ...state, overlay: null, session: null, place: { type: 'map' } }
      : close(state)
  if (overlay?.type === 'choose') return value === '' ? close(state) : chosen(state, value)
  if (overlay?.type === 'probes') return probed(state, value)
  if (session.phase !== 'predict') return state
  const ask = session.position.asks[0]
  if (!ask || value === SKIP_PREDICTION) return run(state, session, 'asked')
  const acted = act(session, { type: 'predict', ask: ask.id, option: value })
  const after = { ...state, session: acted.session, toast: acted.toast }
  return acted.session.position.asks.length > 0 ? after : run(after, acted.session, 'asked')
}

function chosen(state: AppState, step: string): AppState {
  if (!state.session) return state
  const acted = act(state.session, { type: 'step', id: step })
  return { ...state, overlay: null, session: acted.session, toast: acted.toast }
}

function probed(state: AppState, probe: string): AppState {
  if (!state.session) return state
  const { session, toast } = act(state.session, { type: 'probe', id: probe })
  const answer = session.opened.play.answer(session.game, probe)
  return { ...state, session, toast, overlay: { type: 'probes', answer } }
}
