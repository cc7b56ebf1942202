import type { Panel } from '../core/scene.ts'
import type { Text } from '../core/text.ts'
import type { Level, Rule } from '../level/level.ts'
import { counterfactual } from '../play/counterfactual.ts'
import type { Counter, Game, PlayApi, Position } from '../play/game.ts'
import { inBoth } from '../words/say.ts'
import {
  foreignRules,
  isOwn,
  otherSeat,
  type PlayingSeat,
  seatHint,
  seatNudges,
  seatPanels,
  seatRules,
  seatRun,
  seatScene,
} from './seat-view.ts'

/**
 * A level as a seat may read it before the end of a round: without the other's rules, without nudges that are tied to
 * them, without its debrief; for the driver, without reasons. For showing only; it is played as it is.
 */
export function seatLevel(level: Level, seat: PlayingSeat): Level {
  return {
    ...level,
    rules: level.rules.filter(rule => isOwn(rule, seat)).map(rule => seatRule(rule, seat)),
    nudges: seatNudges(level, seat),
    // Both seats are asked before every run, by the round.
    predict: [],
    debrief: inBoth('party.debriefLater'),
  }
}

/** Why a goal holds or breaks is a cause: the navigator reads it on the sheet, the driver when the round is over. */
const seatRule = (rule: Rule, seat: PlayingSeat): Rule =>
  seat === 'driver' ? { ...rule, because: { en: '', ko: '' }, source: '' } : rule

/** A position as a seat may see it before the end of a round. */
export function seatPosition(level: Level, at: Position, seat: PlayingSeat): Position {
  const { plot: _, ran, ...rest } = at
  return {
    ...rest,
    scene: seatScene(withoutPlot(at), seat),
    rules: seatRules(level, at.rules, ran, seat),
    ...(ran ? { ran: seatRun(level, ran, seat) } : {}),
    best: 0,
    asks: [],
    answered: [],
    hints: at.hints.map(hint => seatHint(level, hint, seat)),
  }
}

/** The plot of a run tells how good the whole plan is, so it waits for the end of the round. */
const withoutPlot = ({ scene, plot }: Position): Position['scene'] =>
  plot ? { ...scene, panels: scene.panels.filter(panel => panel !== plot) } : scene

/**
 * The functions that play a level, as one seat of two may use them before the end of a round: the game is the whole
 * game, and everything that is shown of it is filtered. Screens that know nothing of seats can be handed these.
 */
export function seatPlay(play: PlayApi, level: Level, seat: PlayingSeat): PlayApi {
  const isForeign = (rule: string): boolean =>
    !level.rules.some(({ id, ...own }) => id === rule && isOwn(own, seat))
  // Named one by one: a function that is new must be looked at before a seat gets it.
  return {
    act: play.act,
    artifacts: play.artifacts,
    answer: (game, probe) => seatAnswer(play.answer(game, probe), seat),
    // It tells points and stars, which count both seats' goals.
    share: () => [],
    newGame: (_, proof) => play.newGame(level, proof),
    position: game => seatPosition(level, play.position(game), seat),
    beats: game => play.beats(game).map(beat => ({ ...beat, changed: seatPanels(beat.changed, seat) })),
    explain: (game, rule) =>
      isForeign(rule) ? { source: '?', value: '?', parts: [] } : play.explain(game, rule),
    counterfactual: (game, rule) =>
      isForeign(rule) ? { type: 'locked', say: OTHERS[otherSeat(seat)] } : seatCounter(game, rule, seat),
    nextHint: game => {
      const hint = play.nextHint(game)
      return hint && seatHint(level, hint, seat)
    },
  }
}

/** A probe's answer that is the other seat's comes without its words. */
const seatAnswer = (panel: Panel, seat: PlayingSeat): Panel =>
  seatPanels([panel], seat)[0] ?? { ...panel, say: OTHERS[otherSeat(seat)], type: 'transcript', lines: [] }

/** What a change would do to the other seat's goals is told, but not to which. */
function seatCounter(game: Game, rule: string, seat: PlayingSeat): Counter {
  const foreign = new Set(foreignRules(game.level, seat).map(({ id }) => id))
  return counterfactual(game, rule, ({ id, text }) => (foreign.has(id) ? GOAL_OF[otherSeat(seat)] : text))
}

const OTHERS: { readonly [seat in PlayingSeat]: Text } = {
  driver: inBoth('party.driversOwn'),
  navigator: inBoth('party.navigatorsOwn'),
}

const GOAL_OF: { readonly [seat in PlayingSeat]: Text } = {
  driver: inBoth('party.goalOfDriver'),
  navigator: inBoth('party.goalOfNavigator'),
}
