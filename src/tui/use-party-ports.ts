import { type Dispatch, useEffect, useRef } from 'react'
import { gameResult, planOf, savedParty } from '../party/round.ts'
import { inBoth } from '../words/say.ts'
import type { PartyPorts } from './party-ports.ts'
import type { PartyAction, PartyState } from './party-state.ts'
import { useKeptSettings } from './use-kept-settings.ts'

type Tell = Dispatch<PartyAction['what']>

/** Carries the wishes of a game of two to the outside world: levels to open, the game and settings to keep. */
export function usePartyPorts(state: PartyState, ports: PartyPorts, dispatch: Tell): void {
  useOpening(state, ports, dispatch)
  useKeeping(state, ports, dispatch)
  useCodes(state, ports, dispatch)
  useKeptSettings(state.app.settings, ports, dispatch)
}

function useOpening({ front, party, start }: PartyState, ports: PartyPorts, dispatch: Tell): void {
  const to = front.type === 'loading' ? front.to : null
  const plan = to === 'resume' ? start.plans[start.saved?.at ?? 0] : planOf(party)
  useEffect(() => {
    if (to === null || !plan) return
    void ports
      .openRound(plan)
      .catch((reason: unknown) => ({
        ok: false as const,
        error: inBoth('cli.internal', { reason: String(reason) }),
      }))
      .then(result =>
        dispatch(
          result.ok ? { type: 'opened-round', opened: result.value } : { type: 'failed', say: result.error },
        ),
      )
  }, [to, plan, ports, dispatch])
}

/** A finished game's codes are made once: all of its levels are opened again for them. */
function useCodes({ party }: PartyState, ports: PartyPorts, dispatch: Tell): void {
  const isOver = party.stage.type === 'card'
  const { code, pair, results } = party
  useEffect(() => {
    if (!isOver) return
    void ports
      .codesOf(gameResult({ code, pair, results }))
      .then(made =>
        dispatch(made.ok ? { type: 'codes', codes: made.value } : { type: 'notice', say: made.error }),
      )
  }, [isOver, code, pair, results, ports, dispatch])
}

/** Every event is kept at once: a terminal can be closed at any moment. A game that is only offered is left as it is. */
function useKeeping({ front, party }: PartyState, ports: PartyPorts, dispatch: Tell): void {
  const { at, stage, game, said } = party
  const isOffered = front.type === 'resume' || front.type === 'loading'
  const key = `${at} ${stage.type} ${game?.log.events.length ?? 0} ${said.length}`
  const kept = useRef(key)
  useEffect(() => {
    if (isOffered || kept.current === key) return
    kept.current = key
    void ports.keep(savedParty(party)).then(saved => {
      if (!saved.ok) dispatch({ type: 'notice', say: saved.error })
    })
  }, [isOffered, key, party, ports, dispatch])
}
