import { stepId } from '../core/product.ts'
import type { Board } from '../core/world.ts'
import { choiceOf } from './place.ts'
import { type Found, PULSE, type Rating } from './rating.ts'

/**
 * Every combination of a product, the last axis turning fastest, so that choices come in lexicographic order. Plans
 * don't (a slot left alone sorts by the next one), so plans of equal length are compared.
 */
export function* enumerate<S, M, F>(
  board: Board<S, M, F>,
  axes: NonNullable<Board<S, M, F>['axes']>,
  rate: (state: S) => Rating,
  limit: number,
): Generator<number, Found> {
  const sizes = axes.list.map(axis => axis.values.length)
  const states = sizes.reduce((a, b) => a * b, 1)
  if (states > limit) return { type: 'too-many-states', limit, states }
  const start = choiceOf(board, board.start) ?? []
  const choice = sizes.map(() => 0)
  let solved = 0
  let best: { par: number; optimal: number; choice: readonly number[] } | null = null
  for (let visited = 0; visited < states; visited++) {
    const rated = rate(axes.state(choice))
    if (rated !== 'open') solved++
    if (rated === 'good') best = better(best, choice, start)
    turn(choice, sizes)
    if (visited % PULSE === PULSE - 1) yield visited + 1
  }
  if (!best) return { type: 'found', states, solved, best }
  const solution = best.choice.flatMap((value, i) => {
    const axis = axes.list[i]
    return axis && value !== start[i] ? [stepId(axis.slot, axis.values[value] ?? '')] : []
  })
  return { type: 'found', states, solved, best: { par: best.par, optimal: best.optimal, solution } }
}

/** Turns the odometer by one. */
function turn(choice: number[], sizes: readonly number[]): void {
  for (let i = choice.length - 1; i >= 0; i--) {
    const next = (choice[i] ?? 0) + 1
    choice[i] = next < (sizes[i] ?? 0) ? next : 0
    if (choice[i] !== 0) return
  }
}

type BestChoice = { readonly par: number; readonly optimal: number; readonly choice: readonly number[] }

function better(best: BestChoice | null, choice: readonly number[], start: readonly number[]): BestChoice {
  const par = choice.filter((value, i) => value !== start[i]).length
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
