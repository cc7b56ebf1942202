import type { Level } from '../level/level.ts'
import type { Ask } from './asker.ts'
import { type Cloud, cloudCount } from './cloud.ts'
import { type Frontier, frontier } from './frontier.ts'
import { FAILED, type Questions } from './questions.ts'

/** How often something was met, and the state in which it was met with the fewest moves. */
export type Met = { count: number; nearest: number; moves: number }

/** All states in which rules and nudges say the same. There are few such rows, so what they say is counted once. */
export type Row = Met & {
  /** Place in the tally's list. */
  readonly id: number
  /** In the level's order. */
  readonly held: readonly boolean[]
  /** Which nudges apply, in the level's order. */
  readonly speaks: readonly boolean[]
  /** All goals hold. */
  readonly solved: boolean
  /** All goals hold, and no guard is broken. */
  readonly good: boolean
}

/** What a walk has counted. */
export type Tally = {
  readonly rows: readonly Row[]
  /** For each prediction, how often each answer was met where it is asked. */
  readonly answers: readonly ReadonlyMap<string, Met>[]
  readonly frontier: Frontier
  /** Where an expression failed, by the number of its question; no entry for those that never do. */
  readonly failures: ReadonlyMap<number, Met>
  /** Every plan by where it is drawn; `undefined` where plans are not drawn, or are too many. */
  cloud(): Cloud | undefined
}

/** A tally that is being made. */
export type Counting = Tally & {
  /** Counts a state that takes so many moves. */
  add(state: number, moves: number, ask: Ask): Row
}

/** A tally with nothing counted yet. */
export function counting(level: Level, questions: Questions): Counting {
  const rows: Row[] = []
  // A level has at most 24 rules and 24 nudges, so what they say fits the 53 bits of a whole number.
  const byBits = new Map<number, Row>()
  const answers = level.predict.map(() => new Map<string, Met>())
  const failures = new Map<number, Met>()
  const points = frontier(level.objectives ?? [])
  const { plot } = questions
  const drawn = plot && cloudCount()
  const rowOf = (state: number, moves: number, ask: Ask): Row => {
    let bits = 0
    for (let i = 0; i < questions.predictions; i++) {
      const answer = ask(i)
      bits = bits * 2 + (answer === true ? 1 : 0)
      if (answer === FAILED) meetAt(failures, i, state, moves)
    }
    const known = byBits.get(bits)
    if (known) return known
    const row = newRow(level, questions, ask, rows.length)
    byBits.set(bits, row)
    rows.push(row)
    return row
  }
  return {
    rows,
    answers,
    frontier: points,
    failures,
    cloud: () => drawn?.cloud(),
    add: (state, moves, ask) => {
      const row = rowOf(state, moves, ask)
      meet(row, state, moves)
      for (let i = 0; i < answers.length; i++) {
        const answer = ask(questions.predictions + i)
        if (answer === FAILED) meetAt(failures, questions.predictions + i, state, moves)
        else if (typeof answer === 'string') meetAt(answers[i], answer, state, moves)
      }
      drawn?.add(row.good, axis => Number(ask(plot?.[axis] ?? 0) ?? 0))
      if (row.good) points.add(state, moves, i => ask(questions.objectives + i))
      return row
    },
  }
}

function newRow(level: Level, questions: Questions, ask: Ask, id: number): Row {
  const held = level.rules.map((_, i) => ask(i) === true)
  const holds = (kind: string): boolean =>
    level.rules.every((rule, i) => rule.kind !== kind || held[i] === true)
  const solved = holds('goal')
  return {
    id,
    held,
    speaks: level.nudges.map((_, i) => ask(questions.nudges + i) === true),
    solved,
    good: solved && holds('guard'),
    ...neverMet(),
  }
}

const neverMet = (): Met => ({ count: 0, nearest: -1, moves: Number.POSITIVE_INFINITY })

function meet(met: Met, state: number, moves: number): void {
  met.count++
  if (moves >= met.moves) return
  met.moves = moves
  met.nearest = state
}

function meetAt<K>(met: Map<K, Met> | undefined, key: K, state: number, moves: number): void {
  const known = met?.get(key) ?? neverMet()
  meet(known, state, moves)
  met?.set(key, known)
}
