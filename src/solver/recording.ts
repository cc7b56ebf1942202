import type { Json } from '../core/json.ts'
import type { Axis } from '../core/world.ts'

/**
 * A view of a product's state that tells which slots are read of it. The state's own data stays as it is: reads are
 * tracked from outside, so no world has to know. Listing the keys, or copying, reads every slot.
 */
export function recordingView<S extends Json>(state: S, slots: Slots, note: (axis: number) => void): S {
  if (typeof state !== 'object' || state === null) return state
  const noteOne = (key: string | symbol): void => {
    const axis = typeof key === 'string' ? slots.get(key) : undefined
    if (axis !== undefined) note(axis)
  }
  return new Proxy(state, {
    get: (target, key) => {
      noteOne(key)
      const value: unknown = Reflect.get(target, key)
      return value
    },
    has: (target, key) => {
      noteOne(key)
      return Reflect.has(target, key)
    },
    getOwnPropertyDescriptor: (target, key) => {
      noteOne(key)
      return Reflect.getOwnPropertyDescriptor(target, key)
    },
    ownKeys: target => {
      for (const axis of slots.values()) note(axis)
      return Reflect.ownKeys(target)
    },
  })
}

/** The index of the axis that each key of a product's state belongs to. */
export type Slots = ReadonlyMap<string, number>

/** The slots of a product's axes. */
export const slotsOf = (axes: readonly Axis[]): Slots => new Map(axes.map(({ slot }, i) => [slot, i]))

/** Whether a state holds nothing but the value of each slot: only then do its reads tell what an answer depends on. */
export function isChoices(state: Json, axes: readonly Axis[], choice: readonly number[]): boolean {
  if (typeof state !== 'object' || state === null || Array.isArray(state)) return false
  const entries = Object.entries(state)
  return (
    entries.length === axes.length &&
    axes.every(({ slot, values }, i) =>
      entries.some(([key, value]) => key === slot && value === values[choice[i] ?? 0]),
    )
  )
}
