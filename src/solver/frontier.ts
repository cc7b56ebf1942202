import type { Objective } from '../level/level.ts'
import { beats } from '../score/standing.ts'
import type { Answer } from './questions.ts'

/** Good states of equal values: how many, and the one that takes the fewest moves. */
export type Reached = {
  readonly values: readonly number[]
  count: number
  nearest: number
  moves: number
}

/** The plans that no other plan beats: better in one objective and not worse in the others. */
export type Frontier = {
  /** Takes in a state that takes so many moves, whose objectives `value` gives by their index. */
  add(state: number, moves: number, value: (objective: number) => Answer): void
  /** In the order of the values. */
  points(): readonly Reached[]
  /** The values of all other plans, and last how many have them, in order; `undefined` where they are too many to keep. */
  beaten(): readonly (readonly number[])[] | undefined
  /** Of each objective, what it comes to in every state taken in; `null` where they differ, or none was taken in. */
  constants(): readonly (number | null)[]
}

/** Different values of beaten plans that are kept at most. They stand in proofs, which people read. */
const MOST_BEATEN = 2000

/** An empty frontier. */
export function frontier(objectives: readonly Objective[]): Frontier {
  let kept: readonly Reached[] = []
  let constants: readonly (number | null)[] | undefined
  const others = counter(MOST_BEATEN)
  return {
    add: (state, moves, value) => {
      if (objectives.length === 0) return
      const values = objectives.map((_, i) => Number(value(i) ?? 0))
      constants = (constants ?? values).map((one, i) => (one === values[i] ? one : null))
      const same = kept.find(point => point.values.every((one, i) => one === values[i]))
      if (same) return meet(same, state, moves)
      if (kept.some(point => beats(objectives, point.values, values))) return others.add(values, 1)
      for (const point of kept)
        if (beats(objectives, values, point.values)) others.add(point.values, point.count)
      const left = kept.filter(point => !beats(objectives, values, point.values))
      kept = [...left, { values, count: 1, nearest: state, moves }]
    },
    points: () => kept.toSorted((a, b) => compare(a.values, b.values)),
    beaten: others.list,
    constants: () => constants ?? objectives.map(() => null),
  }
}

function meet(point: Reached, state: number, moves: number): void {
  point.count++
  if (moves >= point.moves) return
  point.moves = moves
  point.nearest = state
}

/** Counts values until there are too many different ones. */
function counter(most: number) {
  const counts = new Map<string, { readonly values: readonly number[]; count: number }>()
  let isFull = false
  return {
    add: (values: readonly number[], count: number): void => {
      if (isFull) return
      const key = values.join()
      const known = counts.get(key)
      if (known) known.count += count
      else counts.set(key, { values, count })
      isFull = counts.size > most
      if (isFull) counts.clear()
    },
    list: (): readonly (readonly number[])[] | undefined =>
      isFull
        ? undefined
        : [...counts.values()]
            .toSorted((a, b) => compare(a.values, b.values))
            .map(({ values, count }) => [...values, count]),
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
