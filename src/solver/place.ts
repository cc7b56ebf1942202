import type { Json } from '../core/json.ts'
import { stepId } from '../core/product.ts'
import type { Beat, Panel, Scene } from '../core/scene.ts'
import type { Text } from '../core/text.ts'
import type { Artifact, Axis, Board, Decoy, Look, Probe } from '../core/world.ts'
import { readFact } from '../core/world.ts'
import type { Level } from '../level/level.ts'
import type { Facts } from '../rules/expression.ts'
import { judge, type ReadFact } from '../score/judge.ts'
import type { Verdict } from '../score/score.ts'

/** A legal step without its move: what a player needs to see of it. */
export type PlaceStep = { readonly id: string; readonly slot: string; readonly say: Text }

/**
 * One state of a level's board with its type hidden, so that search and play can hold states of any world. What costs
 * (facts, verdict) is computed when first asked for, and once.
 */
export type Place = {
  readonly key: string
  readonly state: Json
  /** Each slot's index into its axis; `null` in order worlds. */
  choice(): readonly number[] | null
  steps(): readonly PlaceStep[]
  /** The place a step leads to, or `null` where the step is not legal. */
  take(id: string): Place | null
  /** A top-level fact; each is computed when first read. */
  readonly read: ReadFact
  /** The facts as explanations want them. */
  facts(): Facts
  /** Every top-level fact, as plain data. */
  observe(): { readonly [name: string]: unknown }
  /** What has to be said beside the number of a fact, by its path; see `Board.mark`. */
  mark(fact: string): Text | null
  verdict(): Verdict
  scene(look: Look): Scene
  answer(probe: string): Panel
  beats(): readonly Beat[]
  artifacts(): readonly Artifact[]
}

/** A level's board with its types hidden. */
export type Field = {
  readonly start: Place
  readonly probes: readonly Probe[]
  readonly decoys: readonly Decoy[]
  /** The dimensions of a product world; `null` in order worlds. */
  readonly axes: readonly Axis[] | null
  /** The place of a choice for each axis; `null` in order worlds. */
  at(choice: readonly number[]): Place | null
}

const fields = new WeakMap<Level, Field>()

/** The field that a level is played on. Made once for each level value. */
export function fieldOf(level: Level): Field {
  const known = fields.get(level)
  if (known) return known
  const made = level.board.with(board => ({
    start: placeAt(level, board, board.start),
    probes: board.probes,
    decoys: board.decoys,
    axes: board.axes?.list ?? null,
    at: (choice: readonly number[]) => (board.axes ? placeAt(level, board, board.axes.state(choice)) : null),
  }))
  fields.set(level, made)
  return made
}

/** Where each slot stands: in a product world the value that no step offers is the one that is set. */
export function choiceOf<S, M, F>(board: Board<S, M, F>, state: S): readonly number[] | null {
  if (!board.axes) return null
  const offered = new Set(board.steps(state).map(step => step.id))
  return board.axes.list.map(axis => axis.values.findIndex(value => !offered.has(stepId(axis.slot, value))))
}

/** Hides the type of a state. */
export function placeAt<S extends Json, M, F extends object>(
  level: Level,
  board: Board<S, M, F>,
  state: S,
): Place {
  const steps = once(() => board.steps(state))
  const read = factReader(board, state)
  return {
    key: board.key(state),
    state,
    steps,
    read,
    facts: once(() => level.cel.bind(read)),
    choice: once(() => choiceOf(board, state)),
    take: id => {
      const step = steps().find(candidate => candidate.id === id)
      return step ? placeAt(level, board, board.apply(state, step.move)) : null
    },
    observe: () => Object.fromEntries(Object.keys(board.observe).map(name => [name, read(name)])),
    mark: fact => board.mark?.(fact, state) ?? null,
    verdict: once(() => judge(level.rules, read)),
    scene: look => board.scene(state, look),
    answer: probe => board.answer(state, probe),
    beats: () => board.beats(state),
    artifacts: () => board.artifacts(state),
  }
}

/** Reads the facts of one state, each computed when first read. */
export function factReader<S, M, F extends object>(board: Board<S, M, F>, state: S): ReadFact {
  const known = new Map<string, unknown>()
  return name => {
    const value = known.get(name)
    if (value !== undefined) return value
    const computed = readFact(board, state, name)
    known.set(name, computed)
    return computed
  }
}

/** Remembers what a function of nothing came to. */
function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | null = null
  return () => (known ??= { value: compute() }).value
}
