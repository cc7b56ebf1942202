import type { Event } from '../core/log.ts'
import { inBoth } from '../words/say.ts'
import type { Action } from './action.ts'
import { type AppState, focusedControl, type Session } from './app-state.ts'
import type { Slot } from './meaning.ts'
import { scroll } from './scrolling.ts'
import { act, afterRun, neighbour, put, run, toMap } from './session.ts'

type Pressed = Extract<Action, { type: 'command' }>

/** A key while the player builds. */
export function onBuild(state: AppState, session: Session, action: Pressed): AppState {
  const { command } = action
  switch (command) {
    case 'run':
      return run(state, session, 'ask')
    case 'undo':
    case 'redo':
    case 'reset':
      return event(state, session, { type: command })
    case 'nextPane':
    case 'prevPane':
      return put(state, { ...session, slot: nextSlot(session, command === 'nextPane' ? 1 : -1) })
    case 'rules':
      return onRules(state, session)
    case 'brief':
      return {
        ...state,
        overlay: session.entrance.type === 'sandbox' ? { type: 'manual' } : { type: 'brief' },
        scroll: {},
      }
    case 'hint':
      return hint(state, session)
    case 'probe':
      return session.position.probes.length > 0
        ? { ...state, overlay: { type: 'probes' } }
        : { ...state, toast: { say: inBoth('probe.none'), tone: 'quiet' } }
    case 'explain':
      return explainFirst(state, session)
    case 'next':
      return session.position.ran ? put(state, afterRun(session, false)) : state
    case 'back':
      return leave(state, session)
    default:
      return session.slot === 'controls' ? onControls(state, session, action) : onPane(state, session, action)
  }
}

/** To the rules and back. A sandbox has none. */
function onRules(state: AppState, session: Session): AppState {
  if (session.position.rules.length === 0) return state
  return put(state, { ...session, slot: session.slot === 'rules' ? 'controls' : 'rules' })
}

/** Leaving loses a plan, so it is asked about where there is one that was not run. */
function leave(state: AppState, session: Session): AppState {
  if (session.slot !== 'controls') return put(state, { ...session, slot: 'controls' })
  const unsaved =
    session.position.moves > 0 && session.position.best === 0 && session.entrance.type === 'level'
  return unsaved ? { ...state, overlay: { type: 'leave' } } : toMap(state)
}

function onPane(state: AppState, session: Session, { command, drawn }: Pressed): AppState {
  const scrolled = scroll(state, command, drawn)
  if (scrolled) return scrolled
  if (command === 'left' || command === 'right')
    return put(state, { ...session, slot: nextSlot(session, command === 'right' ? 1 : -1) })
  return command === 'confirm' ? put(state, { ...session, slot: 'controls' }) : state
}

const SLOTS: readonly Slot[] = ['controls', 'inside', 'outside', 'rules']

/** The next pane; a sandbox has no rules. */
function nextSlot(session: Session, by: -1 | 1): Slot {
  const slots = session.position.rules.length > 0 ? SLOTS : SLOTS.filter(slot => slot !== 'rules')
  return slots[(slots.indexOf(session.slot) + by + slots.length) % slots.length] ?? 'controls'
}

function onControls(before: AppState, session: Session, { command, drawn }: Pressed): AppState {
  const control = focusedControl(session)
  if (!control) return before
  if (command === 'pageUp' || command === 'pageDown') return scroll(before, command, drawn) ?? before
  const state = backInSight(before)
  switch (command) {
    case 'up':
    case 'down':
      return moveFocus(state, session, command === 'up' ? -1 : 1)
    case 'top':
    case 'bottom':
      return moveFocus(state, session, command === 'top' ? -Infinity : Infinity)
    case 'left':
    case 'right':
      return turnControl(state, session, command)
    case 'toggle':
    case 'confirm':
      return control.type === 'choice' && (control.look === 'toggle' || command === 'toggle')
        ? turnControl(state, session, 'on')
        : { ...state, overlay: { type: 'choose', control: control.id } }
    default:
      return state
  }
}

/** Whatever is set or moved to after paging has to be seen: the list follows its focus again. */
function backInSight(state: AppState): AppState {
  const { controls: _paged, ...others } = state.scroll
  return { ...state, scroll: others }
}

function moveFocus(state: AppState, session: Session, by: number): AppState {
  const ids = session.position.scene.controls.map(control => control.id)
  const at = Math.max(0, ids.indexOf(session.focus))
  return put(state, {
    ...session,
    focus: ids[Math.max(0, Math.min(ids.length - 1, at + by))] ?? session.focus,
  })
}

function turnControl(state: AppState, session: Session, to: 'left' | 'right' | 'on'): AppState {
  const control = focusedControl(session)
  if (!control) return state
  if (control.type === 'cards') return { ...state, overlay: { type: 'choose', control: control.id } }
  const edge = to === 'on' || control.look === 'toggle' ? 'wrap' : 'stop'
  const option = neighbour(control, to === 'left' ? -1 : 1, edge)
  return option?.step === undefined ? state : event(state, session, { type: 'step', id: option.step })
}

/** Adds an event to the game and says what came of it. */
function event(state: AppState, session: Session, what: Event): AppState {
  const acted = act(session, what)
  return { ...state, session: acted.session, toast: acted.toast }
}

/** The first press takes a hint and shows it; the one that names the move is asked about, it costs the third star. */
function hint(state: AppState, session: Session): AppState {
  const next = session.opened.play.nextHint(session.game)
  if (next === null || next.rung === 3) return { ...state, overlay: { type: 'hints', asking: next !== null } }
  const acted = act(session, { type: 'hint', rung: next.rung })
  return { ...state, session: acted.session, toast: acted.toast, overlay: { type: 'hints', asking: false } }
}

function explainFirst(state: AppState, session: Session): AppState {
  if (!session.position.rules.some(rule => rule.light !== 'sealed'))
    return { ...state, toast: { say: inBoth('rules.explainAfterRun'), tone: 'quiet' } }
  return put(state, { ...afterRun(session, false), phase: 'score', rule: 0 })
}
