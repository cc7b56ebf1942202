import { act, newGame } from './act.ts'
import type { PlayApi } from './game.ts'
import { position } from './position.ts'
import { answer, artifacts, beats, explain, nextHint } from './views.ts'

/** The functions that play a game, in one value: screens get it along with a level, and tests can pass another. */
export const play: PlayApi = { newGame, act, position, beats, answer, artifacts, explain, nextHint }
