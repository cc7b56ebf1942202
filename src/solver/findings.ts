import type { Level } from '../level/level.ts'
import { controlFindings } from './control-findings.ts'
import { failureFindings } from './failure-findings.ts'
import type { Finding } from './finding.ts'
import { predictionFindings } from './prediction-findings.ts'
import { count, guessChance, ruleCount } from './prove.ts'
import { roundFindings } from './round-findings.ts'
import type { Survey } from './survey.ts'
import type { Met, Row } from './tally.ts'
import { termFindings } from './term-findings.ts'
import type { TooManyStates } from './walk.ts'
import { winning } from './winning.ts'

/** The greatest chance to guess a level's ★★★, in percent. */
const MOST_GUESS = 5

/** Everything that is unsound about a level, in a fixed order; empty for a sound one. Tutorials are held to less. */
export function findingsOf(survey: Survey): readonly Finding[] {
  const { level } = survey
  const strict = level.tutorial
    ? []
    : [
        ...lazyFindings(survey),
        ...guessFindings(survey),
        ...frontierFindings(survey),
        ...tradeFindings(survey),
        ...controlFindings(survey),
      ]
  return [
    ...parFindings(survey),
    ...failureFindings(survey),
    ...level.rules.flatMap((_, i) => ruleFindings(survey, i)),
    ...level.nudges.flatMap((_, i) => nudgeFindings(survey, i)),
    ...predictionFindings(survey),
    ...strict,
    ...roundFindings(level, survey.walk.best?.par),
    ...termFindings(level),
  ]
}

/** What to say of a level with too many states to walk. */
export function tooManyFinding({ limit, states }: TooManyStates): Finding {
  const found = states === null ? `more than ${limit}` : `${states}`
  const message = `${found} states, at most ${limit} can be proved: open fewer controls, or give them fewer values`
  return { code: 'too-many-states', message }
}

/** The row that was met with the fewest moves among those that pass. */
function nearest(rows: readonly Row[], passes: (row: Row) => boolean): Met | null {
  const found = rows.filter(passes).toSorted((a, b) => a.moves - b.moves || a.nearest - b.nearest)
  return found[0] ?? null
}

function parFindings({ level, tally, walk }: Survey): readonly Finding[] {
  const solved = count(tally.rows, row => row.solved)
  if (solved === 0) return [unsolvable(level, tally.rows, walk.planTo)]
  const start = walk.rowAt(walk.start)
  if (start.solved) {
    const message = 'every goal holds at the start: change the start, or add a goal that is broken there'
    return [{ code: 'solved-at-start', message, moves: [] }]
  }
  if (!walk.best) {
    const shown = nearest(tally.rows, row => row.solved)
    const guards = level.rules.filter(
      ({ kind }, i) => kind === 'guard' && shown && !heldAt(shown, tally.rows, i),
    )
    const message =
      `all goals hold in ${solved} states, but each breaks a guard, so nothing is at par: loosen ` +
      `${listed(guards.map(({ id }) => id))}, or give a control the value that is missing`
    return [{ code: 'guards-unmet', message, ...movesTo(walk.planTo, shown) }]
  }
  const least = level.tutorial || level.icebreaker ? 2 : 3
  if (walk.best.par >= least) return []
  const message = `par is ${walk.best.par}, at least ${least} is wanted: one more thing must stand in the way`
  return [{ code: 'par-too-small', message, moves: walk.best.solution }]
}

const heldAt = (met: Met, rows: readonly Row[], rule: number): boolean =>
  rows.some(row => row === met && row.held[rule] === true)

function unsolvable(
  level: Level,
  rows: readonly Row[],
  planTo: (state: number) => readonly string[],
): Finding {
  const goals = level.rules.flatMap(({ kind, id }, i) => (kind === 'goal' ? [{ id, i }] : []))
  const broken = (row: Row) => goals.filter(({ i }) => row.held[i] !== true)
  const fewest = Math.min(...rows.map(row => broken(row).length))
  const shown = nearest(rows, row => broken(row).length === fewest)
  const missing = rows.flatMap(row => (row === shown ? broken(row).map(({ id }) => id) : []))
  const message = `no state holds all goals; the nearest one breaks ${listed(missing)}: loosen it, or open the control that it needs`
  return { code: 'unsolvable', message, ...movesTo(planTo, shown) }
}

const movesTo = (planTo: (state: number) => readonly string[], met: Met | null): Pick<Finding, 'moves'> =>
  met ? { moves: planTo(met.nearest) } : {}

/** `a`, `a and b`, `a, b and c`. */
function listed(ids: readonly string[]): string {
  const last = ids.at(-1) ?? ''
  return ids.length < 2 ? last : `${ids.slice(0, -1).join(', ')} and ${last}`
}

function ruleFindings({ level, tally: { rows, failures } }: Survey, i: number): readonly Finding[] {
  const rule = level.rules[i]
  if (!rule) return []
  const { held, broken, onlyBroken } = ruleCount(level, rows, i)
  const name = `${rule.kind} '${rule.id}'`
  if (broken === 0) {
    const message = `the ${name} holds in every state: remove it, or let some choice break it`
    return [{ code: 'always-held', message, moves: [] }]
  }
  if (held === 0) {
    // A rule that fails is told of already, with the reason.
    if (failures.has(i)) return []
    const message = `the ${name} is broken in every state: check its expression, or open the control that it needs`
    return [{ code: 'always-broken', message, moves: [] }]
  }
  // Where nothing is solved, that is the finding, and this only follows from it.
  if (onlyBroken !== 0 || !rows.some(row => row.solved)) return []
  const message =
    `the ${name} is never the only broken goal: whoever mends the others has mended it, ` +
    'so remove it, or make it ask for something of its own'
  return [{ code: 'never-alone', message }]
}

function nudgeFindings({ level, tally: { rows, failures }, walk }: Survey, i: number): readonly Finding[] {
  const id = level.nudges[i]?.id ?? ''
  if (count(rows, row => row.speaks[i] === true) === 0) {
    if (failures.has(level.rules.length + i)) return []
    const message = `the nudge '${id}' applies in no state: check its expression, or remove it`
    return [{ code: 'nudge-out-of-reach', message }]
  }
  // Whoever holds the goals and broke a guard still lacks a star, and may be told why.
  const shown = nearest(rows, row => row.speaks[i] === true && row.good)
  if (!shown) return []
  const message = `the nudge '${id}' speaks though every goal holds and no guard is broken: narrow its expression`
  return [{ code: 'nudge-when-solved', message, ...movesTo(walk.planTo, shown) }]
}

const LAZY_WORDS = {
  nothing: 'doing nothing',
  on: 'switching everything on',
  largest: 'setting everything to its largest value',
  smallest: 'setting everything to its smallest value',
  greedy: 'always taking the step that earns most points',
} as const

function lazyFindings({ lazy, walk }: Survey): readonly Finding[] {
  return lazy
    .filter(({ stars }) => stars === 3)
    .map(({ way, state }) => ({
      code: 'lazy-win',
      message: `${LAZY_WORDS[way]} earns ★★★: add a rule or a value that punishes it`,
      moves: walk.planTo(state),
    }))
}

/** A frontier of many plans is no achievement: at most a tenth of the good ones may stand on it. */
function frontierFindings({ level, tally }: Survey): readonly Finding[] {
  if (!level.objectives) return []
  const good = count(tally.rows, row => row.good)
  const unbeaten = tally.frontier.points().reduce((sum, point) => sum + point.count, 0)
  if (good === 0 || unbeaten * 10 <= good) return []
  const message =
    `no plan beats ${unbeaten} of the ${good} that hold every goal and guard, at most a tenth is wanted: ` +
    'open a control that can waste something, or weigh fewer objectives'
  return [{ code: 'wide-frontier', message }]
}

/** Plans that are compared by two objectives or more must give up something for something, or one of them is simply best. */
function tradeFindings({ level, tally, walk }: Survey): readonly Finding[] {
  const { objectives = [] } = level
  const points = tally.frontier.points()
  const [only] = points
  if (objectives.length < 2 || !only) return []
  const flat = tally.frontier.constants().flatMap((value, i): readonly Finding[] => {
    const id = objectives[i]?.id ?? ''
    const message = `the objective '${id}' is ${value ?? ''} in every plan that holds every goal and guard: compare by something that differs`
    return value === null ? [] : [{ code: 'flat-objective', message }]
  })
  if (points.length > 1) return flat
  const message =
    'one plan is best in every objective, so nothing is traded: ' +
    'compare by objectives that pull apart, or open a control that gives one for another'
  return [...flat, { code: 'no-trade', message, moves: walk.planTo(only.nearest) }]
}

function guessFindings(survey: Survey): readonly Finding[] {
  const { level, walk } = survey
  const { states } = walk
  const best = winning(survey)
  const percent = best ? 100 * guessChance(level, best.count, states) : 0
  if (!best || percent <= MOST_GUESS) return []
  const runs = `${level.runs} random ${level.runs === 1 ? 'try' : 'tries'}`
  const message =
    `${runs} earn ★★★ with ${percent.toFixed(2)} % chance (${best.count} of ${states} states), ` +
    `at most ${MOST_GUESS} % is allowed: open more controls, or give them more values`
  return [{ code: 'guessable', message, moves: best.solution }]
}
