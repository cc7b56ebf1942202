import { type Dispatch, useEffect, useRef } from 'react'
import { inBoth } from '../words/say.ts'
import type { Action } from './action.ts'
import type { AppState } from './app-state.ts'
import type { Ports } from './ports.ts'

/** Carries the state's wishes to the outside world: levels to load, results and settings to keep. */
export function usePorts(state: AppState, ports: Ports, dispatch: Dispatch<Action>): void {
  useLoading(state, ports, dispatch)
  useSaving(state, ports, dispatch)
  const { settings } = state
  const kept = useRef(settings)
  useEffect(() => {
    if (kept.current === settings) return
    kept.current = settings
    void ports.saveSettings(settings).then(saved => {
      if (!saved.ok) dispatch({ type: 'notice', say: saved.error })
    })
  }, [settings, ports, dispatch])
}

function useLoading({ place }: AppState, ports: Ports, dispatch: Dispatch<Action>): void {
  const entrance = place.type === 'loading' ? place.entrance : null
  useEffect(() => {
    if (!entrance) return
    const loading =
      entrance.type === 'level' ? ports.loadLevel(entrance.id) : ports.loadSandbox(entrance.world)
    void loading
      .catch((reason: unknown) => ({
        ok: false as const,
        error: inBoth('cli.internal', { reason: String(reason) }),
      }))
      .then(result =>
        dispatch(
          result.ok
            ? { type: 'opened', entrance, opened: result.value }
            : { type: 'failed', say: result.error },
        ),
      )
  }, [entrance, ports, dispatch])
}

/** Each finished run that earned a star is kept at once: a game can end at any moment. */
function useSaving({ session }: AppState, ports: Ports, dispatch: Dispatch<Action>): void {
  const run = session?.position.ran
  const level = session?.opened.level
  const plan = session?.position.plan
  const runNumber = run?.number
  const isLevel = session?.entrance.type === 'level'
  useEffect(() => {
    if (!run || !level || !plan || !isLevel || run.score.stars === 0) return
    const { stars, points } = run.score
    void ports.saveResult(level.id, { stars, points, playHash: level.playHash, moves: plan }).then(saved => {
      dispatch(saved.ok ? { type: 'saved', progress: saved.value } : { type: 'notice', say: saved.error })
    })
    // One save for one run: nothing else of the session matters.
  }, [runNumber, level?.id])
}
