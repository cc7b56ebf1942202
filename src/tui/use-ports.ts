import { type Dispatch, useEffect, useRef } from 'react'
import { mergeProgress } from '../play/progress.ts'
import { inBoth } from '../words/say.ts'
import type { Action } from './action.ts'
import type { AppState } from './app-state.ts'
import type { Ports } from './ports.ts'
import { useKeptSettings } from './use-kept-settings.ts'

/** Carries the state's wishes to the outside world: levels to load, results and settings to keep. */
export function usePorts(state: AppState, ports: Ports, dispatch: Dispatch<Action>): void {
  useLoading(state, ports, dispatch)
  useSaving(state, ports, dispatch)
  useKeptSettings(state.settings, ports, dispatch)
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
function useSaving({ session, progress }: AppState, ports: Ports, dispatch: Dispatch<Action>): void {
  const kept = useRef('')
  useEffect(() => {
    const run = session?.entrance.type === 'level' ? session.position.ran : undefined
    const key = run ? `${run.number} ${run.score.points}` : ''
    if (key === kept.current) return
    kept.current = key
    if (!session || !run || run.score.stars === 0) return
    const { level } = session.opened
    const { stars, points } = run.score
    const result = { stars, points, playHash: level.playHash, moves: session.position.plan }
    void ports.saveResult(level.id, result).then(saved => {
      // A result that could not be stored counts all the same, for as long as this game goes on.
      const counted = mergeProgress(progress, { version: 1, levels: { [level.id]: result } })
      dispatch({ type: 'saved', progress: saved.ok ? saved.value : counted })
      if (!saved.ok) dispatch({ type: 'notice', say: saved.error })
    })
  }, [session, progress, ports, dispatch])
}
