import { produce } from 'immer'
import type { Choices, SetSlot } from '../../src/core/product.ts'
import { type Board, readFact } from '../../src/core/world.ts'
import type { Rule } from '../../src/level/level.ts'

/**
 * The plain way to search a level: states edited with immer, told apart by their JSON, every rule evaluated for every
 * state from facts of its own. It stops after `most` states, and gives how many of them hold every rule.
 */
export function naiveSearch<F extends object>(
  board: Board<Choices, SetSlot, F>,
  rules: readonly Rule[],
  most: number,
): number {
  const seen = new Set([JSON.stringify(board.start)])
  const queue: Choices[] = [board.start]
  let good = 0
  for (const [visited, state] of queue.entries()) {
    if (visited === most) break
    const held = rules.map(({ when }) => when.plain(name => readFact(board, state, name)))
    if (held.every(value => value === true)) good++
    for (const { move } of board.steps(state)) {
      const next = produce<{ [slot: string]: string }>(state, draft => {
        draft[move.slot] = move.value
      })
      const key = JSON.stringify(next)
      if (seen.has(key)) continue
      seen.add(key)
      queue.push(next)
    }
  }
  return good
}
