import type { Text } from '../core/text.ts'
import type { Level, Rule } from '../level/level.ts'
import { nextStar } from './next-star.ts'
import { POINTS } from './points.ts'
import type { Effort, Score, ScoreLine, Verdict } from './score.ts'
import { shares } from './shares.ts'
import { standingLines } from './standing-words.ts'

/** What of a level decides a score. */
export type Scored = Pick<Level, 'rules' | 'third' | 'objectives'>

/**
 * Scores a run: stars, points, and a line for everything that earned or cost. `POINTS` is the formula. Without rules,
 * in a sandbox, there is nothing to score.
 */
export function scoreRun(level: Scored, verdict: Verdict, effort: Effort): Score {
  if (level.rules.length === 0) return { stars: 0, points: 0, lines: [] }
  const lines = [
    ...ruleLines(level.rules, verdict),
    ...(level.third === 'frontier' ? [] : moveLines(effort)),
    ...runLines(effort),
    ...hintLines(effort),
    ...predictionLines(effort),
    ...comparedLines(level, effort),
  ]
  const sum = lines.reduce((points, line) => points + line.points, 0)
  const stars = starsFor(level, verdict, effort)
  const next = nextStar(stars, level, verdict, effort)
  return {
    stars,
    points: Math.max(0, sum),
    lines: sum < 0 ? [...lines, { type: 'floor', say: FLOOR, points: -sum }] : lines,
    ...(next === null ? {} : { next }),
  }
}

/** What each rule of a level is worth, by its id: shares of 1000 for goals and guards, extra for bonuses. */
export function worthOf(rules: readonly Rule[]): ReadonlyMap<string, number> {
  const bound = rules.filter(rule => rule.kind !== 'bonus')
  const parts = shares(
    POINTS.total,
    bound.map(rule => rule.points),
  )
  return new Map([
    ...bound.map((rule, i) => [rule.id, parts[i] ?? 0] as const),
    ...rules
      .filter(rule => rule.kind === 'bonus')
      .map(rule => [rule.id, rule.points * POINTS.bonus] as const),
  ])
}

const FLOOR: Text = { en: 'A score is never below 0', ko: '점수는 0점 아래로 내려가지 않습니다' }

function starsFor(level: Scored, verdict: Verdict, effort: Effort): Score['stars'] {
  if (!verdict.solved) return 0
  if (!verdict.guarded) return 1
  const [, , , named] = effort.hints
  return isBest(level, effort) && effort.runs <= effort.runsAllowed && named === 0 ? 3 : 2
}

/** What ★★★ asks of the plan itself: few moves, or that no other plan beats it. */
const isBest = ({ third }: Scored, { moves, par, compared }: Effort): boolean =>
  third === 'frontier' ? compared?.standing.beatenBy === 0 : moves <= par

function comparedLines({ objectives = [] }: Scored, { compared }: Effort): readonly ScoreLine[] {
  return compared ? standingLines(objectives, compared) : []
}

function ruleLines(rules: readonly Rule[], verdict: Verdict): readonly ScoreLine[] {
  const worth = worthOf(rules)
  const held = new Set(verdict.rules.filter(rule => rule.held).map(rule => rule.id))
  return rules.map(rule => ({
    type: 'rule',
    rule: rule.id,
    say: rule.text,
    points: held.has(rule.id) ? (worth.get(rule.id) ?? 0) : 0,
  }))
}

function moveLines({ moves, par }: Effort): readonly ScoreLine[] {
  const over = moves - par
  if (over <= 0) return []
  const say = {
    en: `${over} over par (${moves} moves, par ${par})`,
    ko: `기준보다 ${over}수 더 둠(${moves}수, 기준 ${par}수)`,
  }
  return [{ type: 'moves', say, points: Math.max(POINTS.moves.most, over * POINTS.moves.each) }]
}

function runLines({ runs, runsAllowed }: Effort): readonly ScoreLine[] {
  const over = runs - runsAllowed
  if (over <= 0) return []
  const say = {
    en: `${runs} runs, where ${runsAllowed} would do for ★★★`,
    ko: `${runs}번 실행함(★★★은 ${runsAllowed}번까지)`,
  }
  return [{ type: 'runs', say, points: Math.max(POINTS.runs.most, over * POINTS.runs.each) }]
}

function hintLines({ hints }: Effort): readonly ScoreLine[] {
  const taken = hints.reduce((a, b) => a + b, 0)
  if (taken === 0) return []
  const cost = POINTS.hints.each.reduce((sum, each, rung) => sum + each * (hints[rung] ?? 0), 0)
  const say = { en: taken === 1 ? '1 hint' : `${taken} hints`, ko: `힌트 ${taken}개` }
  return [{ type: 'hints', say, points: Math.max(POINTS.hints.most, cost) }]
}

function predictionLines({ predictedRight }: Effort): readonly ScoreLine[] {
  if (predictedRight === null) return []
  const say = predictedRight
    ? { en: 'Predicted right before the first run', ko: '첫 실행 전에 결과를 맞힘' }
    : { en: 'The prediction did not come true', ko: '예측이 빗나감' }
  return [{ type: 'prediction', say, points: predictedRight ? POINTS.prediction : 0 }]
}
