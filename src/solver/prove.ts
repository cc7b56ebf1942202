import type { Json } from '../core/json.ts'
import { stepId } from '../core/product.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Board } from '../core/world.ts'
import type { Level } from '../level/level.ts'
import { holds } from '../score/judge.ts'
import { choiceOf, factReader } from './place.ts'
import type { Proof } from './proof.ts'

/** Why a level could not be proved. */
export type Unproved =
  /** More states than were allowed to be visited; `states` is how many there are, where that is known. */
  | { readonly type: 'too-many-states'; readonly limit: number; readonly states: number | null }
  /** No state holds all goals with no guard broken. `solved` counts those in which the goals alone hold. */
  | { readonly type: 'unsolvable'; readonly states: number; readonly solved: number }

/** How far a proof may go. */
export type ProveOptions = { readonly maxStates?: number }

/** States that a proof visits at most, unless told otherwise. */
export const MAX_STATES = 1_000_000

/**
 * Visits every reachable state of a level and says what is true of it. Product worlds are enumerated, order worlds
 * searched breadth first. The solution is the first of the shortest by the order of the board's steps, so it is stable.
 */
export function prove(level: Level, options: ProveOptions = {}): Result<Proof, Unproved> {
  const limit = options.maxStates ?? MAX_STATES
  return level.board.with(board => {
    const found = board.axes
      ? enumerate(board, board.axes, rating(level, board), limit)
      : search(board, rating(level, board), limit)
    if (found.type === 'too-many-states') return fail(found)
    const { states, solved, best } = found
    if (!best) return fail({ type: 'unsolvable', states, solved } as const)
    const { par, optimal, solution } = best
    return ok({ playHash: level.playHash, states, solved, par, optimal, solution })
  })
}

/** What the search has to know of a state: goals hold; and no guard is broken either. */
type Rating = 'open' | 'solved' | 'good'

type Found =
  | {
      readonly type: 'found'
      readonly states: number
      readonly solved: number
      readonly best: {
        readonly par: number
        readonly optimal: number
        readonly solution: readonly string[]
      } | null
    }
  | { readonly type: 'too-many-states'; readonly limit: number; readonly states: number | null }

function rating<S extends Json, M, F extends object>(
  level: Level,
  board: Board<S, M, F>,
): (state: S) => Rating {
  const goals = level.rules.filter(rule => rule.kind === 'goal')
  const guards = level.rules.filter(rule => rule.kind === 'guard')
  return state => {
    const read = factReader(board, state)
    if (!goals.every(rule => holds(rule, read))) return 'open'
    return guards.every(rule => holds(rule, read)) ? 'good' : 'solved'
  }
}

/**
 * Every combination of a product, the last axis turning fastest, so that choices come in lexicographic order. Plans
 * don't (a slot left alone sorts by the next one), so plans of equal length are compared.
 */
function enumerate<S extends Json, M, F extends object>(
  board: Board<S, M, F>,
  axes: NonNullable<Board<S, M, F>['axes']>,
  rate: (state: S) => Rating,
  limit: number,
): Found {
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

/** Breadth first. A state's first path is the first by step order, since states are expanded in that order too. */
function search<S extends Json, M, F extends object>(
  board: Board<S, M, F>,
  rate: (state: S) => Rating,
  limit: number,
): Found {
  type Node = { readonly state: S; readonly depth: number; readonly from: Node | null; readonly id: string }
  const nodes: Node[] = [{ state: board.start, depth: 0, from: null, id: '' }]
  const seen = new Set([board.key(board.start)])
  let solved = 0
  let optimal = 0
  let first: Node | null = null
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (!node) break
    const rated = rate(node.state)
    if (rated !== 'open') solved++
    if (rated === 'good') {
      first ??= node
      if (node.depth === first.depth) optimal++
    }
    for (const step of board.steps(node.state)) {
      const state = board.apply(node.state, step.move)
      const key = board.key(state)
      if (seen.has(key)) continue
      if (seen.size >= limit) return { type: 'too-many-states', limit, states: null }
      seen.add(key)
      nodes.push({ state, depth: node.depth + 1, from: node, id: step.id })
    }
  }
  const solution: string[] = []
  for (let node = first; node?.from; node = node.from) solution.unshift(node.id)
  return {
    type: 'found',
    states: nodes.length,
    solved,
    best: first ? { par: first.depth, optimal, solution } : null,
  }
}
