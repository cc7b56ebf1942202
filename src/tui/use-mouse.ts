import { useStdout } from 'ink'
import { useEffect, useEffectEvent, useLayoutEffect } from 'react'
import { MOUSE_OFF, MOUSE_ON, type MouseInput, type MouseListener } from './mouse.ts'

/** How to turn the terminal's reports off and on again, for as long as someone else has the terminal. */
export type MouseSwitch = { pause(): void; resume(): void }

/** Hears of the mouse while `wanted` holds; the terminal's reports are on for just as long. */
export function useMouse(
  mouse: MouseInput | undefined,
  wanted: 'wanted' | 'unwanted',
  listener: MouseListener,
): MouseSwitch {
  const { stdout } = useStdout()
  const isOn = mouse !== undefined && wanted === 'wanted'
  const hear = useEffectEvent(listener)
  // A layout effect is undone at once when the game ends, whatever ends it.
  useLayoutEffect(() => {
    if (!isOn) return
    stdout.write(MOUSE_ON)
    return () => void stdout.write(MOUSE_OFF)
  }, [isOn, stdout])
  useEffect(() => (isOn ? mouse.listen(event => hear(event)) : undefined), [isOn, mouse])
  const put = (modes: string) => (): void => {
    if (isOn) stdout.write(modes)
  }
  return { pause: put(MOUSE_OFF), resume: put(MOUSE_ON) }
}
