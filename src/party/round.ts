import type { Event } from '../core/log.ts'
import type { Level } from '../level/level.ts'
import { act, newGame, replay } from '../play/act.ts'
import { foldOf } from '../play/folded.ts'
import type { Game, Run } from '../play/game.ts'
import type { Proof } from '../solver/proof.ts'
import { cameTrue, forecastFor, type Forecast, isAgreed, type Said } from './forecast.ts'
import type { GameResult, RoundResult } from './result.ts'
import { roundScore, type RoundScore } from './round-score.ts'
import type { GameCode, RoundPlan } from './rounds.ts'

/** Seconds that the warm-up lasts. It scores nothing; it is there to find the keys and each other's voice. */
const WARM_UP = 60

/** Where a game of two stands. */
export type Stage =
  /** Who sits where, and something to talk about first. */
  | { readonly type: 'welcome' }
  /** Before a round: whose turn it is to drive. */
  | { readonly type: 'seats' }
  | { readonly type: 'playing' }
  /** Before a run. What the driver said lies face down while the navigator is asked. */
  | { readonly type: 'asking'; readonly ask: Forecast; readonly driver?: string }
  /** A round is over: both seats' goals, and what was learned. */
  | { readonly type: 'over'; readonly why: 'time' | 'solved' | 'ended' }
  /** The game is over: the card. */
  | { readonly type: 'card' }

/** A game of two. All that the driver's screen knows of it; changed by the functions of this file alone. */
export type Party = {
  readonly code: GameCode
  /** The pair's number, by which a room's results are told apart. */
  readonly pair: number
  /** The rounds in order, the warm-up first. */
  readonly plans: readonly RoundPlan[]
  /** Which of them is played. */
  readonly at: number
  readonly stage: Stage
  /** The level being played; absent until a round begins. */
  readonly game?: Game
  /** Before each run of this round. */
  readonly said: readonly Said[]
  /** Seconds that this round has been played for, up to `since`. */
  readonly spent: number
  /** The second at which the clock was last looked at. */
  readonly since: number
  readonly results: readonly RoundResult[]
}

/** A pair's game at its beginning. `now` is the second of the sitting's clock. */
export const newParty = (
  { code, pair, plans }: Pick<Party, 'code' | 'pair' | 'plans'>,
  now: number,
): Party => ({
  code,
  pair,
  plans,
  at: 0,
  stage: { type: 'welcome' },
  said: [],
  spent: 0,
  since: now,
  results: [],
})

/** The round that is played, or comes next. */
export const planOf = ({ plans, at }: Party): RoundPlan => plans[at] ?? { number: 0, level: '', variant: 0 }

/** Minutes of a game that are none of a round's: sitting down 1, the warm-up 1, talking at the end 2. */
const AROUND = 4

/** Seconds that a round lasts: what is left of the game's minutes, in half minutes, and never less than the warm-up. */
export const lengthOf = ({ rounds, minutes }: GameCode, { number }: Pick<RoundPlan, 'number'>): number =>
  number === 0 ? WARM_UP : Math.max(WARM_UP, Math.floor(((minutes - AROUND) * 2) / rounds) * 30)

/** Seconds left in this round. */
export const secondsLeft = (party: Party): number =>
  Math.max(0, lengthOf(party.code, planOf(party)) - party.spent)

/** Whether the clock runs. */
export const isTimed = ({ stage }: Party): boolean => stage.type === 'playing' || stage.type === 'asking'

/** From the welcome to the seats, and from a round's end to the next seats or to the card. */
export function goOn(party: Party, now: number): Party {
  const { stage, at, plans } = party
  const fresh = { ...party, since: now, spent: 0, said: [] }
  switch (stage.type) {
    case 'welcome':
      return { ...party, since: now, stage: { type: 'seats' } }
    case 'over': {
      const { game: _, ...rest } = fresh
      return at + 1 < plans.length
        ? { ...rest, at: at + 1, stage: { type: 'seats' } }
        : { ...rest, stage: { type: 'card' } }
    }
    case 'seats':
    case 'playing':
    case 'asking':
    case 'card':
      return party
    default:
      return stage satisfies never
  }
}

/** Begins the round whose seats were just taken, with its level opened. The clock starts. */
export const beginRound = (party: Party, level: Level, proof: Proof, now: number): Party => ({
  ...party,
  stage: { type: 'playing' },
  game: newGame(level, proof),
  said: [],
  spent: 0,
  since: now,
})

/** Looks at the clock. A round whose time is up is over. */
export function tickTo(party: Party, now: number): Party {
  if (!isTimed(party)) return { ...party, since: now }
  const timed = { ...party, spent: party.spent + Math.max(0, now - party.since), since: now }
  return secondsLeft(timed) > 0 ? timed : endRound(timed, 'time')
}

/** Takes over a game that the driver's screen has played on. */
export const playedOn = (party: Party, game: Game): Party => ({ ...party, game })

/** Before a run: asks the driver first. A plan that has just been run is not run again. */
export function askBoth(party: Party): Party {
  const { game, stage } = party
  if (!game || stage.type !== 'playing' || foldOf(game).ran) return party
  return { ...party, stage: { type: 'asking', ask: forecastFor(game) } }
}

/** Back to building without a run. */
export const askLater = (party: Party): Party =>
  party.stage.type === 'asking' ? { ...party, stage: { type: 'playing' } } : party

/** Takes an answer: the driver's first, face down; with the navigator's the plan is run. */
export function answerWith(party: Party, option: string): Party {
  const { stage, game } = party
  if (!game || stage.type !== 'asking' || !stage.ask.options.some(({ id }) => id === option)) return party
  if (stage.driver === undefined) return { ...party, stage: { ...stage, driver: option } }
  const ran = withEvents(game, [
    // The level scores its own questions before the first run only; later the event is not legal, and left out.
    { type: 'predict', ask: stage.ask.id, option: stage.driver },
    { type: 'run' },
  ])
  const said = {
    ask: stage.ask.id,
    driver: stage.driver,
    navigator: option,
    came: cameTrue(ran, stage.ask.id),
  }
  return { ...party, stage: { type: 'playing' }, game: ran, said: [...party.said, said] }
}

/** Adds those of the events that are legal. */
const withEvents = (game: Game, events: readonly Event[]): Game =>
  events.reduce((at, event) => {
    const next = act(at, event)
    return next.ok ? next.value : at
  }, game)

/** Whether nothing is left to win in this round: three stars. */
export const isWon = ({ game }: Party): boolean => game !== undefined && foldOf(game).best === 3

/** Ends the round: the goals of both seats may be shown. The warm-up leaves no result. */
export function endRound(party: Party, why: 'time' | 'solved' | 'ended'): Party {
  if (!party.game || !isTimed(party)) return party
  const over: Party = { ...party, stage: { type: 'over', why } }
  return planOf(party).number === 0
    ? over
    : { ...over, results: [...party.results, resultOf(party, party.game)] }
}

const resultOf = (party: Party, game: Game): RoundResult => roundResult(planOf(party), game, party.said)

/** How a round ended, derived from what was done and said in it. Result codes are checked by deriving it again. */
export function roundResult(
  { level, variant }: Pick<RoundPlan, 'level' | 'variant'>,
  game: Game,
  said: readonly Said[],
): RoundResult {
  const { stars, points } = scoreOf({ said }, game)
  const { runs, misconceptions } = foldOf(game)
  const { events } = game.log
  const agreed = said.filter(isAgreed).length
  return { level, variant, stars, score: points, runs, agreed, misconceptions, events, said }
}

/** What a round has earned so far. */
export const scoreOf = ({ said }: Pick<Party, 'said'>, game: Game): RoundScore =>
  roundScore(game.level, { runs: runsOf(game), said })

/** Every run of a game, in order. */
export const runsOf = (game: Game): readonly Run[] => foldOf(game).made.map(({ run }) => run)

/** The whole game, once it is over. */
export const gameResult = ({
  code,
  pair,
  results,
}: Pick<Party, 'code' | 'pair' | 'results'>): GameResult => ({
  code,
  pair,
  rounds: results,
})

/** What is kept of a game, so that a closed terminal or a crash loses nothing. JSON data. */
export type SavedParty = {
  readonly version: 1
  readonly code: GameCode
  readonly pair: number
  readonly at: number
  /** A round that was being asked about goes on with building. */
  readonly stage: 'welcome' | 'seats' | 'playing' | 'over' | 'card'
  readonly events: readonly Event[]
  readonly said: readonly Said[]
  readonly spent: number
  readonly results: readonly RoundResult[]
}

/** A game as it is kept. */
export const savedParty = ({ code, pair, at, stage, game, said, spent, results }: Party): SavedParty => ({
  version: 1,
  code,
  pair,
  at,
  stage: stage.type === 'asking' ? 'playing' : stage.type,
  events: game?.log.events ?? [],
  said,
  spent,
  results,
})

/**
 * A kept game, to go on with. `opened` is the level of its round, needed where that was being played or was over. Time
 * that nobody played is not counted. A game whose moves no longer fit its level goes back to the seats of that round.
 */
export function restoredParty(
  saved: SavedParty,
  plans: readonly RoundPlan[],
  opened: { readonly level: Level; readonly proof: Proof } | null,
  now: number,
): Party {
  const { code, pair, at, stage, events, said, spent, results } = saved
  const party: Party = { ...newParty({ code, pair, plans }, now), at, results }
  if (stage !== 'playing' && stage !== 'over') return { ...party, stage: { type: stage } }
  const log = opened && { level: opened.level.id, playHash: opened.level.playHash, events }
  const game = log && replay(opened.level, opened.proof, log)
  if (!game?.ok) return { ...party, stage: { type: 'seats' } }
  const kept = { ...party, game: game.value, said, spent }
  return stage === 'playing'
    ? { ...kept, stage: { type: 'playing' } }
    : { ...kept, stage: { type: 'over', why: 'ended' } }
}
