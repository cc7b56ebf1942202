import type { Level } from '../level/level.ts'
import type { Ask } from './asker.ts'
import { type Frontier, frontier } from './frontier.ts'
import type { Questions } from './questions.ts'

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
  const points = frontier(level.objectives ?? [])
  const rowOf = (ask: Ask): Row => {
    let bits = 0
    for (let i = 0; i < questions.predictions; i++) bits = bits * 2 + (ask(i) === true ? 1 : 0)
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
    add: (state, moves, ask) => {
      const row = rowOf(ask)
      meet(row, state, moves)
      for (let i = 0; i < answers.length; i++) {
        const answer = ask(questions.predictions + i)
        if (typeof answer === 'string') meetAnswer(answers[i], answer, state, moves)
      }
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

function meetAnswer(
  answers: Map<string, Met> | undefined,
  answer: string,
  state: number,
  moves: number,
): void {
  const met = answers?.get(answer) ?? neverMet()
  meet(met, state, moves)
  answers?.set(answer, met)
}
