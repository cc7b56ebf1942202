import type { Json } from '../core/json.ts'
import type { Board } from '../core/world.ts'
import { decisions, type Room } from './decisions.ts'
import { factReader } from './place.ts'
import type { Answer, Question } from './questions.ts'
import { isChoices } from './recording.ts'
import { rememberedFacts } from './remembered-facts.ts'

/** Asks the state that a walk stands at. */
export type Ask = (question: number) => Answer

/** Nodes that all decisions of one walk may have together: about 200 MB. */
const MOST_NODES = 2_000_000

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
  const room: Room = { left: MOST_NODES }
  const answers = questions.map(() => decisions<Answer>(axes.list.length, room))
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
