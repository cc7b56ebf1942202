import type { Event } from '../../src/core/log.ts'
import type { Level } from '../../src/level/level.ts'
import { act, newGame } from '../../src/play/act.ts'
import type { Game } from '../../src/play/game.ts'
import { nextHint } from '../../src/play/views.ts'
import { proofOf } from './levels.ts'

/**
 * An event in short: `run`, `undo`, `redo`, `reset`; `hint` for whatever hint comes next; `?port` for a probe;
 * `net:clash` for an answer; anything else is a step.
 */
export type Short = string

/** The event that a short form stands for. */
export function eventOf(game: Game, short: Short): Event {
  if (short === 'run' || short === 'undo' || short === 'redo' || short === 'reset') return { type: short }
  if (short === 'hint') return { type: 'hint', rung: nextHint(game)?.rung ?? 0 }
  if (short.startsWith('?')) return { type: 'probe', id: short.slice(1) }
  const [ask = '', option] = short.split(':')
  // The values of some steps have a colon of their own: `proxy.net=join:pause`.
  return option === undefined || ask.includes('=')
    ? { type: 'step', id: short }
    : { type: 'predict', ask, option }
}

/** Plays on; an event that is not legal is a bug of the test. */
export function playOn(game: Game, shorts: readonly Short[]): Game {
  return shorts.reduce((at, short) => {
    const next = act(at, eventOf(at, short))
    if (!next.ok) throw new Error(`${short}: ${next.error.say.en} (${next.error.legal.join(', ')})`)
    return next.value
  }, game)
}

/** A game of a test level after some events. */
export const played = (level: Level, ...shorts: readonly Short[]): Game =>
  playOn(newGame(level, proofOf(level)), shorts)
