import { type BitReader, bitsOf, countBits, widthOf } from '../core/bits.ts'
import type { Event } from '../core/log.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Level } from '../level/level.ts'
import { fieldOf } from '../solver/place.ts'
import type { Proof } from '../solver/proof.ts'
import { act, newGame } from './act.ts'
import { current, type Fold } from './fold.ts'
import { foldOf } from './folded.ts'
import type { Game } from './game.ts'
import { openAsks } from './predictions.ts'

/** The event of a packed log that cannot be: its index, and what was decoded, if anything. */
export type PackProblem = { readonly index: number; readonly event: Event | null }

/** Events that stand for themselves in any state; a hint is taken off the list only by being refused. */
const ALWAYS: readonly Event[] = [
  { type: 'run' },
  { type: 'undo' },
  { type: 'redo' },
  { type: 'reset' },
  ...[0, 1, 2, 3].map((rung): Event => ({ type: 'hint', rung })),
]

/** Nobody plays more in one game; a code that says so was made up to keep a board busy. */
const MOST_EVENTS = 20_000

/** What may come next, in a stable order. A packed log names an event by its place here: a few bits each. */
function eventsHere(fold: Fold): readonly Event[] {
  return [
    ...ALWAYS,
    ...current(fold)
      .place.steps()
      .map(({ id }): Event => ({ type: 'step', id })),
    ...openAsks(fold).flatMap(({ id: ask, options }) =>
      options.map(({ id: option }): Event => ({ type: 'predict', ask, option })),
    ),
    ...fieldOf(fold.level).probes.map(({ id }): Event => ({ type: 'probe', id })),
  ]
}

/** A game's log as bits, each event as its place among those that could be. */
export function packLog({ level, proof, log }: Game): string {
  let game = newGame(level, proof)
  const packed = log.events.map(event => {
    const here = eventsHere(foldOf(game))
    const at = here.findIndex(other => isSame(other, event))
    const next = act(game, event)
    if (at < 0 || !next.ok) throw new Error(`${level.id}: this log was not made by playing`)
    game = next.value
    return bitsOf(at, widthOf(here.length))
  })
  return countBits(log.events.length) + packed.join('')
}

/** Plays a packed log. The reader then stands behind it. */
export function unpackLog(level: Level, proof: Proof, bits: BitReader): Result<Game, PackProblem> {
  let game = newGame(level, proof)
  const count = bits.count() ?? 1
  if (count > MOST_EVENTS) return fail({ index: MOST_EVENTS, event: null })
  for (let index = 0; index < count; index++) {
    const here = eventsHere(foldOf(game))
    const event = here[bits.take(widthOf(here.length)) ?? here.length] ?? null
    const next = event && act(game, event)
    if (!next?.ok) return fail({ index, event })
    game = next.value
  }
  return ok(game)
}

function isSame(a: Event, b: Event): boolean {
  switch (a.type) {
    case 'step':
    case 'probe':
      return a.type === b.type && a.id === b.id
    case 'hint':
      return b.type === 'hint' && a.rung === b.rung
    case 'predict':
      return b.type === 'predict' && a.ask === b.ask && a.option === b.option
    case 'run':
    case 'undo':
    case 'redo':
    case 'reset':
      return a.type === b.type
    default:
      return a satisfies never
  }
}
