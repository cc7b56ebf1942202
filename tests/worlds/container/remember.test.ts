import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFact } from '../../../src/core/world.ts'
import { container } from '../../../src/worlds/container/index.ts'
import { tries } from '../../support/full.ts'

test('what a board remembers of earlier states never shows: its facts are those of a board that was just opened', () => {
  const board = container.open(container.sandbox)
  const { axes } = board
  const choices = fc.tuple(...(axes?.list ?? []).map(axis => fc.nat({ max: axis.values.length - 1 })))
  fc.assert(
    fc.property(choices, fc.nat(), (choice, turned) => {
      // A state, and one that differs from it in a single slot: the nearest that a memory could confuse.
      const at = turned % choice.length
      const other = choice.with(at, ((choice[at] ?? 0) + 1) % (axes?.list[at]?.values.length ?? 1))
      for (const made of [choice, other]) {
        const state = axes?.state(made) ?? board.start
        const fresh = container.open(container.sandbox)
        for (const name of Object.keys(board.observe))
          expect(readFact(board, state, name)).toEqual(readFact(fresh, state, name))
      }
    }),
    { numRuns: tries(40, 400) },
  )
})
