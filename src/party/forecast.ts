import type { Text } from '../core/text.ts'
import type { Level } from '../level/level.ts'
import { current } from '../play/fold.ts'
import { foldOf } from '../play/folded.ts'
import type { Game } from '../play/game.ts'
import type { Place } from '../solver/place.ts'
import { inBoth } from '../words/say.ts'

/** A question that both seats answer before a run: of the level, or whether everything will hold. */
export type Forecast = {
  readonly id: string
  readonly ask: Text
  readonly options: readonly { readonly id: string; readonly text: Text }[]
}

/** What both said before a run, and the option that came true. */
export type Said = {
  readonly ask: string
  readonly driver: string
  readonly navigator: string
  readonly came: string
}

/** Whether both said the same before a run. */
export const isAgreed = ({ driver, navigator }: Said): boolean => driver === navigator

/** Whether both said what came true. */
export const isCalled = (said: Said): boolean => isAgreed(said) && said.driver === said.came

/** The id of the question that can be asked of any plan. */
const ALL_HOLD = '(all-hold)'

/** Asked where the level has no question of its own. It names no goal, so it gives none away. */
const allHold: Forecast = {
  id: ALL_HOLD,
  ask: inBoth('party.askAllHold'),
  options: [
    { id: 'yes', text: inBoth('party.allHold') },
    { id: 'driver', text: inBoth('party.driverBreaks') },
    { id: 'navigator', text: inBoth('party.navigatorBreaks') },
    { id: 'both', text: inBoth('party.bothBreak') },
  ],
}

/** The question before a run of the plan as it stands: the level's first that fits, else the one that always does. */
export const forecastFor = (game: Game): Forecast => forecastAt(game.level, current(foldOf(game)).place)

/** The question before a run in a place of a level. */
export const forecastAt = (level: Level, { read }: Place): Forecast =>
  level.predict.find(({ when }) => when.plain(read) === true) ?? allHold

/** The option of a question that comes true for the plan as it stands. To be asked after the run only. */
export const cameTrue = (game: Game, ask: string): string =>
  cameTrueAt(game.level, current(foldOf(game)).place, ask)

/** The option of a question that comes true in a place of a level. */
export function cameTrueAt(level: Level, place: Place, ask: string): string {
  if (ask !== ALL_HOLD) return String(level.predict.find(({ id }) => id === ask)?.answer.plain(place.read))
  const broken = new Set(place.verdict().rules.flatMap(({ id, held }) => (held ? [] : [id])))
  const seats = new Set(level.rules.filter(({ id }) => broken.has(id)).map(({ seat }) => seat))
  if (seats.size === 0) return 'yes'
  if (seats.has('both') || seats.size === 2) return 'both'
  return seats.has('driver') ? 'driver' : 'navigator'
}

/** A question of a game by its id, and one of its options, in words. */
export function optionText(game: Game, ask: string, option: string): Text {
  const asked = ask === ALL_HOLD ? allHold : game.level.predict.find(({ id }) => id === ask)
  return asked?.options.find(({ id }) => id === option)?.text ?? { en: option, ko: option }
}
