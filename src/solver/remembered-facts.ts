import type { Json } from '../core/json.ts'
import { type Axis, type Board, readFact } from '../core/world.ts'
import type { ReadFact } from '../score/judge.ts'
import { decisions, type Room, type Trail } from './decisions.ts'
import { recordingView, slotsOf } from './recording.ts'

/** A fact's value, and the slots that it took to find it. */
type Known = { readonly value: unknown; readonly trail: Trail }

/** The facts of the states of a product, as a walk stands at one after another. */
export type RememberedFacts = {
  readonly moveTo: (choice: readonly number[]) => void
  /** Reads facts, and adds the slots that they depend on to a trail. */
  readonly reader: (trail: number[]) => ReadFact
}

/** Values of one fact that are kept at once; facts are large. */
const MOST_KEPT = 2_000
/** So often in a row a fact reads every slot before its reads are only looked at now and then. */
const PATIENCE = 64

/** Computes each fact once for a state, or not at all where the slots that it read were seen before. */
export function rememberedFacts<S extends Json, M, F extends object>(
  board: Board<S, M, F>,
  axes: { readonly list: readonly Axis[]; state(choice: readonly number[]): S },
  room: Room,
): RememberedFacts {
  const facts = new Map<string, FactAt>()
  let here: readonly number[] = []
  let turn = 0
  const factNamed = (name: string): FactAt => {
    const known = facts.get(name)
    if (known) return known
    const made = rememberedFact(board, axes, name, room)
    facts.set(name, made)
    return made
  }
  return {
    moveTo: choice => {
      here = choice
      turn++
    },
    reader: trail => name => {
      const known = factNamed(name)(here, turn)
      if (trail.length === 0) trail.push(...known.trail)
      else if (trail.length < axes.list.length) addTo(trail, known.trail)
      return known.value
    },
  }
}

function addTo(trail: number[], more: Trail): void {
  for (const axis of more) if (!trail.includes(axis)) trail.push(axis)
}

/** A fact of the state that a walk stands at; `turn` tells whether it still stands there. */
type FactAt = (here: readonly number[], turn: number) => Known

function rememberedFact<S extends Json, M, F extends object>(
  board: Board<S, M, F>,
  axes: { readonly list: readonly Axis[]; state(choice: readonly number[]): S },
  name: string,
  room: Room,
): FactAt {
  const earlier = decisions<Known>(axes.list.length, room)
  const look = observer(board, axes, name)
  let kept = 0
  let seen = -1
  let now: Known = { value: undefined, trail: [] }
  return (here, turn) => {
    if (seen === turn) return now
    seen = turn
    const known = earlier.find(here)
    if (known) {
      now = known
      return now
    }
    now = look(here)
    if (kept++ === MOST_KEPT) {
      earlier.forget()
      kept = 0
    }
    earlier.store(here, now.trail, now)
    return now
  }
}

/**
 * Computes a fact over a view of its own, so that nothing a world keeps for a state can hide what was read. Of a fact that
 * keeps reading every slot the reads are taken for granted, which is never wrong, and looked at now and then.
 */
function observer<S extends Json, M, F extends object>(
  board: Board<S, M, F>,
  axes: { readonly list: readonly Axis[]; state(choice: readonly number[]): S },
  name: string,
): (here: readonly number[]) => Known {
  const slots = slotsOf(axes.list)
  const everySlot = axes.list.map((_, i) => i)
  let full = 0
  return here => {
    const state = axes.state(here)
    if (full > PATIENCE && full++ % PATIENCE !== 0)
      return { value: readFact(board, state, name), trail: everySlot }
    const trail: number[] = []
    const view = recordingView(state, slots, axis => {
      if (!trail.includes(axis)) trail.push(axis)
    })
    const value = readFact(board, view, name)
    full = trail.length === everySlot.length ? full + 1 : 0
    return { value, trail }
  }
}
