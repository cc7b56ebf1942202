import { useEffect, useRef } from 'react'
import type { Text } from '../core/text.ts'
import type { Ports, Settings } from './ports.ts'

/** Stores settings that the player changed; says so where they cannot be stored. */
export function useKeptSettings(
  settings: Settings,
  ports: Pick<Ports, 'saveSettings'>,
  tell: (notice: { readonly type: 'notice'; readonly say: Text }) => void,
): void {
  const kept = useRef(settings)
  useEffect(() => {
    if (kept.current === settings) return
    kept.current = settings
    void ports.saveSettings(settings).then(saved => {
      if (!saved.ok) tell({ type: 'notice', say: saved.error })
    })
  }, [settings, ports, tell])
}
