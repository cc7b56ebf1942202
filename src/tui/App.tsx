import { Box, useApp, useInput, usePaste, useWindowSize } from 'ink'
import { useEffect, useMemo, useReducer } from 'react'
import { commandOf, keyNames } from './keymap.ts'
import { isTooSmall, type Size } from './layout.ts'
import type { Ports, Start } from './ports.ts'
import type { Depth } from './paint.ts'
import { initial, reduce } from './reducer.ts'
import { drawnOf, screen } from './screen.ts'
import { theme } from './theme.ts'
import { useAnimationClock } from './use-animation-clock.ts'
import type { MouseInput } from './mouse.ts'
import { useBet } from './use-bet.ts'
import { usePorts } from './use-ports.ts'
import { usePointer } from './use-pointer.ts'
import { useSuspend } from './use-suspend.ts'
import { voice as voiceOf } from './voice.ts'
import { Menu } from './widgets/Menu.tsx'
import { Lines } from './widgets/Lines.tsx'
import { TooSmall } from './widgets/TooSmall.tsx'
import { ThemeContext } from './widgets/use-theme.ts'

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
  const { lang, glyphs } = state.settings
  const voice = useMemo(() => voiceOf(lang, glyphs), [lang, glyphs])
  const looks = useMemo(() => theme(state.settings.theme), [state.settings.theme])
  const { running } = useAnimationClock(state, dispatch)
  const pointer = usePointer({ state, view, size, running, mouse, dispatch })
  const suspend = useSuspend(ports, pointer)
  usePorts(state, ports, dispatch)
  useBet(state, ports, dispatch)
  useEffect(() => {
    if (state.quitting) exit()
  }, [state.quitting, exit])
  // Listening is what tells the terminal to mark a paste; what is in it presses no keys.
  usePaste(() => {})
  useInput((input, key) => {
    const prefer = state.session?.phase === 'build' ? 'hint' : 'left'
    const commands = keyNames(input, key).map(name => commandOf(name, prefer))
    if (commands.includes('suspend')) return suspend()
    if (!view) return
    if (running) return dispatch({ type: 'skip' })
    const drawn = drawnOf(view)
    for (const command of commands) if (command) dispatch({ type: 'command', command, drawn })
  })
  if (!view) return <TooSmall size={size} voice={voice} />
  return (
    <ThemeContext value={looks}>
      <Box width={columns} height={rows} flexDirection="column" flexShrink={0} overflow="hidden">
        <Lines view={view} size={size} glyphs={voice.glyphs} depth={depth} />
        {view.menu ? (
          <Menu
            key={view.menu.id}
            menu={view.menu}
            voice={voice}
            onPick={value => dispatch({ type: 'picked', value })}
          />
        ) : null}
      </Box>
    </ThemeContext>
  )
}
