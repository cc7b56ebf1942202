import type { Level, Rule } from '../level/level.ts'
import { holds } from '../score/judge.ts'
import { fieldOf, type Place } from './place.ts'
import type { Proof } from './proof.ts'
import { changesTo, knownWay, type Standing } from './way.ts'

/** The smallest change after which a rule says the opposite, and what else that change would do. */
export type Counterfactual = {
  /** Steps to take back first; only in order worlds, where a step may spoil what comes after it. */
  readonly undo: number
  /** Step ids from there, in the order of the controls. */
  readonly steps: readonly string[]
  /** Ids of other rules that hold here and would be broken. */
  readonly breaks: readonly string[]
  /** Ids of other rules that are broken here and would hold. */
  readonly mends: readonly string[]
  /** False where the budget ended first: then these are steps of the proof's solution, and fewer may do. */
  readonly isSmallest: boolean
}

/**
 * States that are looked at for one rule, so that an answer comes at once. In order worlds every state is a run of its
 * own, and there is no cheaper rule to fail first.
 */
export const COUNTERFACTUAL_BUDGET = { product: 300, order: 100 } as const

/**
 * The smallest change that mends a broken rule, or breaks one that holds: in product worlds the fewest slots to set, in
 * order worlds the fewest steps to take and take back. Of equal ones the one that breaks least else, then the first by
 * the order of the controls. `null` where there is none, or where the budget finds none and the solution has none.
 */
export function counterfactual(
  level: Level,
  proof: Proof,
  standing: Standing,
  ruleId: string,
  budget: number = COUNTERFACTUAL_BUDGET[fieldOf(level).axes ? 'product' : 'order'],
): Counterfactual | null {
  const rule = level.rules.find(({ id }) => id === ruleId)
  if (!rule) return null
  const found = nearest(level, standing, rule, budget)
  if (found.type === 'known') return found.change
  const known = onTheWay(level, proof, standing, rule)
  return known && { ...known, isSmallest: sizeOf(known) <= found.distance }
}

type Found =
  | { readonly type: 'known'; readonly change: Counterfactual | null }
  /** The budget ended before anything was found; nothing nearer than this turns the rule. */
  | { readonly type: 'unknown'; readonly distance: number }

function nearest(level: Level, standing: Standing, rule: Rule, budget: number): Found {
  const { place } = standing
  const isHeld = holds(rule, place.read)
  let left = budget
  let best: Counterfactual | null = null
  for (const near of around(level, standing)) {
    // Nearer changes come first: what is farther than one that was found is no smaller change.
    if (best && sizeOf(near) > sizeOf(best)) break
    if (left-- <= 0)
      return best ? { type: 'known', change: best } : { type: 'unknown', distance: sizeOf(near) }
    if (holds(rule, near.there.read) === isHeld) continue
    const found = changeTo(level, rule, place, near)
    if (!best || found.breaks.length < best.breaks.length) best = found
    if (best.breaks.length === 0) break
  }
  return { type: 'known', change: best }
}

/** Those steps of the known way to the solution that turn the rule: seldom many, but not always the fewest. */
function onTheWay(level: Level, proof: Proof, standing: Standing, rule: Rule): Counterfactual | null {
  const { place, path } = standing
  const isHeld = holds(rule, place.read)
  const { undo, steps } = knownWay(level, proof, standing)
  const from = undo > 0 ? (path.at(-undo)?.from ?? place) : place
  const after = (ids: readonly string[]): Place | null =>
    ids.reduce<Place | null>((at, id) => at?.take(id) ?? null, from)
  const turns = (ids: readonly string[]): boolean => {
    const there = after(ids)
    return there !== null && holds(rule, there.read) !== isHeld
  }
  const enough = [...steps, null].map((_, i) => steps.slice(0, i)).find(turns)
  if (!enough) return null
  const needed = enough.reduce((kept, id) => {
    const fewer = kept.filter(other => other !== id)
    return turns(fewer) ? fewer : kept
  }, enough)
  const there = after(needed)
  return there && changeTo(level, rule, place, { undo, steps: needed, there })
}

/** Another state, and how it is come to from here. */
type Near = Pick<Counterfactual, 'undo' | 'steps'> & { readonly there: Place }

const sizeOf = ({ undo, steps }: Pick<Counterfactual, 'undo' | 'steps'>): number => undo + steps.length

/** Other states, the nearest first. */
function* around(level: Level, standing: Standing): Generator<Near> {
  const { axes, at } = fieldOf(level)
  const here = standing.place.choice()
  if (!axes || !here) {
    yield* stepsAround(standing)
    return
  }
  const sizes = axes.map(axis => axis.values.length)
  for (let distance = 1; distance <= axes.length; distance++)
    for (const choice of turned(here, sizes, distance)) {
      const there = at(choice)
      if (there) yield { undo: 0, steps: changesTo(axes, here, choice), there }
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

/** In an order world, what can be reached by taking steps, and taking back the last ones: breadth first, onwards first. */
function* stepsAround({ place, path }: Standing): Generator<Near> {
  const seen = new Set([place.key])
  let layer: readonly Near[] = [{ undo: 0, steps: [], there: place }]
  for (let distance = 1; layer.length > 0 || distance <= path.length; distance++) {
    const next: Near[] = []
    for (const near of beyond(layer, path.at(-distance)?.from, distance)) {
      if (seen.has(near.there.key)) continue
      seen.add(near.there.key)
      next.push(near)
      yield near
    }
    layer = next
  }
}

/** The states one step beyond a layer, and the one that taking back leads to. */
function* beyond(layer: readonly Near[], earlier: Place | undefined, distance: number): Generator<Near> {
  for (const { undo, steps, there } of layer)
    for (const { id } of there.steps()) {
      const next = there.take(id)
      if (next) yield { undo, steps: [...steps, id], there: next }
    }
  if (earlier) yield { undo: distance, steps: [], there: earlier }
}

/** A change, with what it does to the other rules. */
function changeTo(level: Level, meant: Rule, from: Place, { undo, steps, there }: Near): Counterfactual {
  const turnedTo = (held: boolean): readonly string[] =>
    level.rules
      .filter(rule => rule !== meant && holds(rule, from.read) !== held && holds(rule, there.read) === held)
      .map(({ id }) => id)
  return { undo, steps, breaks: turnedTo(false), mends: turnedTo(true), isSmallest: true }
}
