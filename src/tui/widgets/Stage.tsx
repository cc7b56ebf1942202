import { Box } from 'ink'
import { useMemo } from 'react'
import type { Size } from '../layout.ts'
import type { Depth } from '../paint.ts'
import type { Settings } from '../ports.ts'
import type { ScreenView } from '../screen-view.ts'
import { theme } from '../theme.ts'
import { voice as voiceOf } from '../voice.ts'
import { Lines } from './Lines.tsx'
import { Menu } from './Menu.tsx'
import { TooSmall } from './TooSmall.tsx'
import { ThemeContext } from './use-theme.ts'

type Props = {
  /** Null where the terminal is too small to draw. */
  readonly view: ScreenView | null
  readonly size: Size
  readonly settings: Settings
  readonly depth: Depth
  readonly onPick: (value: string) => void
}

/** A drawn screen: its lines, and the menu that it may have. */
export function Stage({ view, size, settings, depth, onPick }: Props) {
  const { lang, glyphs } = settings
  const voice = useMemo(() => voiceOf(lang, glyphs), [lang, glyphs])
  const looks = useMemo(() => theme(settings.theme), [settings.theme])
  if (!view) return <TooSmall size={size} voice={voice} />
  return (
    <ThemeContext value={looks}>
      <Box width={size.columns} height={size.rows} flexDirection="column" flexShrink={0} overflow="hidden">
        <Lines view={view} size={size} glyphs={voice.glyphs} depth={depth} />
        {view.menu ? <Menu key={view.menu.id} menu={view.menu} voice={voice} onPick={onPick} /> : null}
      </Box>
    </ThemeContext>
  )
}
