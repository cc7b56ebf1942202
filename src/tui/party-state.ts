import type { Text } from '../core/text.ts'
import type { ResultCodes } from '../party/card.ts'
import { seatLevel, seatPlay } from '../party/seat-play.ts'
import { newParty, type Party } from '../party/round.ts'
import type { Action } from './action.ts'
import { type AppState, type Session, startState } from './app-state.ts'
import type { PartyStart } from './party-ports.ts'
import type { Opened } from './ports.ts'
import { openSession } from './session.ts'

/** What stands before the game's own stage. */
export type Front =
  | { readonly type: 'stage' }
  /** A game that was begun before: go on with it, or begin anew. */
  | { readonly type: 'resume' }
  /** A round's level is being opened, to begin it or to go on in it. */
  | { readonly type: 'loading'; readonly to: 'begin' | 'resume' }
  | { readonly type: 'failed'; readonly say: Text }
  | { readonly type: 'leave' }
  | { readonly type: 'end' }

/** All that the driver's screens are drawn from. Changed by `party-reducer.ts` alone. */
export type PartyState = {
  readonly start: PartyStart
  readonly party: Party
  readonly front: Front
  /** Of a finished game, once they are made. */
  readonly codes: ResultCodes | null
  /** Settings, overlays and scrolling as in any game; its session is the round's level, as the driver may see it. */
  readonly app: AppState
}

/** What can change the state of a game of two, and the second at which it happened. */
export type PartyAction = {
  readonly now: number
  readonly what:
    | Extract<
        Action,
        { type: 'command' | 'picked' | 'clicked' | 'turned' | 'tick' | 'skip' | 'failed' | 'notice' }
      >
    | { readonly type: 'opened-round'; readonly opened: Opened }
    | { readonly type: 'codes'; readonly codes: ResultCodes }
    | { readonly type: 'second' }
}

/** The state before the first frame. */
export function startParty(start: PartyStart, now: number): PartyState {
  const { settings, saved, notice } = start
  const app = startState({ chapters: [] }, [], {
    settings,
    progress: { version: 1, levels: {} },
    entrance: { type: 'map' },
    ...(notice ? { notice } : {}),
  })
  const isBegun = saved !== null && saved.stage !== 'welcome'
  return {
    start,
    party: newParty(start, now),
    front: isBegun ? { type: 'resume' } : { type: 'stage' },
    codes: null,
    app,
  }
}

/** The round's level on the driver's screen: the whole game, seen from one seat. */
export function driverSession(party: Party, opened: Opened): Session {
  const { level, proof, play } = opened
  const seen: Opened = {
    level: seatLevel(level, 'driver'),
    proof,
    play: seatPlay(play, level, 'driver'),
  }
  const session = openSession({ type: 'level', id: level.id }, seen)
  if (!party.game) return session
  const isBegun = party.game.log.events.length > 0
  return {
    ...session,
    game: party.game,
    position: seen.play.position(party.game),
    phase: isBegun ? 'build' : 'brief',
  }
}
