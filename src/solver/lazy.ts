import type { Axis } from '../core/world.ts'
import type { Level } from '../level/level.ts'
import { worthOf } from '../score/score-run.ts'
import { LAZY, type Lazy } from './proof.ts'
import type { Row } from './tally.ts'
import type { Grid, Walk } from './walk.ts'
import { starsAt, type Walked } from './winning.ts'

/** Where a lazy way ends, and the stars that it earns there. */
export type LazyEnd = { readonly way: Lazy; readonly state: number; readonly stars: 0 | 1 | 2 | 3 }

/** The end of each lazy way: of those that can be meant by it, the one that earns most. */
export function lazyEnds(walked: Walked, axes: readonly Axis[] | null): readonly LazyEnd[] {
  const { level, walk } = walked
  return LAZY.map(way => {
    const ends = endsOf(way, level, walk, axes).map(state => ({ way, state, stars: starsAt(walked, state) }))
    return ends.reduce((most, end) => (end.stars > most.stars ? end : most))
  })
}

type Ends = readonly [number, ...number[]]

function endsOf(way: Lazy, level: Level, walk: Walk, axes: readonly Axis[] | null): Ends {
  switch (way) {
    case 'nothing':
      return [walk.start]
    case 'on':
      return walk.grid && axes ? [everythingOn(walk.grid, axes)] : [firstSteps(walk)]
    case 'largest':
      return walk.grid && axes ? largest(walk.grid, axes) : [walk.start]
    case 'smallest':
      return walk.grid && axes ? smallest(walk.grid, axes) : [walk.start]
    case 'greedy':
      return [greedy(level, walk)]
    default:
      return way satisfies never
  }
}

/** Picks a value for each axis of an order; the others stay as they start. */
function picked(
  grid: Grid,
  axes: readonly Axis[],
  pick: (axis: Axis, start: number) => number | null,
): number {
  return grid.stateOf(axes.map((axis, i) => pick(axis, grid.start[i] ?? 0) ?? grid.start[i] ?? 0))
}

const last = ({ values }: Axis): number => values.length - 1
/** The smallest change: the first value that is not the one at the start. */
const firstChange = (_: Axis, start: number): number => (start === 0 ? 1 : 0)

const everythingOn = (grid: Grid, axes: readonly Axis[]): number =>
  picked(grid, axes, axis => (axis.order === 'off-on' ? last(axis) : null))

const largest = (grid: Grid, axes: readonly Axis[]): Ends => [
  picked(grid, axes, axis => (axis.order === 'small-large' ? last(axis) : null)),
  picked(grid, axes, axis => (axis.order === 'none' ? null : last(axis))),
  picked(grid, axes, last),
]

const smallest = (grid: Grid, axes: readonly Axis[]): Ends => [
  picked(grid, axes, (axis, start) => (axis.order === 'small-large' ? firstChange(axis, start) : null)),
  picked(grid, axes, (axis, start) =>
    axis.order === 'small-large' ? firstChange(axis, start) : axis.order === 'off-on' ? last(axis) : null,
  ),
  picked(grid, axes, firstChange),
]

/** In an order world "everything on" is to take whatever is offered first, as long as something new is. */
function firstSteps(walk: Walk): number {
  const seen = new Set([walk.start])
  let state = walk.start
  for (;;) {
    const next = walk.stepsFrom(state).find(({ to }) => !seen.has(to))
    if (!next || seen.size > MOST_STEPS) return state
    seen.add(next.to)
    state = next.to
  }
}

/** No plan that a person follows blindly is longer. */
const MOST_STEPS = 200

/** Always the step that earns most points at once, the first of equals, as long as one earns anything. */
function greedy(level: Level, walk: Walk): number {
  const worth = worthOf(level.rules)
  const points = ({ held }: Row): number =>
    level.rules.reduce((sum, { id }, i) => sum + (held[i] === true ? (worth.get(id) ?? 0) : 0), 0)
  let state = walk.start
  for (;;) {
    const here = points(walk.rowAt(state))
    const best = walk
      .stepsFrom(state)
      .map(({ to }) => ({ to, gain: points(walk.rowAt(to)) - here }))
      .reduce((most, step) => (step.gain > most.gain ? step : most), { to: state, gain: 0 })
    if (best.gain === 0) return state
    state = best.to
  }
}
