import { useApp, useInput, useWindowSize } from 'ink'
import { useEffect, useMemo, useReducer } from 'react'
import { commandOf, keyNames } from './keymap.ts'
import { isTooSmall, type Size } from './layout.ts'
import type { Depth } from './paint.ts'
import { drawnOf } from './screen.ts'
import { reduceSheet, type SheetPorts, type SheetStart, sheetScreen, startSheet } from './sheet-state.ts'
import type { MouseInput } from './mouse.ts'
import { useKeptSettings } from './use-kept-settings.ts'
import { useNoPaste } from './use-no-paste.ts'
import { type PointerAction, usePointer } from './use-pointer.ts'
import { useSuspend } from './use-suspend.ts'
import { Stage } from './widgets/Stage.tsx'

type Props = {
  readonly ports: SheetPorts
  readonly start: SheetStart
  readonly depth: Depth
  readonly mouse: MouseInput
}

/** The navigator's sheet: pages that are turned over one by one. */
export function SheetApp({ ports, start, depth, mouse }: Props) {
  const [state, dispatch] = useReducer(reduceSheet, start, startSheet)
  const { columns, rows } = useWindowSize()
  const { exit } = useApp()
  const size: Size = useMemo(() => ({ columns, rows }), [columns, rows])
  const view = useMemo(() => (isTooSmall(size) ? null : sheetScreen(state, size)), [state, size])
  const { quitting, settings } = state.app
  const point = (what: PointerAction) => {
    if (what.type !== 'skip') dispatch(what)
  }
  const pointer = usePointer({ settings, view, size, running: false, mouse, dispatch: point })
  const suspend = useSuspend(ports, pointer)
  useKeptSettings(settings, ports, dispatch)
  useEffect(() => {
    if (quitting) exit()
  }, [quitting, exit])
  useNoPaste()
  useInput((input, key) => {
    const commands = keyNames(input, key).map(name => commandOf(name, 'left'))
    if (commands.includes('suspend')) return suspend()
    if (!view) return
    const drawn = drawnOf(view)
    for (const command of commands) if (command) dispatch({ type: 'command', command, drawn })
  })
  const onPick = (value: string) => dispatch({ type: 'picked', value })
  return <Stage view={view} size={size} settings={settings} depth={depth} onPick={onPick} />
}
