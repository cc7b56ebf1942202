import type { Level, Objective } from './level.ts'

/** The two numbers that a level's plans are drawn by: its first two objectives, else its `plot`; `null` where it has neither. */
export function plotAxes({
  objectives = [],
  plot = [],
}: Pick<Level, 'objectives' | 'plot'>): readonly [Objective, Objective] | null {
  const [across, up] = objectives.length >= 2 ? objectives : plot
  return across && up ? [across, up] : null
}
