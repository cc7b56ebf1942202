import { Text } from 'ink'
import type { Row } from '../rows.ts'
import { useTheme } from './use-theme.ts'

/** One row of a screen. Never wraps: rows are made to measure. */
export function RowText({ row }: { readonly row: Row }) {
  const theme = useTheme()
  return (
    <Text wrap="truncate-end">
      {row.map((part, i) => (
        <Text key={`${i}`} {...theme[part.style]}>
          {part.text}
        </Text>
      ))}
    </Text>
  )
}
