import { type Dispatch, useEffect } from 'react'
import type { Action } from './action.ts'
import type { AppState } from './app-state.ts'
import { cardLines } from './session.ts'

/** Time between two lines of the score card, in ms. */
const LINE_MS = 110

/** How long the present step of an animation stands, in ms; null when nothing moves. */
export function stepTime({ session, place, overlay }: AppState): number | null {
  if (!session || place.type !== 'level' || overlay) return null
  if (session.phase === 'running') return Math.max(100, session.beats[session.beat]?.ms ?? 100)
  return session.phase === 'score' && session.shown < cardLines(session) ? LINE_MS : null
}

/** Ticks while an animation plays, and only then. */
export function useAnimationClock(
  state: AppState,
  dispatch: Dispatch<Action>,
): { readonly running: boolean } {
  const time = stepTime(state)
  useEffect(() => {
    if (time === null) return
    const timer = setTimeout(() => dispatch({ type: 'tick' }), time)
    return () => clearTimeout(timer)
  }, [time, state.session?.beat, state.session?.shown, dispatch])
  return { running: time !== null }
}
