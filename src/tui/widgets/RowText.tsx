import { Text } from 'ink'
import { memo } from 'react'
import type { Row } from '../rows.ts'
import { useTheme } from './use-theme.ts'

type Props = { readonly row: Row }

/**
 * One row of a screen. Never wraps: rows are made to measure. Rows are made anew for each frame, and nearly all say what
 * they said before, so they are compared by what they say.
 */
export const RowText = memo(function RowText({ row }: Props) {
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
}, saysTheSame)

function saysTheSame({ row: before }: Props, { row: after }: Props): boolean {
  if (before.length !== after.length) return false
  return before.every(({ text, style }, i) => text === after[i]?.text && style === after[i].style)
}
