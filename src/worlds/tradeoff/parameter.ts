import type { Text } from '../../core/text.ts'

/**
 * How sure a figure is: read in the primary source, measured for this game, quoted by a secondary source, derived from
 * cited figures, or background knowledge.
 */
export type Confidence = 'primary' | 'measured' | 'secondary' | 'derived' | 'background'

/** Where a figure comes from. */
export type Source = { readonly cite: Text; readonly year: number }

/** One cited figure. `low` and `high` are the spread where sources disagree, in the same unit. */
export type Parameter = {
  readonly value: number
  readonly unit: 'ms' | 'MiB' | 'MB' | '%' | 'times slower' | 'mCPU' | 'IOPS' | 'Gbit/s'
  readonly source: Source
  readonly confidence: Confidence
  /** What it is, and under which condition it holds. */
  readonly about: Text
  readonly low?: number
  readonly high?: number
  /** Measured under software emulation, so only good for an order of magnitude. */
  readonly emulated?: true
}

/** The year in which the game is played; what is older than five years is labelled so. */
export const THIS_YEAR = 2026

/** Whether a figure is older than five years. */
export const isOld = ({ source }: Parameter): boolean => THIS_YEAR - source.year > 5
