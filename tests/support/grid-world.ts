import * as z from 'zod'
import { type Choices, product, type SetSlot, type Slot } from '../../src/core/product.ts'
import { same } from '../../src/core/text.ts'
import type { Axis, Board, Decoy } from '../../src/core/world.ts'
import { SIDES } from './sides.ts'

/** A slot of the grid world, in short: how many values it has, `v0` being the start. */
export type GridSlot = { readonly id: string; readonly size: number; readonly order?: Axis['order'] }

const facts = z.object({
  /** The index of each slot's value, read slot by slot. */
  at: z.record(z.string(), z.int()),
  run: z.object({ sum: z.int(), hash: z.int() }),
})
type GridFacts = z.infer<typeof facts>

/** What a grid's run does: sums what it is given, and grinds for so many ticks over slot after slot. */
export type GridRun = { readonly ticks: number }

/**
 * A product world without a story, for tests and benchmarks of the solver: a fact for each slot, and a run that reads
 * them all.
 */
export function gridBoard(
  slots: readonly GridSlot[],
  { ticks }: GridRun = { ticks: 20 },
  decoys: readonly Decoy[] = [],
): Board<Choices, SetSlot, GridFacts & { readonly [slot: string]: unknown }> {
  const all = slots.map(
    ({ id, size, order = 'none' }): Slot => ({
      id,
      values: Array.from({ length: size }, (_, i) => `v${i}`),
      start: 'v0',
      order,
    }),
  )
  const indexOf = (state: Choices, id: string): number => Number((state[id] ?? 'v0').slice(1))
  const run = (state: Choices): GridFacts['run'] => {
    const values = slots.map(({ id }) => indexOf(state, id))
    let hash = 17
    for (let tick = 0; tick < ticks; tick++)
      hash = (Math.imul(hash, 31) + (values[tick % values.length] ?? 0)) & 0xffff
    return { sum: values.reduce((a, b) => a + b, 0), hash }
  }
  const each = Object.fromEntries(slots.map(({ id }) => [id, z.int()]))
  return {
    ...product(all, (slot, value) => same(`${slot} ${value}`)),
    facts: z.object({ ...each, at: z.object(each), run: facts.shape.run }),
    observe: {
      ...Object.fromEntries(slots.map(({ id }) => [id, (state: Choices) => indexOf(state, id)])),
      at: state => Object.fromEntries(slots.map(({ id }) => [id, indexOf(state, id)])),
      run,
    },
    scene: () => ({ groups: [], controls: [], panels: [], sides: SIDES }),
    probes: [],
    answer: (_, probe) => ({
      id: probe,
      title: same(probe),
      seat: 'both',
      say: same(''),
      type: 'tree',
      lines: [],
    }),
    beats: () => [],
    artifacts: () => [],
    decoys,
  }
}
