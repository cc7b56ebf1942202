import { Text } from 'ink'
import { memo, useMemo } from 'react'
import type { Glyphs } from '../glyphs.ts'
import type { Size } from '../layout.ts'
import { type Depth, paint } from '../paint.ts'
import { screenRows } from '../screen-rows.ts'
import type { ScreenView } from '../screen-view.ts'
import { useTheme } from './use-theme.ts'

type Props = {
  readonly view: ScreenView
  readonly size: Size
  readonly glyphs: Glyphs
  readonly depth: Depth
}

/**
 * A screen as lines of text that are coloured already. A text for each span would have the library lay out, measure and
 * colour hundreds of pieces for every key; from whole lines it takes those that changed.
 */
export function Lines({ view, size, glyphs, depth }: Props) {
  const looks = useTheme()
  const lines = useMemo(
    () => screenRows(view, size, glyphs).map(row => paint(row, looks, depth)),
    [view, size, glyphs, looks, depth],
  )
  return lines.map((line, i) => <Line key={`${i}`} line={line} />)
}

const Line = memo(function Line({ line }: { readonly line: string }) {
  // An empty text would take no line.
  return <Text wrap="truncate-end">{line === '' ? ' ' : line}</Text>
})
