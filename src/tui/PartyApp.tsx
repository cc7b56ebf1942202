import { useApp, useInput, useWindowSize } from 'ink'
import { useCallback, useEffect, useMemo, useReducer } from 'react'
import type { Action } from './action.ts'
import { commandOf, keyNames } from './keymap.ts'
import { isTooSmall, type Size } from './layout.ts'
import type { Depth } from './paint.ts'
import type { PartyPorts, PartyStart } from './party-ports.ts'
import { reduceParty } from './party-reducer.ts'
import { partyScreen } from './party-screen.ts'
import { type PartyAction, startParty } from './party-state.ts'
import { drawnOf } from './screen.ts'
import type { MouseInput } from './mouse.ts'
import { useAnimationClock } from './use-animation-clock.ts'
import { useNoPaste } from './use-no-paste.ts'
import { usePartyPorts } from './use-party-ports.ts'
import { usePointer } from './use-pointer.ts'
import { useRoundClock } from './use-round-clock.ts'
import { useSuspend } from './use-suspend.ts'
import { Stage } from './widgets/Stage.tsx'

type Props = {
  readonly ports: PartyPorts
  readonly start: PartyStart
  readonly depth: Depth
  readonly mouse: MouseInput
}

/** The driver's screen of a game of two: one state, one reducer, one screen drawn from it. */
export function PartyApp({ ports, start, depth, mouse }: Props) {
  const [state, act] = useReducer(reduceParty, null, () => startParty(start, ports.seconds()))
  const dispatch = useCallback((what: PartyAction['what']) => act({ now: ports.seconds(), what }), [ports])
  const animate = useCallback(
    (what: Action) => {
      if (what.type === 'tick') dispatch(what)
    },
    [dispatch],
  )
  const { columns, rows } = useWindowSize()
  const { exit } = useApp()
  const size: Size = useMemo(() => ({ columns, rows }), [columns, rows])
  const view = useMemo(() => (isTooSmall(size) ? null : partyScreen(state, size)), [state, size])
  const { running } = useAnimationClock(state.app, animate)
  const { quitting, settings, session } = state.app
  const pointer = usePointer({ settings, view, size, running, mouse, dispatch })
  const suspend = useSuspend(ports, pointer)
  useRoundClock(state, dispatch)
  usePartyPorts(state, ports, dispatch)
  useEffect(() => {
    if (quitting) exit()
  }, [quitting, exit])
  useNoPaste()
  useInput((input, key) => {
    const commands = keyNames(input, key).map(name =>
      commandOf(name, session?.phase === 'build' ? 'hint' : 'left'),
    )
    if (commands.includes('suspend')) return suspend()
    if (!view) return
    if (running) return dispatch({ type: 'skip' })
    const drawn = drawnOf(view)
    // A menu that stands from the first frame hears keys before us: what it picked must not be confirmed again.
    const ours = view.menu ? commands.filter(name => name !== 'confirm' && name !== 'toggle') : commands
    for (const command of ours) if (command) dispatch({ type: 'command', command, drawn })
  })
  const onPick = (value: string) => dispatch({ type: 'picked', value })
  return <Stage view={view} size={size} settings={settings} depth={depth} onPick={onPick} />
}
