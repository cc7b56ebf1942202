import type { Objective } from '../level/level.ts'
import type { FrontierPoint } from './proof.ts'
import type { Answer } from './questions.ts'

/** The plans that no other plan beats: better in one objective and not worse in the others. */
export type Frontier = {
  /** Takes a plan in, whose objectives `value` gives by their index. */
  add(value: (objective: number) => Answer): void
  /** In the order of the values. */
  points(): readonly FrontierPoint[]
}

/** An empty frontier. Beaten plans are dropped at once, so it stays small. */
export function frontier(objectives: readonly Objective[]): Frontier {
  let kept: readonly { readonly values: readonly number[]; count: number }[] = []
  const beats = (a: readonly number[], b: readonly number[]): boolean =>
    objectives.every(({ better }, i) =>
      better === 'less' ? (a[i] ?? 0) <= (b[i] ?? 0) : (a[i] ?? 0) >= (b[i] ?? 0),
    )
  return {
    add: value => {
      if (objectives.length === 0) return
      const values = objectives.map((_, i) => Number(value(i) ?? 0))
      const same = kept.find(point => point.values.every((one, i) => one === values[i]))
      if (same) {
        same.count++
        return
      }
      if (kept.some(point => beats(point.values, values))) return
      kept = [...kept.filter(point => !beats(values, point.values)), { values, count: 1 }]
    },
    points: () => kept.toSorted((a, b) => compare(a.values, b.values)),
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
