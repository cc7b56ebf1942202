import { useApp, useInput, useWindowSize } from 'ink'
import { useEffect, useMemo, useReducer } from 'react'
import { commandOf, keyNames } from './keymap.ts'
import { isTooSmall, type Size } from './layout.ts'
import type { Ports, Start } from './ports.ts'
import type { Depth } from './paint.ts'
import { initial, reduce } from './reducer.ts'
import { drawnOf, screen } from './screen.ts'
import { useAnimationClock } from './use-animation-clock.ts'
import type { MouseInput } from './mouse.ts'
import { useBet } from './use-bet.ts'
import { usePorts } from './use-ports.ts'
import { usePointer } from './use-pointer.ts'
import { useNoPaste } from './use-no-paste.ts'
import { useSuspend } from './use-suspend.ts'
import { Stage } from './widgets/Stage.tsx'

type Props = {
  readonly ports: Ports
  readonly start: Start
  /** The colours that the terminal has; none where it is not said. */
  readonly depth?: Depth
  /** Where the mouse is heard of; nowhere where it is left out. */
  readonly mouse?: MouseInput
}

/** The whole interface: one state, one reducer, one screen drawn from it. */
export function App({ ports, start, depth = 1, mouse }: Props) {
  const [state, dispatch] = useReducer(reduce, null, () => initial(ports.campaign, ports.sandboxes, start))
  const { columns, rows } = useWindowSize()
  const { exit } = useApp()
  const size: Size = useMemo(() => ({ columns, rows }), [columns, rows])
  const view = useMemo(() => (isTooSmall(size) ? null : screen(state, size)), [state, size])
  const { settings } = state
  const { running } = useAnimationClock(state, dispatch)
  const pointer = usePointer({ settings, view, size, running, mouse, dispatch })
  const suspend = useSuspend(ports, pointer)
  usePorts(state, ports, dispatch)
  useBet(state, ports, pointer, dispatch)
  useEffect(() => {
    if (state.quitting) exit()
  }, [state.quitting, exit])
  useNoPaste()
  useInput((input, key) => {
    const prefer = state.session?.phase === 'build' ? 'hint' : 'left'
    const commands = keyNames(input, key).map(name => commandOf(name, prefer))
    if (commands.includes('suspend')) return suspend()
    if (!view) return
    if (running) return dispatch({ type: 'skip' })
    const drawn = drawnOf(view)
    for (const command of commands) if (command) dispatch({ type: 'command', command, drawn })
  })
  const onPick = (value: string) => dispatch({ type: 'picked', value })
  return <Stage view={view} size={size} settings={settings} depth={depth} onPick={onPick} />
}
