import { useApp } from 'ink'
import { type Dispatch, useEffect, useEffectEvent } from 'react'
import type { Action } from './action.ts'
import type { AppState, Session } from './app-state.ts'
import type { Bet, Ports } from './ports.ts'
import { isCardShown } from './session.ts'
import type { MouseSwitch } from './use-mouse.ts'

/** Asks whether a run's plan can be bet on as soon as its card stands, and gives the terminal away while a bet is played. */
export function useBet(
  state: AppState,
  ports: Ports,
  pointer: MouseSwitch,
  dispatch: Dispatch<Action>,
): void {
  const { session, settings } = state
  useOffer(session, ports, dispatch)
  const { suspendTerminal } = useApp()
  const give = useEffectEvent(async (played: Bet) => {
    pointer.pause()
    await suspendTerminal(() => ports.playBet(played, settings.lang)).finally(() => pointer.resume())
  })
  const bet = session?.betting === true ? session.bet : null
  useEffect(() => {
    if (bet === null) return
    void give(bet).finally(() => dispatch({ type: 'betPlayed' }))
  }, [bet, dispatch])
}

function useOffer(session: Session | null, ports: Ports, dispatch: Dispatch<Action>): void {
  const stands = session?.entrance.type === 'level' && session.phase === 'score' && isCardShown(session)
  const position = stands && session.bet === null ? session.position : undefined
  const level = session?.opened.level
  useEffect(() => {
    const ran = position?.ran
    if (!level || !ran) return
    void ports.findBet(level, position.plan).then(bet => {
      if (bet !== null) dispatch({ type: 'offered', ran, bet })
    })
  }, [level, position, ports, dispatch])
}
