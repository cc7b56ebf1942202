import type { Text } from '../core/text.ts'
import type { Level } from '../level/level.ts'
import type { Effort } from '../score/score.ts'
import { scoreRun } from '../score/score-run.ts'
import { standingOf } from '../score/standing.ts'
import { fieldOf, type Place } from '../solver/place.ts'
import { objectiveValues } from '../solver/questions.ts'
import { changesTo } from '../solver/way.ts'
import { current, type Fold } from './fold.ts'
import type { Run } from './game.ts'
import { planOf } from './plan.ts'
import { allRight, checked, mistaken } from './predictions.ts'

/**
 * Commits the current state. A run of a state that has just been run is a replay: nothing could have come out
 * differently, so it is not counted again.
 */
export function runHere(fold: Fold): Fold {
  if (fold.ran) return fold
  const { place } = current(fold)
  const answers = fold.runs === 0 ? checked(fold, place) : fold.answers
  const committed = { ...fold, answers, runs: fold.runs + 1 }
  const verdict = place.verdict()
  const compared = verdict.solved && verdict.guarded ? comparedHere(fold, place) : {}
  const score = scoreRun(fold.level, verdict, { ...effortOf(committed), ...compared })
  const misconceptions = [...new Set([...fold.misconceptions, ...metHere(committed, place)])]
  const ran: Run = { number: committed.runs, verdict, score, misconceptions }
  const made = [...fold.made, { run: ran, place }]
  return { ...committed, made, ran, misconceptions, best: score.stars > fold.best ? score.stars : fold.best }
}

function effortOf(fold: Fold): Effort {
  const taken = (rung: number): number => fold.hints.filter(hint => hint.rung === rung).length
  return {
    moves: planOf(fold).length,
    par: fold.proof.par,
    runs: fold.runs,
    runsAllowed: fold.level.runs,
    hints: [taken(0), taken(1), taken(2), taken(3)],
    predictedRight: allRight(fold.answers),
  }
}

/** How a good plan stands among all others, where the level has objectives and its proof knows them. */
function comparedHere({ level, proof }: Fold, place: Place): Pick<Effort, 'compared'> {
  const { objectives } = level
  const { frontier, beaten } = proof
  if (!objectives || !frontier) return {}
  const values = objectiveValues(level, place.read)
  const standing = standingOf(objectives, { frontier, beaten }, values)
  return { compared: { values, standing, changes: changesFrom(level, place, standing.better?.plan) } }
}

/** The steps of a place, in words, that make another plan of it. */
function changesFrom(level: Level, place: Place, plan: readonly string[] = []): readonly Text[] {
  const { axes, start } = fieldOf(level)
  const there = plan.reduce<Place>((at, step) => at.take(step) ?? at, start).choice()
  if (!axes || !there || plan.length === 0) return []
  const ids = changesTo(axes, place.choice() ?? [], there)
  return ids.flatMap(id => place.steps().find(step => step.id === id)?.say ?? [])
}

/** Misconceptions that this run shows: wrong tracks that a nudge knows, decoys that were set, wrong answers. */
function metHere(fold: Fold, place: Place): readonly string[] {
  const nudged = fold.level.nudges.filter(nudge => nudge.when.plain(place.read) === true)
  const touched = touchedSlots(fold, place)
  const lured = fieldOf(fold.level).decoys.filter(({ slot }) => touched.has(slot))
  return [
    ...nudged.map(({ misconception }) => misconception),
    ...lured.map(({ misconception }) => misconception),
    ...mistaken(fold, fold.answers),
  ]
}

function touchedSlots(fold: Fold, place: Place): ReadonlySet<string> {
  const { axes, start } = fieldOf(fold.level)
  const here = place.choice() ?? []
  const there = start.choice() ?? []
  return new Set((axes ?? []).filter((_, i) => here[i] !== there[i]).map(({ slot }) => slot))
}
