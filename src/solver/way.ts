import { stepId } from '../core/product.ts'
import type { Axis } from '../core/world.ts'
import type { Level } from '../level/level.ts'
import type { ReadFact } from '../score/judge.ts'
import { type FrontierPoint, standingOf } from '../score/standing.ts'
import { fieldOf, type Place } from './place.ts'
import type { Proof } from './proof.ts'
import { goodTest } from './good-test.ts'
import { objectiveValues } from './questions.ts'

/** The way on from where a player stands. */
export type Way =
  /** Steps to a state in which all goals hold and no guard is broken; empty when this is one that earns ★★★. */
  | { readonly type: 'steps'; readonly steps: readonly string[] }
  /**
   * Order worlds: take so many steps back. `lost`: nothing good can be reached any more; `longer`: this is good, but not
   * the shortest; `unknown`: the budget found no way on, and the solution that is known lies back there.
   */
  | { readonly type: 'back'; readonly count: number; readonly why: 'lost' | 'longer' | 'unknown' }

/** Where a player stands: the place, and in order worlds the places and steps that led to it, the start first. */
export type Standing = {
  readonly place: Place
  readonly path: readonly { readonly from: Place; readonly id: string }[]
}

/**
 * States that a hint may look at, so that it comes at once: beyond it the proof's own solution leads. A product's run is
 * a simulation of about a millisecond; an order world's ways are longer, and most of its states fail a cheap rule first.
 */
export const WAY_BUDGET = { product: 100, order: 400 } as const

/**
 * The shortest way from a standing that the budget finds. In product worlds it leads to a state at par, since moves can
 * be taken back there; in order worlds to the nearest good state.
 */
export function wayFrom(level: Level, proof: Proof, standing: Standing, budget?: number): Way {
  const { axes } = fieldOf(level)
  return axes
    ? {
        type: 'steps',
        steps: nearestChoice(level, proof, axes, standing.place, budget ?? WAY_BUDGET.product),
      }
    : orderWay(level, proof, standing, budget ?? WAY_BUDGET.order)
}

/** Changes of slots that lead to the nearest state at par: searched outwards, never farther than the proof's solution. */
function nearestChoice(
  level: Level,
  proof: Proof,
  axes: readonly Axis[],
  place: Place,
  budget: number,
): readonly string[] {
  const { start: first, at } = fieldOf(level)
  const isGood = goodTest(level)
  const start = first.choice() ?? []
  const here = place.choice() ?? []
  const known = changesTo(axes, here, choiceAfter(axes, start, proof.solution))
  if (level.third === 'frontier' && proof.frontier)
    return toFrontier(level, proof.frontier, axes, place, isGood)
  if (isAtPar(here, start, proof.par) && isGood(place.read)) return []
  if (proof.optimal === 1) return known
  let left = budget
  for (let distance = 1; distance < known.length; distance++) {
    for (const choice of within(axes, here, start, proof.par, distance)) {
      if (left-- <= 0) return known
      const there = at(choice)
      if (there && isGood(there.read)) return changesTo(axes, here, choice)
    }
  }
  return known
}

/** Changes that lead to the nearest plan that no other beats, where ★★★ asks for one; none where this is such a plan. */
function toFrontier(
  level: Level,
  frontier: readonly FrontierPoint[],
  axes: readonly Axis[],
  place: Place,
  isGood: (read: ReadFact) => boolean,
): readonly string[] {
  const { objectives = [] } = level
  const start = fieldOf(level).start.choice() ?? []
  const here = place.choice() ?? []
  if (
    isGood(place.read) &&
    standingOf(objectives, { frontier }, objectiveValues(level, place.read)).beatenBy === 0
  )
    return []
  const ways = frontier.map(({ plan }) => changesTo(axes, here, choiceAfter(axes, start, plan)))
  return ways.toSorted((a, b) => a.length - b.length)[0] ?? []
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

/** The way that the proof's own solution leads: never lost, but not always the shortest from here. */
export function knownWay(
  level: Level,
  proof: Proof,
  { place, path }: Standing,
): { readonly undo: number; readonly steps: readonly string[] } {
  const { axes, start } = fieldOf(level)
  const here = place.choice()
  if (axes && here)
    return { undo: 0, steps: changesTo(axes, here, choiceAfter(axes, start.choice() ?? [], proof.solution)) }
  const ids = path.map(({ id }) => id)
  const shared = sharedPrefix(ids, proof.solution)
  return { undo: ids.length - shared, steps: proof.solution.slice(shared) }
}

function orderWay(level: Level, proof: Proof, { place, path }: Standing, budget: number): Way {
  const isGood = goodTest(level)
  const ids = path.map(({ id }) => id)
  const most = ids.length - sharedPrefix(ids, proof.solution)
  if (most === 0) return { type: 'steps', steps: proof.solution.slice(ids.length) }
  if (isGood(place.read)) return { type: 'back', count: most, why: 'longer' }
  // One budget for all searches: a hint comes at once wherever the player went.
  const room = { left: budget }
  const found = nearestGood(place, isGood, room)
  if (found.type === 'steps') return found
  // The first place back from which something good can be reached; at the latest where the solution was left.
  for (let count = 1; count < most; count++) {
    const earlier = path[path.length - count]
    if (earlier && nearestGood(earlier.from, isGood, room).type === 'steps')
      return { type: 'back', count, why: found.type }
  }
  return { type: 'back', count: most, why: found.type }
}

/** How many steps of a path are those of the solution. */
function sharedPrefix(path: readonly string[], solution: readonly string[]): number {
  const left = path.findIndex((id, i) => id !== solution[i])
  return left < 0 ? path.length : left
}

type Reach =
  | { readonly type: 'steps'; readonly steps: readonly string[] }
  | { readonly type: 'lost' | 'unknown' }

/** Breadth first in an order world: `lost` when every state was judged, `unknown` when the room for states ended before. */
function nearestGood(start: Place, isGood: (read: ReadFact) => boolean, room: { left: number }): Reach {
  const seen = new Set([start.key])
  const queue: { readonly place: Place; readonly steps: readonly string[] }[] = [{ place: start, steps: [] }]
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at]
    if (!node) break
    if (isGood(node.place.read)) return { type: 'steps', steps: node.steps }
    for (const step of node.place.steps()) {
      if (room.left-- <= 0) return { type: 'unknown' }
      const place = node.place.take(step.id)
      if (!place || seen.has(place.key)) continue
      seen.add(place.key)
      queue.push({ place, steps: [...node.steps, step.id] })
    }
  }
  return { type: 'lost' }
}
