import type { Answer } from './ask.ts'
import type { Typed } from './command.ts'
import type { Game, Position } from '../play/game.ts'
import type { Opened, Ports } from './ports.ts'
import type { Teller } from './teller.ts'

/** How a level was left; `end` is the end of the input. */
export type Left = 'next' | 'map' | 'quit' | 'end'

/** One level being played in words. The game only changes by events that `act` took. */
export type Session = {
  readonly opened: Opened
  readonly ports: Pick<Ports, 'saveResult' | 'findBet'>
  readonly teller: Teller
  readonly isSandbox: boolean
  game: Game
}

/** Where the session's game stands. */
export const here = ({ opened, game }: Session): Position => opened.play.position(game)

/** What comes of a line: the level is left, something else that was typed is to be done, or the next line is read. */
export type Outcome = Left | Typed | null

/**
 * What became of a question that was not answered: back stays in the level, quitting and the input's end leave it, and
 * any other command is done instead.
 */
export function leaves(answer: Exclude<Answer, { readonly type: 'chosen' }>): Outcome {
  if (answer.type === 'end') return 'end'
  if (answer.command === 'back') return null
  return answer.command === 'quit' ? 'quit' : answer.typed
}
