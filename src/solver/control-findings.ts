import type { Level } from '../level/level.ts'
import { questionsOf } from './questions.ts'
import { fieldOf } from './place.ts'
import type { Finding } from './finding.ts'
import type { Survey } from './survey.ts'
import type { Grid } from './walk.ts'
import { starsAt } from './winning.ts'

/** Controls on which nothing depends, and tradeoffs that are none. Order worlds have no controls of their own. */
export function controlFindings(survey: Survey): readonly Finding[] {
  const { grid } = survey.walk
  return grid ? [...idleControls(survey, grid), ...ownBest(survey, grid)] : []
}

function idleControls({ axes, decoys, walk }: Survey, grid: Grid): readonly Finding[] {
  return (axes ?? []).flatMap(({ slot }, axis) => {
    if (decoys.some(decoy => decoy.slot === slot)) return []
    if (matters(axis, grid, walk.states, state => walk.rowAt(state).id)) return []
    const message =
      `no rule or nudge depends on the control '${slot}': make it matter, remove it, ` +
      'or declare it a decoy and name its misconception'
    return [{ code: 'idle-control', message } as const]
  })
}

/** Whether any state's row changes when one axis alone is turned. */
function matters(axis: number, { sizes }: Grid, states: number, rowId: (state: number) => number): boolean {
  const stride = sizes.slice(axis + 1).reduce((a, b) => a * b, 1)
  const size = sizes[axis] ?? 1
  for (let state = 0; state < states; state++) {
    const isLast = Math.floor(state / stride) % size === size - 1
    if (!isLast && rowId(state) !== rowId(state + stride)) return true
  }
  return false
}

/** A tradeoff in which each control's own best, put together, is a best plan needs no thought about the whole. */
function ownBest(survey: Survey, grid: Grid): readonly Finding[] {
  const { level, walk } = survey
  return (level.objectives ?? []).flatMap(({ id }, i) => {
    const together = grid.stateOf(grid.sizes.map((_, axis) => bestAlone(level, grid, axis, i)))
    if (starsAt(survey, together) < 3) return []
    const message =
      `setting each control to what alone is best for '${id}' earns ★★★: couple the choices, ` +
      'with a fixed cost or a budget that they share'
    return [{ code: 'own-best', message, moves: walk.planTo(together) } as const]
  })
}

/** The value of an axis that serves an objective best while all else stays as it starts. */
function bestAlone(level: Level, grid: Grid, axis: number, objective: number): number {
  const { list, objectives } = questionsOf(level)
  const sign = level.objectives?.[objective]?.better === 'more' ? -1 : 1
  const cost = (value: number): number => {
    const place = fieldOf(level).at(grid.start.with(axis, value))
    return sign * Number((place && list[objectives + objective]?.(place.read)) ?? 0)
  }
  const values = Array.from({ length: grid.sizes[axis] ?? 1 }, (_, value) => ({ value, cost: cost(value) }))
  return values.reduce((best, one) => (one.cost < best.cost ? one : best)).value
}
