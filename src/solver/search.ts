import type { Board } from '../core/world.ts'
import { type Found, PULSE, type Rating } from './rating.ts'

/** A state on the way, and the step that first led to it. */
type Node<S> = {
  readonly state: S
  readonly depth: number
  readonly from: Node<S> | null
  readonly id: string
}

/** Breadth first. A state's first path is the first by step order, since states are expanded in that order too. */
export function* search<S, M, F>(
  board: Board<S, M, F>,
  rate: (state: S) => Rating,
  limit: number,
): Generator<number, Found> {
  const nodes: Node<S>[] = [{ state: board.start, depth: 0, from: null, id: '' }]
  const seen = new Set([board.key(board.start)])
  let solved = 0
  let optimal = 0
  let first: Node<S> | null = null
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (!node) break
    const rated = rate(node.state)
    if (rated !== 'open') solved++
    if (rated === 'good') {
      first ??= node
      if (node.depth === first.depth) optimal++
    }
    if (at % PULSE === PULSE - 1) yield at + 1
    for (const step of board.steps(node.state)) {
      const state = board.apply(node.state, step.move)
      const key = board.key(state)
      if (seen.has(key)) continue
      if (seen.size >= limit) return { type: 'too-many-states', limit, states: null }
      seen.add(key)
      nodes.push({ state, depth: node.depth + 1, from: node, id: step.id })
    }
  }
  const best = first ? { par: first.depth, optimal, solution: pathTo(first) } : null
  return { type: 'found', states: nodes.length, solved, best }
}

function pathTo<S>(node: Node<S>): readonly string[] {
  const ids: string[] = []
  for (let at: Node<S> = node; at.from; at = at.from) ids.push(at.id)
  return ids.reverse()
}
