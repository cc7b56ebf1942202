import type { Action } from './action.ts'
import type { AppState } from './app-state.ts'
import type { Click } from './meaning.ts'
import { scroll } from './scrolling.ts'

/** What the mouse leads to: a state, and the key or the entry of a menu that it stands for there. */
export type Pointed = {
  readonly app: AppState
  readonly next: Extract<Action, { type: 'command' | 'picked' }> | null
}

type Clicked = Extract<Action, { type: 'clicked' }>
type Turned = Extract<Action, { type: 'turned' }>

/** What the mouse does to any screen. Whoever has keys of its own does what comes `next`. */
export const pointed = (state: AppState, action: Clicked | Turned): Pointed =>
  action.type === 'clicked' ? clicked({ ...state, toast: null }, action) : turned(state, action)

const only = (app: AppState): Pointed => ({ app, next: null })

/** A click. What has the focus already is opened by it. */
function clicked(app: AppState, { click, drawn }: Clicked): Pointed {
  switch (click.type) {
    case 'command':
      return { app, next: { type: 'command', command: click.command, drawn } }
    case 'pick':
      return { app, next: { type: 'picked', value: click.value } }
    case 'focus': {
      const there = focused(app, click.id)
      return there === app ? { app, next: { type: 'command', command: opens(app), drawn } } : only(there)
    }
    case 'step':
      return step(app, click)
    case 'slot':
      return only(
        app.session && !app.overlay ? { ...app, session: { ...app.session, slot: click.slot } } : app,
      )
    default:
      return click satisfies never
  }
}

/** What opens the entry that has the focus. */
const opens = ({ session, overlay, place }: AppState): 'explain' | 'confirm' =>
  place.type === 'level' && !overlay && session?.phase === 'score' ? 'explain' : 'confirm'

/** The option of a control, through the list that keys would open for it. */
function step(app: AppState, { control, step: value }: Extract<Click, { type: 'step' }>): Pointed {
  if (app.session?.phase !== 'build' || app.overlay) return only(app)
  return { app: { ...app, overlay: { type: 'choose', control } }, next: { type: 'picked', value } }
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
function turned(app: AppState, { pane, command, drawn }: Turned): Pointed {
  if (pane === drawn.active && LISTS.includes(pane)) return { app, next: { type: 'command', command, drawn } }
  return only(
    Array.from({ length: NOTCH }).reduce<AppState>(
      at => scroll(at, command, { ...drawn, active: pane }) ?? at,
      app,
    ),
  )
}
