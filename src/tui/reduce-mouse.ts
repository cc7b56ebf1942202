import type { Action } from './action.ts'
import type { AppState } from './app-state.ts'
import type { Click } from './meaning.ts'
import { scroll } from './scrolling.ts'

/** How the mouse gets things done: by what keys and menus do already. */
type Doing = (state: AppState, action: Extract<Action, { type: 'command' | 'picked' }>) => AppState

type Clicked = Extract<Action, { type: 'clicked' }>
type Turned = Extract<Action, { type: 'turned' }>

/** A click. What has the focus already is opened by it. */
export function reduceClick(state: AppState, { click, drawn }: Clicked, reduce: Doing): AppState {
  switch (click.type) {
    case 'command':
      return reduce(state, { type: 'command', command: click.command, drawn })
    case 'pick':
      return reduce(state, { type: 'picked', value: click.value })
    case 'focus': {
      const there = focused(state, click.id)
      return there === state ? reduce(state, { type: 'command', command: opens(state), drawn }) : there
    }
    case 'step':
      return step(state, click, reduce)
    case 'slot':
      return state.session && !state.overlay
        ? { ...state, session: { ...state.session, slot: click.slot } }
        : state
    default:
      return click satisfies never
  }
}

/** What opens the entry that has the focus. */
const opens = ({ session, overlay, place }: AppState): 'explain' | 'confirm' =>
  place.type === 'level' && !overlay && session?.phase === 'score' ? 'explain' : 'confirm'

/** The option of a control, through the list that keys would open for it. */
function step(
  state: AppState,
  { control, step: value }: Extract<Click, { type: 'step' }>,
  reduce: Doing,
): AppState {
  if (state.session?.phase !== 'build' || state.overlay) return state
  return reduce({ ...state, overlay: { type: 'choose', control } }, { type: 'picked', value })
}

/** The state with the focus on an entry; the same one where it is there already. */
function focused(state: AppState, id: string): AppState {
  const { overlay, session, place } = state
  if (overlay?.type === 'glossary') {
    const focus = Number(id)
    return overlay.focus === focus ? state : { ...state, overlay: { ...overlay, focus } }
  }
  if (overlay) return state
  if (place.type === 'map') return state.mapFocus === id ? state : { ...state, mapFocus: id }
  if (!session) return state
  if (session.phase === 'score') {
    const rule = session.position.rules.findIndex(other => other.id === id)
    return rule === session.rule ? state : { ...state, session: { ...session, rule } }
  }
  const isThere = session.focus === id && session.slot === 'controls'
  return isThere ? state : { ...state, session: { ...session, focus: id, slot: 'controls' } }
}

/** Rows that one notch of a wheel moves a text by. */
const NOTCH = 3

/** Panes in which the wheel moves the focus, which they keep in sight. */
const LISTS: readonly string[] = ['map', 'controls', 'terms', 'verdict']

/** The wheel over a pane: moves the focus of a list that has the keys, and scrolls any other pane. */
export function reduceWheel(state: AppState, { pane, command, drawn }: Turned, reduce: Doing): AppState {
  if (pane === drawn.active && LISTS.includes(pane)) return reduce(state, { type: 'command', command, drawn })
  return Array.from({ length: NOTCH }).reduce<AppState>(
    at => scroll(at, command, { ...drawn, active: pane }) ?? at,
    state,
  )
}
