import { type Dispatch, useEffect } from 'react'
import { isTimed } from '../party/round.ts'
import type { PartyAction, PartyState } from './party-state.ts'

/** How often the clock of a round is looked at, in ms. Its screen is drawn again only where it would read otherwise. */
const SECOND = 1000

/** Looks at the clock while a round runs, and only then. */
export function useRoundClock({ party }: PartyState, dispatch: Dispatch<PartyAction['what']>): void {
  const runs = isTimed(party)
  useEffect(() => {
    if (!runs) return
    const timer = setInterval(() => dispatch({ type: 'second' }), SECOND)
    return () => clearInterval(timer)
  }, [runs, dispatch])
}
