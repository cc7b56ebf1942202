import { Box, Text } from 'ink'
import { SMALLEST, type Size } from '../layout.ts'
import type { Voice } from '../voice.ts'
import { wrapText } from '../wrap.ts'

/** Says that the terminal is too small; the game goes on when it is made larger. */
export function TooSmall({ size, voice }: { readonly size: Size; readonly voice: Voice }) {
  const words = voice.say('notice.tooSmall', {
    columns: size.columns,
    rows: size.rows,
    minColumns: SMALLEST.columns,
    minRows: SMALLEST.rows,
  })
  const lines = wrapText(`${words} ${voice.say('notice.tooSmallResume')}`, size.columns)
  return (
    <Box flexDirection="column" height={size.rows} overflow="hidden">
      {lines.slice(0, size.rows).map((line, i) => (
        <Box key={`${i}`} flexShrink={0}>
          <Text wrap="truncate-end">{line}</Text>
        </Box>
      ))}
    </Box>
  )
}
