import { Box } from 'ink'
import type { PaneView } from '../pane.ts'
import type { Voice } from '../voice.ts'
import { frameRows } from './frame-rows.ts'
import { RowText } from './RowText.tsx'

/** A framed pane at its place on the screen. */
export function Pane({ pane, voice }: { readonly pane: PaneView; readonly voice: Voice }) {
  const { rect } = pane
  const rows = frameRows(pane, voice.glyphs, n => `${n}`)
  return (
    <Box
      position="absolute"
      left={rect.x}
      top={rect.y}
      width={rect.width}
      height={rect.height}
      flexDirection="column"
      flexShrink={0}
      overflow="hidden"
    >
      {rows.map((row, i) => (
        <RowText key={`${i}`} row={row} />
      ))}
    </Box>
  )
}
