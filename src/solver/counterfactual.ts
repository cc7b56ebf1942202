import type { Level, Rule } from '../level/level.ts'
import { holds } from '../score/judge.ts'
import { fieldOf, type Place } from './place.ts'
import { changesTo } from './way.ts'

/** The smallest change after which a rule says the opposite, and what else that change would do. */
export type Counterfactual = {
  /** Step ids from where one stands, in the order of the controls. */
  readonly steps: readonly string[]
  /** Ids of other rules that hold here and would be broken. */
  readonly breaks: readonly string[]
  /** Ids of other rules that are broken here and would hold. */
  readonly mends: readonly string[]
}

/** States that are looked at for one rule, so that an answer comes at once. */
export const COUNTERFACTUAL_BUDGET = 200

/**
 * The smallest change that mends a broken rule, or breaks one that holds: in product worlds the fewest slots to set, in
 * order worlds the fewest further steps. Of equal ones the one that breaks least else, then the first by the order of the
 * controls. `null` where the budget finds none.
 */
export function counterfactual(
  level: Level,
  place: Place,
  ruleId: string,
  budget: number = COUNTERFACTUAL_BUDGET,
): Counterfactual | null {
  const rule = level.rules.find(({ id }) => id === ruleId)
  if (!rule) return null
  const isHeld = holds(rule, place.read)
  let left = budget
  let best: Counterfactual | null = null
  for (const { steps, there } of around(level, place)) {
    // Nearer changes come first: what is farther than one that was found is no smaller change.
    if (best && steps.length > best.steps.length) return best
    if (left-- === 0) return best
    if (holds(rule, there.read) === isHeld) continue
    const found = { steps, ...alsoDone(level.rules, rule, place, there) }
    if (!best || found.breaks.length < best.breaks.length) best = found
  }
  return best
}

type Near = { readonly steps: readonly string[]; readonly there: Place }

/** Other states, the nearest first. */
function* around(level: Level, place: Place): Generator<Near> {
  const { axes, at } = fieldOf(level)
  const here = place.choice()
  if (!axes || !here) {
    yield* onwards(place)
    return
  }
  for (let distance = 1; distance <= axes.length; distance++)
    for (const choice of turned(
      here,
      axes.map(axis => axis.values.length),
      distance,
    )) {
      const there = at(choice)
      if (there) yield { steps: changesTo(axes, here, choice), there }
    }
}

/** The choices that differ from one in exactly so many slots, from the given slot on. */
function* turned(
  choice: readonly number[],
  sizes: readonly number[],
  distance: number,
  from = 0,
): Generator<readonly number[]> {
  if (distance === 0) {
    yield choice
    return
  }
  for (let slot = from; slot <= choice.length - distance; slot++)
    for (let value = 0; value < (sizes[slot] ?? 0); value++)
      if (value !== choice[slot]) yield* turned(choice.with(slot, value), sizes, distance - 1, slot + 1)
}

/** In an order world, what can be reached by further steps, breadth first. */
function* onwards(place: Place): Generator<Near> {
  const seen = new Set([place.key])
  const queue: Near[] = [{ steps: [], there: place }]
  for (const { steps, there } of queue.values())
    for (const { id } of there.steps()) {
      const next = there.take(id)
      if (!next || seen.has(next.key)) continue
      seen.add(next.key)
      const near = { steps: [...steps, id], there: next }
      queue.push(near)
      yield near
    }
}

/** What a change does to the other rules. */
function alsoDone(
  rules: readonly Rule[],
  meant: Rule,
  from: Place,
  to: Place,
): Pick<Counterfactual, 'breaks' | 'mends'> {
  const turnedTo = (held: boolean): readonly string[] =>
    rules
      .filter(rule => rule !== meant && holds(rule, from.read) !== held && holds(rule, to.read) === held)
      .map(({ id }) => id)
  return { breaks: turnedTo(false), mends: turnedTo(true) }
}
