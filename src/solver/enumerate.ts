import { stepId } from '../core/product.ts'
import type { Json } from '../core/json.ts'
import type { Axis, Board } from '../core/world.ts'
import type { ProductAsker } from './asker.ts'
import { choiceOf } from './place.ts'
import type { Counting, Row } from './tally.ts'
import { type Grid, PULSE, type TooManyStates, type Walk } from './walk.ts'
import { changesTo } from './way.ts'

/**
 * Every combination of a product, the last axis turning fastest, so that choices come in lexicographic order. Plans
 * don't (a slot left alone sorts by the next one), so plans of equal length are compared.
 */
export function* enumerate<S extends Json, M, F>(
  board: Board<S, M, F>,
  axes: readonly Axis[],
  { moveTo, ask }: ProductAsker,
  tally: Counting,
  limit: number,
): Generator<number, Walk | TooManyStates> {
  const sizes = axes.map(axis => axis.values.length)
  const states = sizes.reduce((a, b) => a * b, 1)
  if (states > limit) return { type: 'too-many-states', limit, states }
  const grid = gridOf(sizes, choiceOf(board, board.start) ?? [])
  const rowIds = new Uint32Array(states)
  const choice = sizes.map(() => 0)
  let best: BestChoice | null = null
  for (let state = 0; state < states; state++) {
    moveTo(choice)
    const moves = distance(choice, grid.start)
    const row = tally.add(state, moves, ask)
    rowIds[state] = row.id
    if (row.good) best = better(best, choice, grid.start, moves)
    turn(choice, sizes)
    if (state % PULSE === PULSE - 1) yield state + 1
  }
  return productWalk(axes, grid, state => rowOf(tally, rowIds[state]), best)
}

function rowOf(tally: Counting, id: number | undefined): Row {
  const row = tally.rows[id ?? -1]
  if (!row) throw new Error('a state was asked for that was not visited')
  return row
}

function productWalk(
  axes: readonly Axis[],
  grid: Grid,
  rowAt: (state: number) => Row,
  best: BestChoice | null,
): Walk {
  const planTo = (state: number): readonly string[] => changesTo(axes, grid.start, grid.choiceOf(state))
  return {
    type: 'walk',
    states: grid.sizes.reduce((a, b) => a * b, 1),
    start: grid.stateOf(grid.start),
    best: best && {
      par: best.par,
      optimal: best.optimal,
      solution: changesTo(axes, grid.start, best.choice),
    },
    rowAt,
    planTo,
    movesTo: state => distance(grid.choiceOf(state), grid.start),
    stepsFrom: state => {
      const choice = grid.choiceOf(state)
      return axes.flatMap(({ slot, values }, i) =>
        values.flatMap((value, at) =>
          at === choice[i] ? [] : [{ id: stepId(slot, value), to: grid.stateOf(choice.with(i, at)) }],
        ),
      )
    },
    grid,
  }
}

/** Numbers the choices of a product in lexicographic order. */
function gridOf(sizes: readonly number[], start: readonly number[]): Grid {
  return {
    sizes,
    start,
    stateOf: choice => choice.reduce((state, value, i) => state * (sizes[i] ?? 1) + value, 0),
    choiceOf: state => {
      let rest = state
      return sizes
        .toReversed()
        .map(size => {
          const value = rest % size
          rest = Math.floor(rest / size)
          return value
        })
        .reverse()
    },
  }
}

/** Turns the odometer by one. */
function turn(choice: number[], sizes: readonly number[]): void {
  for (let i = choice.length - 1; i >= 0; i--) {
    const next = (choice[i] ?? 0) + 1
    choice[i] = next < (sizes[i] ?? 0) ? next : 0
    if (choice[i] !== 0) return
  }
}

/** Slots in which two choices differ. A loop, since it is asked of every state. */
function distance(a: readonly number[], b: readonly number[]): number {
  let count = 0
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count++
  return count
}

type BestChoice = { readonly par: number; readonly optimal: number; readonly choice: readonly number[] }

function better(
  best: BestChoice | null,
  choice: readonly number[],
  start: readonly number[],
  par: number,
): BestChoice {
  if (!best || par < best.par) return { par, optimal: 1, choice: [...choice] }
  if (par > best.par) return best
  const first = comesBefore(choice, best.choice, start) ? [...choice] : best.choice
  return { par, optimal: best.optimal + 1, choice: first }
}

/** Whether a plan's steps stand before another's in the order of the board's steps; both are of one length. */
function comesBefore(a: readonly number[], b: readonly number[], start: readonly number[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i])
  if (at < 0) return false
  // The first slot in which they differ: changing it at all comes before leaving it for a later slot.
  if (a[at] === start[at]) return false
  return b[at] === start[at] || (a[at] ?? 0) < (b[at] ?? 0)
}
