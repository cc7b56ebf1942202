/** Where plans stand in a plot: across, up, and how many plans stand there; in the order of these. */
export type PlotPoints = readonly (readonly number[])[]

/** Every plan of a level by the two numbers that it is drawn by. */
export type Cloud = {
  /** Plans in which all goals hold and no guard is broken. */
  readonly good: PlotPoints
  /** All others; where they stand on too many points, on those of a raster. */
  readonly broken: PlotPoints
}

/** A cloud that is being counted. */
export type CloudCount = {
  /** Takes in a plan. `value` gives where it stands, 0 for across and 1 for up. */
  add(isGood: boolean, value: (axis: 0 | 1) => number): void
  /** `undefined` where there are more plans than are plotted. */
  cloud(): Cloud | undefined
}

/** Plans of a level that are plotted at most: beyond it the good ones alone are kept, by the frontier. */
const MOST_PLANS = 20_000
/** Points that a proof keeps of one kind; it is read by people. */
const MOST_POINTS = 400
/** About twice the cells that a plot has, so a raster as fine loses nothing that is seen. */
const RASTER = { across: 120, up: 27 }

/** A cloud with no plans yet. */
export function cloudCount(): CloudCount {
  const good = new Map<string, number>()
  const broken = new Map<string, number>()
  let plans = 0
  return {
    add: (isGood, value) => {
      plans++
      if (plans > MOST_PLANS) return
      const points = isGood ? good : broken
      const key = `${value(0)},${value(1)}`
      points.set(key, (points.get(key) ?? 0) + 1)
    },
    cloud: () => (plans > MOST_PLANS ? undefined : { good: listed(good), broken: thinned(listed(broken)) }),
  }
}

const listed = (points: ReadonlyMap<string, number>): PlotPoints =>
  [...points]
    .map(([key, count]) => [...key.split(',').map(Number), count])
    .toSorted(([ax = 0, ay = 0], [bx = 0, by = 0]) => ax - bx || ay - by)

/** Too many points, moved to the nearest ones of a raster that spans them. */
function thinned(points: PlotPoints): PlotPoints {
  if (points.length <= MOST_POINTS) return points
  const across = onto(
    points.map(([x = 0]) => x),
    RASTER.across,
  )
  const up = onto(
    points.map(([, y = 0]) => y),
    RASTER.up,
  )
  const merged = new Map<string, number>()
  for (const [x = 0, y = 0, count = 0] of points) {
    const key = `${across(x)},${up(y)}`
    merged.set(key, (merged.get(key) ?? 0) + count)
  }
  return listed(merged)
}

/** Moves numbers to so many steps between the least and the greatest; where there are no more numbers, they stay. */
function onto(values: readonly number[], steps: number): (value: number) => number {
  if (new Set(values).size <= steps) return value => value
  const low = Math.min(...values)
  const step = (Math.max(...values) - low) / (steps - 1)
  return value => Math.round(low + Math.round((value - low) / step) * step)
}
