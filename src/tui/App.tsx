import { Box, useApp, useInput, useWindowSize } from 'ink'
import { useEffect, useMemo, useReducer } from 'react'
import type { Drawn } from './action.ts'
import { commandOf, keyNames } from './keymap.ts'
import { isTooSmall, type Size } from './layout.ts'
import type { Ports, Start } from './ports.ts'
import { initial, reduce } from './reducer.ts'
import { screen } from './screen.ts'
import type { ScreenView } from './screen-view.ts'
import { theme } from './theme.ts'
import { useAnimationClock } from './use-animation-clock.ts'
import { usePorts } from './use-ports.ts'
import { useSuspend } from './use-suspend.ts'
import { voice as voiceOf } from './voice.ts'
import { Menu } from './widgets/Menu.tsx'
import { Pane } from './widgets/Pane.tsx'
import { RowText } from './widgets/RowText.tsx'
import { TooSmall } from './widgets/TooSmall.tsx'
import { ThemeContext } from './widgets/use-theme.ts'

type Props = { readonly ports: Ports; readonly start: Start }

/** The whole interface: one state, one reducer, one screen drawn from it. */
export function App({ ports, start }: Props) {
  const [state, dispatch] = useReducer(reduce, null, () => initial(ports.campaign, ports.sandboxes, start))
  const { columns, rows } = useWindowSize()
  const { exit } = useApp()
  const size: Size = useMemo(() => ({ columns, rows }), [columns, rows])
  const view = useMemo(() => (isTooSmall(size) ? null : screen(state, size)), [state, size])
  const { lang, glyphs } = state.settings
  const voice = useMemo(() => voiceOf(lang, glyphs), [lang, glyphs])
  const looks = useMemo(() => theme(state.settings.theme), [state.settings.theme])
  const { running } = useAnimationClock(state, dispatch)
  const suspend = useSuspend(ports)
  usePorts(state, ports, dispatch)
  useEffect(() => {
    if (state.quitting) exit()
  }, [state.quitting, exit])
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
        <RowText row={view.header} />
        <Box flexGrow={1} />
        {view.message.map((row, i) => (
          <RowText key={`${i}`} row={row} />
        ))}
        <RowText row={view.footer} />
        {view.panes.map(pane => (
          <Pane key={pane.id} pane={pane} voice={voice} />
        ))}
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

/** What the reducer needs to know of the drawn screen. */
function drawnOf(view: ScreenView): Drawn {
  const limits = Object.fromEntries(view.panes.map(pane => [pane.id, pane.limit]))
  const active = view.panes.find(pane => pane.id === view.active)
  return {
    limits: { ...limits, ...view.limits },
    active: view.active,
    page: active ? active.rect.height - 2 : 1,
    terms: view.terms,
  }
}
