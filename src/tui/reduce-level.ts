import { isOpen } from '../play/progress.ts'
import type { Action } from './action.ts'
import { type AppState, nextLevel, type Session } from './app-state.ts'
import { onBuild } from './reduce-build.ts'
import { enterLevel } from './reduce-map.ts'
import { scroll } from './scrolling.ts'
import { afterRun, cardSteps, isCardShown, openSession, put, toMap, turn } from './session.ts'

type Pressed = Extract<Action, { type: 'command' }>

/** A key in a level. */
export function reduceLevel(state: AppState, session: Session, action: Pressed): AppState {
  switch (session.phase) {
    case 'brief':
      return onBrief(state, session, action)
    case 'build':
      return onBuild(state, session, action)
    case 'predict':
      return action.command === 'back' ? put(state, { ...session, phase: 'build' }) : state
    case 'running':
      return skip(state)
    case 'score':
      return onScore(state, session, action)
    case 'debrief':
      return onDebrief(state, session, action)
    default:
      return session.phase satisfies never
  }
}

/** The animation's next step; a card line more. Nothing when nothing moves. */
export function tick(state: AppState): AppState {
  const session = state.session
  if (!session) return state
  if (session.phase === 'running')
    return session.beat + 1 < session.beats.length
      ? put(state, { ...session, beat: session.beat + 1 })
      : put(state, afterRun(session, state.settings.motion))
  if (session.phase === 'score' && !isCardShown(session))
    return put(state, { ...session, shown: session.shown + 1 })
  return state
}

/** Any key during an animation: straight to its end. */
export function skip(state: AppState): AppState {
  const session = state.session
  if (!session) return state
  if (session.phase === 'running') return put(state, afterRun(session, true))
  return session.phase === 'score' ? put(state, { ...session, shown: cardSteps(session) }) : state
}

function onBrief(state: AppState, session: Session, { command, drawn }: Pressed): AppState {
  if (command === 'confirm' || command === 'toggle' || command === 'run' || command === 'next')
    return turn(state, { ...session, phase: 'build' })
  if (command === 'back') return toMap(state)
  return scroll(state, command, drawn) ?? state
}

function onScore(state: AppState, session: Session, { command, drawn }: Pressed): AppState {
  if (!isCardShown(session)) return skip(state)
  const rules = session.position.rules
  switch (command) {
    case 'up':
    case 'down': {
      const rule = Math.max(-1, Math.min(rules.length - 1, session.rule + (command === 'up' ? -1 : 1)))
      return put(state, { ...session, rule })
    }
    case 'explain': {
      const rule = rules[Math.max(0, session.rule)]
      return rule && rule.light !== 'sealed'
        ? { ...state, overlay: { type: 'explain', rule: rule.id } }
        : state
    }
    case 'confirm':
    case 'next':
      return turn(state, { ...session, phase: session.position.ran?.verdict.solved ? 'debrief' : 'build' })
    case 'share':
      return { ...state, overlay: { type: 'share' } }
    case 'bet':
      return session.bet ? put(state, { ...session, betting: true }) : state
    case 'run':
    case 'back':
    case 'brief':
      return turn(state, { ...session, phase: 'build', slot: 'controls' })
    default:
      return scroll(state, command, drawn) ?? state
  }
}

function onDebrief(state: AppState, session: Session, { command, drawn }: Pressed): AppState {
  switch (command) {
    case 'confirm':
    case 'next':
      return toNext(state, session)
    case 'reset':
      return turn(state, { ...openSession(session.entrance, session.opened), phase: 'build' })
    case 'nextPane':
    case 'prevPane':
      return put(state, { ...session, slot: session.slot === 'outside' ? 'controls' : 'outside' })
    case 'back':
      return turn(state, { ...session, phase: 'score', slot: 'controls' })
    default:
      return scroll(state, command, drawn) ?? state
  }
}

/** On to the next level; where its chapter is still locked, or there is none, back to the map. */
function toNext(state: AppState, session: Session): AppState {
  const next = nextLevel(state.campaign, state.progress, session.opened.level.id)
  if (next === undefined) return toMap(state)
  const chapter = state.campaign.chapters.findIndex(({ levels }) => levels.some(({ id }) => id === next))
  return isOpen(chapter, state.campaign, state.progress)
    ? enterLevel({ ...state, scroll: {} }, next)
    : { ...toMap(state), mapFocus: next }
}
