import { stepId } from '../core/product.ts'
import type { Axis } from '../core/world.ts'
import type { Level } from '../level/level.ts'
import { fieldOf, type Place } from './place.ts'
import type { Proof } from './proof.ts'

/** The way on from where a player stands. */
export type Way =
  /** Steps to a state in which all goals hold and no guard is broken; empty when this is one that earns ★★★. */
  | { readonly type: 'steps'; readonly steps: readonly string[] }
  /** Order worlds: no way on, or too long a way behind; good again after so many steps are taken back. */
  | { readonly type: 'back'; readonly count: number }

/** Where a player stands: the place, and in order worlds the places and steps that led to it, the start first. */
export type Standing = {
  readonly place: Place
  readonly path: readonly { readonly from: Place; readonly id: string }[]
}

/** States that one search may judge, so that a hint comes at once. Beyond it the proof's own solution leads. */
export const WAY_BUDGET = 400

/**
 * The shortest way from a standing that the budget finds. In product worlds it leads to a state at par, since moves can
 * be taken back there; in order worlds to the nearest good state.
 */
export function wayFrom(level: Level, proof: Proof, standing: Standing, budget = WAY_BUDGET): Way {
  const { axes } = fieldOf(level)
  return axes
    ? { type: 'steps', steps: nearestChoice(level, proof, axes, standing.place, budget) }
    : orderWay(proof, standing, budget)
}

const isGood = (place: Place): boolean => place.verdict().solved && place.verdict().guarded

/** Changes of slots that lead to the nearest state at par: searched outwards, never farther than the proof's solution. */
function nearestChoice(
  level: Level,
  proof: Proof,
  axes: readonly Axis[],
  place: Place,
  budget: number,
): readonly string[] {
  const { start: first, at } = fieldOf(level)
  const start = first.choice() ?? []
  const here = place.choice() ?? []
  const known = changesTo(axes, here, choiceAfter(axes, start, proof.solution))
  if (isAtPar(here, start, proof.par) && isGood(place)) return []
  if (proof.optimal === 1) return known
  let left = budget
  for (let distance = 1; distance < known.length; distance++) {
    for (const choice of within(axes, here, start, proof.par, distance)) {
      if (left-- <= 0) return known
      const there = at(choice)
      if (there && isGood(there)) return changesTo(axes, here, choice)
    }
  }
  return known
}

const movesOf = (choice: readonly number[], start: readonly number[]): number =>
  choice.filter((value, i) => value !== start[i]).length

const isAtPar = (choice: readonly number[], start: readonly number[], par: number): boolean =>
  movesOf(choice, start) === par

/** The choices exactly `distance` slots from here that are `par` slots from the start, in the order of the axes. */
function* within(
  axes: readonly Axis[],
  here: readonly number[],
  start: readonly number[],
  par: number,
  distance: number,
): Generator<readonly number[]> {
  const choice = [...here]
  yield* from(0, distance, movesOf(here, start))

  function* from(slot: number, left: number, moves: number): Generator<readonly number[]> {
    if (left === 0) {
      if (moves === par) yield [...choice]
      return
    }
    if (axes.length - slot < left || Math.abs(par - moves) > left) return
    const was = choice[slot] ?? 0
    const others = moves - (was === start[slot] ? 0 : 1)
    for (const value of (axes[slot]?.values ?? []).keys()) {
      if (value === was) continue
      choice[slot] = value
      yield* from(slot + 1, left - 1, others + (value === start[slot] ? 0 : 1))
    }
    choice[slot] = was
    yield* from(slot + 1, left, moves)
  }
}

/** Where a choice stands after steps of a product world. */
function choiceAfter(
  axes: readonly Axis[],
  choice: readonly number[],
  steps: readonly string[],
): readonly number[] {
  const wanted = new Set(steps)
  return axes.map((axis, i) => {
    const set = axis.values.findIndex(value => wanted.has(stepId(axis.slot, value)))
    return set >= 0 ? set : (choice[i] ?? 0)
  })
}

/** The steps that turn one choice into another, in the order of the axes. */
export function changesTo(
  axes: readonly Axis[],
  from: readonly number[],
  to: readonly number[],
): readonly string[] {
  return axes.flatMap((axis, i) => {
    const value = axis.values[to[i] ?? 0]
    return from[i] === to[i] || value === undefined ? [] : [stepId(axis.slot, value)]
  })
}

function orderWay(proof: Proof, { place, path }: Standing, budget: number): Way {
  const ids = path.map(({ id }) => id)
  if (sharedPrefix(ids, proof.solution) === ids.length)
    return { type: 'steps', steps: proof.solution.slice(ids.length) }
  if (isGood(place)) return { type: 'back', count: ids.length - sharedPrefix(ids, proof.solution) }
  const found = nearestGood(place, budget)
  if (found.steps) return { type: 'steps', steps: found.steps }
  // Nothing within reach: go back to the first place that still leads on, at the latest to where the solution was left.
  const most = ids.length - sharedPrefix(ids, proof.solution)
  for (let count = 1; count < most; count++) {
    const earlier = path[path.length - count]
    if (earlier && nearestGood(earlier.from, budget).steps) return { type: 'back', count }
  }
  return { type: 'back', count: most }
}

/** How many steps of a path are those of the solution. */
function sharedPrefix(path: readonly string[], solution: readonly string[]): number {
  const left = path.findIndex((id, i) => id !== solution[i])
  return left < 0 ? path.length : left
}

/** Breadth first in an order world, judging at most `budget` states. */
function nearestGood(start: Place, budget: number): { readonly steps: readonly string[] | null } {
  const seen = new Set([start.key])
  const queue: { readonly place: Place; readonly steps: readonly string[] }[] = [{ place: start, steps: [] }]
  for (let at = 0; at < queue.length && at < budget; at++) {
    const node = queue[at]
    if (!node) break
    if (isGood(node.place)) return { steps: node.steps }
    for (const step of node.place.steps()) {
      const place = node.place.take(step.id)
      if (!place || seen.has(place.key)) continue
      seen.add(place.key)
      queue.push({ place, steps: [...node.steps, step.id] })
    }
  }
  return { steps: null }
}
