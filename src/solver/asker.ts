import type { Json } from '../core/json.ts'
import { type Axis, type Board, readFact } from '../core/world.ts'
import type { ReadFact } from '../score/judge.ts'
import { type Decisions, decisions, type Room, type Trail } from './decisions.ts'
import { factReader } from './place.ts'
import type { Answer, Question } from './questions.ts'
import { isChoices, recordingView, type Slots, slotsOf } from './recording.ts'

/** Asks the state that a walk stands at. */
export type Ask = (question: number) => Answer

/** Nodes that all decisions of one walk may have together: about 200 MB. */
const MOST_NODES = 2_000_000
/** Values of one fact that are kept at once; facts are large. */
const MOST_FACTS = 2_000

/** Asks every question anew: for worlds whose states are sequences, and to hold the other way against. */
export function plainAsker<S, M, F extends object>(
  board: Board<S, M, F>,
  questions: readonly Question[],
): (state: S) => Ask {
  return state => {
    const read = factReader(board, state)
    return question => questions[question]?.(read) ?? null
  }
}

/** Asks states of a product one after another, and remembers answers and facts by the slots that each one read. */
export type ProductAsker = { readonly moveTo: (choice: readonly number[]) => void; readonly ask: Ask }

/** A product's states, asked with memory where its states hold nothing but their slots, else plainly. */
export function productAsker<S extends Json, M, F extends object>(
  board: Board<S, M, F>,
  axes: NonNullable<Board<S, M, F>['axes']>,
  questions: readonly Question[],
  way: 'remembered' | 'plain',
): ProductAsker {
  const corners = [axes.list.map(() => 0), axes.list.map(axis => axis.values.length - 1)]
  const isPlain = corners.every(choice => isChoices(axes.state(choice), axes.list, choice))
  return way === 'remembered' && isPlain
    ? rememberingAsker(board, axes, questions)
    : forgetfulAsker(axes, plainAsker(board, questions))
}

function forgetfulAsker<S>(
  axes: { state(choice: readonly number[]): S },
  asks: (state: S) => Ask,
): ProductAsker {
  let current: Ask = () => null
  return {
    moveTo: choice => {
      current = asks(axes.state(choice))
    },
    ask: question => current(question),
  }
}

function rememberingAsker<S extends Json, M, F extends object>(
  board: Board<S, M, F>,
  axes: NonNullable<Board<S, M, F>['axes']>,
  questions: readonly Question[],
): ProductAsker {
  const sizes = axes.list.map(axis => axis.values.length)
  const room: Room = { left: MOST_NODES }
  const answers = questions.map(() => decisions<Answer>(sizes, room))
  let here: readonly number[] = []
  const facts = rememberedFacts(board, axes, room)
  const ask: Ask = index => {
    const known = answers[index]?.find(here)
    if (known !== undefined) return known
    const trail: number[] = []
    const answer = questions[index]?.(facts.reader(trail)) ?? null
    answers[index]?.store(here, trail, answer)
    return answer
  }
  return {
    ask,
    moveTo: choice => {
      here = choice
      facts.moveTo(choice)
    },
  }
}

/** A fact's value, and the slots that it took to find it. */
type Known = { readonly value: unknown; readonly trail: Trail }

/** The facts of the states of a product, each computed once for a state, or not at all where its slots were seen before. */
function rememberedFacts<S extends Json, M, F extends object>(
  board: Board<S, M, F>,
  axes: { readonly list: readonly Axis[]; state(choice: readonly number[]): S },
  room: Room,
): { readonly moveTo: (choice: readonly number[]) => void; readonly reader: (trail: number[]) => ReadFact } {
  const sizes = axes.list.map(axis => axis.values.length)
  const slots = slotsOf(axes.list)
  const memories = new Map<string, FactMemory>()
  let here: readonly number[] = []
  let turn = 0
  const memoryOf = (name: string): FactMemory => {
    const known = memories.get(name)
    if (known) return known
    const made: FactMemory = { earlier: decisions(sizes, room), kept: 0, turn: -1, now: NOTHING }
    memories.set(name, made)
    return made
  }
  const factNow = (name: string): Known => {
    const memory = memoryOf(name)
    if (memory.turn !== turn) {
      memory.turn = turn
      memory.now = memory.earlier.find(here) ?? computed(memory, name)
    }
    return memory.now
  }
  const computed = (memory: FactMemory, name: string): Known => {
    const known = observed(board, axes.state(here), name, slots)
    if (memory.kept++ > MOST_FACTS) {
      memory.earlier.forget()
      memory.kept = 0
    }
    memory.earlier.store(here, known.trail, known)
    return known
  }
  return {
    moveTo: choice => {
      here = choice
      turn++
    },
    reader: trail => name => {
      const { value, trail: read } = factNow(name)
      for (const axis of read) if (!trail.includes(axis)) trail.push(axis)
      return value
    },
  }
}

type FactMemory = { readonly earlier: Decisions<Known>; kept: number; turn: number; now: Known }

const NOTHING: Known = { value: undefined, trail: [] }

/** Computes a fact over a view of its own, so that nothing a world keeps for a state can hide what was read. */
function observed<S extends Json, M, F extends object>(
  board: Board<S, M, F>,
  state: S,
  name: string,
  slots: Slots,
): Known {
  const trail: number[] = []
  const view = recordingView(state, slots, axis => {
    if (!trail.includes(axis)) trail.push(axis)
  })
  return { value: readFact(board, view, name), trail }
}
