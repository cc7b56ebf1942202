import { fail, ok, type Result } from '../core/result.ts'
import type { Level } from '../level/level.ts'
import type { FullProof, Lazy, RuleCount } from './proof.ts'
import type { Field } from '../score/standing.ts'
import { finish, type Survey, surveying, type SurveyOptions } from './survey.ts'
import type { Row } from './tally.ts'
import type { TooManyStates } from './walk.ts'
import { winning } from './winning.ts'

/** Why a level could not be proved. */
export type Unproved =
  | TooManyStates
  /** No state holds all goals with no guard broken. `solved` counts those in which the goals alone hold. */
  | { readonly type: 'unsolvable'; readonly states: number; readonly solved: number }

/**
 * Visits every reachable state of a level and says what is true of it. The solution is the first of the shortest by the
 * order of the board's steps, so it is stable.
 */
export const prove = (level: Level, options: SurveyOptions = {}): Result<FullProof, Unproved> =>
  finish(proving(level, options))

/** The same in slices, so that a game can be played meanwhile: yields how many states it has visited. */
export function* proving(
  level: Level,
  options: SurveyOptions = {},
): Generator<number, Result<FullProof, Unproved>> {
  const survey = yield* surveying(level, options)
  return survey.type === 'survey' ? proofFrom(survey) : fail(survey)
}

/** The proof that a survey gives. */
export function proofFrom(survey: Survey): Result<FullProof, Unproved> {
  const { level, walk, tally, lazy } = survey
  const { states, best } = walk
  const { rows } = tally
  const solved = count(rows, row => row.solved)
  const won = winning(survey)
  if (!best || !won) return fail({ type: 'unsolvable', states, solved })
  const stars = (way: Lazy): 0 | 1 | 2 | 3 => lazy.find(end => end.way === way)?.stars ?? 0
  return ok({
    playHash: level.playHash,
    states,
    solved,
    par: best.par,
    optimal: won.count,
    solution: won.solution,
    guessPercent: Number((100 * guessChance(level, won.count, states)).toFixed(2)),
    rules: Object.fromEntries(level.rules.map((rule, i) => [rule.id, ruleCount(level, rows, i)])),
    nudges: Object.fromEntries(
      level.nudges.map(({ id }, i) => [id, count(rows, row => row.speaks[i] === true)]),
    ),
    lazy: {
      nothing: stars('nothing'),
      on: stars('on'),
      largest: stars('largest'),
      smallest: stars('smallest'),
      greedy: stars('greedy'),
    },
    ...(level.objectives ? comparedPlans(survey) : {}),
    ...drawnPlans(survey),
  })
}

/** All plans by where they are drawn. */
function drawnPlans({ tally }: Survey): Pick<FullProof, 'cloud'> {
  const cloud = tally.cloud()
  return cloud ? { cloud } : {}
}

/** All good plans by what they come to. */
function comparedPlans({ walk, tally }: Survey): Field {
  const points = tally.frontier.points()
  const frontier = points.map(({ values, count: plans, nearest }) => ({
    values,
    count: plans,
    plan: walk.planTo(nearest),
  }))
  const beaten = tally.frontier.beaten()
  return { frontier, ...(beaten ? { beaten } : {}) }
}

/** The chance that the level's runs, spent on random states, meet one that earns ★★★. */
export const guessChance = ({ runs }: Pick<Level, 'runs'>, optimal: number, states: number): number =>
  1 - (1 - optimal / states) ** runs

/** How many states the rows that pass hold. */
export const count = (rows: readonly Row[], passes: (row: Row) => boolean): number =>
  rows.reduce((sum, row) => sum + (passes(row) ? row.count : 0), 0)

/** How often a rule holds, is broken, and is the only broken goal. */
export function ruleCount(level: Level, rows: readonly Row[], rule: number): RuleCount {
  const held = count(rows, row => row.held[rule] === true)
  const broken = count(rows, row => row.held[rule] !== true)
  if (level.rules[rule]?.kind !== 'goal') return { held, broken }
  return { held, broken, onlyBroken: count(rows, row => isOnlyBroken(level, row, rule)) }
}

/** Whether a goal is broken and every other goal holds. */
function isOnlyBroken(level: Level, { held }: Row, goal: number): boolean {
  return level.rules.every(({ kind }, i) => kind !== 'goal' || (i === goal) !== (held[i] === true))
}
