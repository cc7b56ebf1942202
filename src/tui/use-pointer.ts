import type { Dispatch } from 'react'
import type { Action } from './action.ts'
import { clickAt, paneAt } from './click.ts'
import { GLYPHS } from './glyphs.ts'
import type { Size } from './layout.ts'
import type { MouseEvent, MouseInput } from './mouse.ts'
import type { Settings } from './ports.ts'
import { drawnOf } from './screen.ts'
import { screenRows } from './screen-rows.ts'
import type { ScreenView } from './screen-view.ts'
import { type MouseSwitch, useMouse } from './use-mouse.ts'

/** What a mouse asks for. */
export type PointerAction = Extract<Action, { type: 'skip' | 'clicked' | 'turned' }>

type Pointed = {
  readonly settings: Pick<Settings, 'mouse' | 'glyphs'>
  /** What is drawn; nothing on a terminal that is too small. */
  readonly view: ScreenView | null
  readonly size: Size
  /** Whether an animation plays, which a click skips. */
  readonly running: boolean
  readonly mouse: MouseInput | undefined
  readonly dispatch: Dispatch<PointerAction>
}

/** Does what the mouse asks for on the screen that stands. */
export function usePointer({ settings, view, size, running, mouse, dispatch }: Pointed): MouseSwitch {
  return useMouse(mouse, settings.mouse ? 'wanted' : 'unwanted', event => {
    if (!view) return
    if (running && event.type === 'press') return dispatch({ type: 'skip' })
    const action = actionOf(event, view, size, settings.glyphs)
    if (action) dispatch(action)
  })
}

function actionOf(
  { type, x, y }: MouseEvent,
  view: ScreenView,
  size: Size,
  glyphs: keyof typeof GLYPHS,
): Extract<Action, { type: 'clicked' | 'turned' }> | null {
  const drawn = drawnOf(view)
  if (type === 'press') {
    const click = clickAt(view, screenRows(view, size, GLYPHS[glyphs]), x, y)
    return click ? { type: 'clicked', click, drawn } : null
  }
  const pane = paneAt(view, x, y)?.id
  return pane ? { type: 'turned', pane, command: type === 'wheelUp' ? 'up' : 'down', drawn } : null
}
