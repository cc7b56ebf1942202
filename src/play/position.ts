import type { Panel, Scene } from '../core/scene.ts'
import { fieldOf } from '../solver/place.ts'
import { current, type Fold } from './fold.ts'
import { foldOf } from './folded.ts'
import type { Game, Position, RuleLight } from './game.ts'
import { planOf } from './plan.ts'
import { planPlot } from './plan-plot.ts'
import { openAsks } from './predictions.ts'

/** Everything a screen needs about a game. Equal logs give equal positions. */
export function position(game: Game): Position {
  const fold = foldOf(game)
  const plan = planOf(fold)
  const plot = planPlot(fold)
  return {
    scene: withPlot(
      current(fold).place.scene({ phase: fold.ran ? 'ran' : 'build', probed: fold.probed }),
      plot,
    ),
    ...(plot ? { plot } : {}),
    rules: ruleLights(fold),
    probes: fieldOf(fold.level).probes,
    probed: fold.probed,
    moves: plan.length,
    plan,
    par: fold.proof.par,
    runs: fold.runs,
    runsAllowed: fold.level.runs,
    canUndo: fold.at > 0,
    canRedo: fold.at < fold.history.length - 1,
    ...(fold.ran ? { ran: fold.ran } : {}),
    best: fold.best,
    asks: openAsks(fold),
    answered: fold.answers,
    hints: fold.hints,
  }
}

/**
 * The plot takes the place of a world's own one, which knows neither the rules nor plans that are farther away; else it
 * stands behind the run's timeline.
 */
function withPlot(scene: Scene, plot: Panel | null): Scene {
  if (!plot) return scene
  const panels = scene.panels.filter(({ type }) => type !== 'scatter')
  const own = scene.panels.findIndex(({ type }) => type === 'scatter')
  const after = panels.findLastIndex(({ type }) => type === 'timeline') + 1
  return { ...scene, panels: panels.toSpliced(own < 0 ? after || panels.length : own, 0, plot) }
}

/** Lights are on after a run until the next change; in tutorials always. Sealed rules are not even judged. */
function ruleLights(fold: Fold): readonly RuleLight[] {
  const lit = fold.ran !== null || fold.level.tutorial
  const held = lit
    ? new Map(
        current(fold)
          .place.verdict()
          .rules.map(rule => [rule.id, rule.held]),
      )
    : new Map<string, boolean>()
  return fold.level.rules.map(({ id, kind, points, text }) => {
    const light = held.get(id)
    return { id, kind, points, text, light: light === undefined ? 'sealed' : light ? 'held' : 'broken' }
  })
}
