import type { Text } from './text.ts'
import type { Axis, Step } from './world.ts'

/** A slot of a product world: what it can be set to, and where it stands at the start. */
export type Slot = {
  readonly id: string
  readonly values: readonly string[]
  readonly start: string
  readonly order: Axis['order']
}

/** State of a product world: each slot's value. */
export type Choices = { readonly [slot: string]: string }

/** The only move of a product world. */
export type SetSlot = { readonly slot: string; readonly value: string }

/** The part of a board that every product world has alike. */
export type Product = {
  readonly start: Choices
  steps(state: Choices): readonly Step<SetSlot>[]
  apply(state: Choices, move: SetSlot): Choices
  key(state: Choices): string
  readonly axes: { readonly list: readonly Axis[]; state(choice: readonly number[]): Choices }
}

/** The id of the step that sets a slot: `shop.memory=448`. */
export const stepId = (slot: string, value: string): string => `${slot}=${value}`

/**
 * Builds a product: every value of every slot is one step away, and every combination is legal.
 * `say` words a step.
 */
export function product(slots: readonly Slot[], say: (slot: string, value: string) => Text): Product {
  const steps = slots.map(slot =>
    slot.values.map(value => ({
      id: stepId(slot.id, value),
      slot: slot.id,
      move: { slot: slot.id, value },
      say: say(slot.id, value),
    })),
  )
  const valueOf = (state: Choices, slot: Slot): string => state[slot.id] ?? slot.start
  return {
    start: Object.fromEntries(slots.map(slot => [slot.id, slot.start])),
    steps: state =>
      slots.flatMap((slot, i) => (steps[i] ?? []).filter(step => step.move.value !== valueOf(state, slot))),
    apply: (state, move) => ({ ...state, [move.slot]: move.value }),
    key: state => slots.map(slot => slot.values.indexOf(valueOf(state, slot)).toString(36)).join(''),
    axes: {
      list: slots.map(({ id, values, order }) => ({ slot: id, values, order })),
      state: choice =>
        Object.fromEntries(slots.map((slot, i) => [slot.id, slot.values[choice[i] ?? 0] ?? slot.start])),
    },
  }
}
