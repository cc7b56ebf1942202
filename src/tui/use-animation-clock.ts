import { type Dispatch, useEffect } from 'react'
import type { Action } from './action.ts'
import type { AppState } from './app-state.ts'
import { isCardShown } from './session.ts'

/** Time between two lines of the score card, in ms. */
const LINE_MS = 110

/** Time before each star, in ms: the moment that a run was for. */
const STAR_MS = 320

/** How long the present step of an animation stands, in ms; null when nothing moves. */
export function stepTime({ session, place, overlay }: AppState): number | null {
  if (!session || place.type !== 'level' || overlay) return null
  if (session.phase === 'running') return Math.max(100, session.beats[session.beat]?.ms ?? 100)
  if (session.phase !== 'score' || isCardShown(session)) return null
  return session.shown < (session.position.ran?.score.lines.length ?? 0) ? LINE_MS : STAR_MS
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
