import type { Board } from '../core/world.ts'
import type { Ask } from './asker.ts'
import type { Counting } from './tally.ts'
import { PULSE, type TooManyStates, type Walk } from './walk.ts'

/**
 * Breadth first. A state's first path is the first by step order, since states are expanded in that order too. Only the
 * states of the frontier are kept; of the others there are the keys.
 */
export function* search<S, M, F>(
  board: Board<S, M, F>,
  asks: (state: S) => Ask,
  tally: Counting,
  limit: number,
): Generator<number, Walk | TooManyStates> {
  const map = newMap(board)
  const rowIds: number[] = []
  for (let layer: readonly S[] = [board.start]; layer.length > 0; ) {
    const next: S[] = []
    for (const state of layer) {
      const number = rowIds.length
      rowIds.push(tally.add(number, map.depth[number] ?? 0, asks(state)).id)
      for (const { id, move } of board.steps(state)) {
        const reached = board.apply(state, move)
        if (map.enter(board.key(reached), number, id)) next.push(reached)
      }
      if (map.numbers.size > limit) return { type: 'too-many-states', limit, states: null }
      if (number % PULSE === PULSE - 1) yield number + 1
    }
    layer = next
  }
  return orderWalk(board, map, tally, rowIds)
}

/** The states of an order world by their numbers: where each was first reached from, by which step, how deep. */
type StateMap = {
  readonly numbers: ReadonlyMap<string, number>
  readonly from: readonly number[]
  readonly step: readonly string[]
  readonly depth: readonly number[]
  /** Numbers a state; false when it has a number already. */
  enter(key: string, from: number, step: string): boolean
}

function newMap<S, M, F>(board: Board<S, M, F>): StateMap {
  const numbers = new Map([[board.key(board.start), 0]])
  const from = [-1]
  const step = ['']
  const depth = [0]
  return {
    numbers,
    from,
    step,
    depth,
    enter: (key, before, id) => {
      if (numbers.has(key)) return false
      numbers.set(key, numbers.size)
      from.push(before)
      step.push(id)
      depth.push((depth[before] ?? 0) + 1)
      return true
    },
  }
}

function orderWalk<S, M, F>(
  board: Board<S, M, F>,
  { numbers, from, step, depth }: StateMap,
  tally: Counting,
  rowIds: readonly number[],
): Walk {
  const rowAt: Walk['rowAt'] = state => {
    const row = tally.rows[rowIds[state] ?? -1]
    if (!row) throw new Error('a state was asked for that was not visited')
    return row
  }
  const planTo = (state: number): readonly string[] => {
    const ids: string[] = []
    for (let at = state; (from[at] ?? -1) >= 0; at = from[at] ?? -1) ids.push(step[at] ?? '')
    return ids.reverse()
  }
  const stepsFrom: Walk['stepsFrom'] = state => {
    const here = replay(board, planTo(state))
    return board
      .steps(here)
      .map(({ id, move }) => ({ id, to: numbers.get(board.key(board.apply(here, move))) ?? state }))
  }
  const good = rowIds.flatMap((id, state) => (tally.rows[id]?.good === true ? [state] : []))
  // States are numbered by depth, so the first good one is at par.
  const [first] = good
  const par = depth[first ?? 0] ?? 0
  const optimal = good.filter(state => depth[state] === par).length
  const best = first === undefined ? null : { par, optimal, solution: planTo(first) }
  const movesTo = (state: number): number => depth[state] ?? 0
  return {
    type: 'walk',
    states: rowIds.length,
    start: 0,
    best,
    rowAt,
    planTo,
    movesTo,
    stepsFrom,
    grid: null,
  }
}

/** The state that a plan of known steps leads to. */
function replay<S, M, F>(board: Board<S, M, F>, plan: readonly string[]): S {
  return plan.reduce((state, id) => {
    const step = board.steps(state).find(candidate => candidate.id === id)
    return step ? board.apply(state, step.move) : state
  }, board.start)
}
