import type { Game, Position } from '../play/game.ts'
import type { Opened, Ports } from './ports.ts'
import type { Teller } from './teller.ts'

/** How a level was left. */
export type Left = 'next' | 'map' | 'quit'

/** One level being played in words. The game only changes by events that `act` took. */
export type Session = {
  readonly opened: Opened
  readonly ports: Ports
  readonly teller: Teller
  readonly isSandbox: boolean
  game: Game
}

/** Where the session's game stands. */
export const here = ({ opened, game }: Session): Position => opened.play.position(game)

/** What became of a question that was not answered: back stays in the level, quitting and the input's end leave it. */
export const leaves = (answer: {
  readonly type: 'command' | 'end'
  readonly command?: string
}): Left | null => (answer.type === 'end' || answer.command === 'quit' ? 'quit' : null)
