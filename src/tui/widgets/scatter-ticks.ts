/** The numbers that an axis spans. */
export type Range = { readonly low: number; readonly high: number }

/** The span of some numbers. */
export const rangeOf = (values: readonly number[]): Range => ({
  low: Math.min(...values),
  high: Math.max(...values),
})

/** Where a number stands among so many cells of an axis, 0 for the least. */
export const place = (value: number, { low, high }: Range, size: number): number =>
  high === low ? 0 : Math.round(((value - low) / (high - low)) * (size - 1))

const grouped = (value: number): string => Math.round(value).toLocaleString('en-US')

const middle = ({ low, high }: Range): number => (low + high) / 2

/** A span in words, for an axis without room for ticks: `552–1,948`. */
export const rangeWords = ({ low, high }: Range): string =>
  low === high ? grouped(low) : `${grouped(low)}-${grouped(high)}`

/** What stands beside the rows of a y axis: its highest number on top, its lowest at the foot, and the middle. */
export function ticksOf(range: Range, height: number): ReadonlyMap<number, string> {
  const { low, high } = range
  if (low === high) return new Map([[height - 1, grouped(low)]])
  const half = middle(range)
  return new Map([
    [0, grouped(high)],
    // Only a middle that is a whole number stands exactly on its row.
    ...(Number.isInteger(half) ? [[(height - 1) / 2, grouped(half)] as const] : []),
    [height - 1, grouped(low)],
  ])
}

/** What stands below the columns of an x axis: its lowest number, its highest at the end, and the middle where it fits. */
export function tickRow(range: Range, across: number): string {
  const { low, high } = range
  const first = grouped(low)
  if (low === high) return first
  const last = grouped(high)
  const half = middle(range)
  const word = Number.isInteger(half) ? grouped(half) : ''
  const at = Math.round((across - 1) / 2 - word.length / 2)
  const fits = word !== '' && at > first.length + 1 && at + word.length + 1 < across - last.length
  const head = fits ? first.padEnd(at) + word : first
  return head + last.padStart(across - head.length)
}
