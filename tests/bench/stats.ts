/** The value below which a share of the measurements lies; NaN where nothing was measured. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** The middle of the measurements. */
export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** One line of the table: what was measured, what came out, and the most that it may be. */
export type Line = {
  readonly what: string
  readonly value: number
  readonly unit: string
  readonly target?: number
}

const shown = (value: number, unit: string): string =>
  `${value < 100 && !Number.isInteger(value) ? value.toFixed(1) : Math.round(value).toLocaleString('en')} ${unit}`

/** Lines as a table of text. Where a target is missed, the line says so. */
export function table(lines: readonly Line[]): string {
  const cells = lines.map(({ what, value, unit, target }) => [
    what,
    shown(value, unit),
    target === undefined ? '' : `≤ ${shown(target, unit)}`,
    target === undefined ? '' : value <= target ? 'held' : 'MISSED',
  ])
  const width = (column: number): number => Math.max(...cells.map(row => row[column]?.length ?? 0))
  const widths = [width(0), width(1), width(2), width(3)]
  return cells
    .map(row =>
      row
        .map((cell, i) => (i === 1 || i === 2 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
