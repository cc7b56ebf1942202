import { useApp } from 'ink'
import { useRef } from 'react'
import type { Ports } from './ports.ts'
import type { MouseSwitch } from './use-mouse.ts'

/** Ctrl-Z: gives the terminal back, stops the process, and draws everything afresh when it goes on. */
export function useSuspend(ports: Pick<Ports, 'suspend'>, pointer?: MouseSwitch): () => void {
  const { suspendTerminal } = useApp()
  const isSuspended = useRef(false)
  return () => {
    // Two presses may arrive in one chunk, before the terminal is given back.
    if (isSuspended.current) return
    isSuspended.current = true
    pointer?.pause()
    void suspendTerminal(() => ports.suspend()).finally(() => {
      isSuspended.current = false
      pointer?.resume()
    })
  }
}
