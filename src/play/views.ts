import type { Beat, Panel } from '../core/scene.ts'
import type { Text } from '../core/text.ts'
import type { Artifact } from '../core/world.ts'
import type { Explanation } from '../rules/expression.ts'
import { current } from './fold.ts'
import { foldOf } from './folded.ts'
import type { Game, Hint } from './game.ts'
import { hintAt } from './hint.ts'
import { markedFacts, markedParts } from './marks.ts'

/** The run's animation for the state as it stands. */
export function beats(game: Game): readonly Beat[] {
  return current(foldOf(game)).place.beats()
}

/** The answer to a probe in the state as it stands. Only probes that the position lists may be asked. */
export function answer(game: Game, probe: string): Panel {
  return current(foldOf(game)).place.answer(probe)
}

/** The same plan for real: scripts, configuration, manifests. */
export function artifacts(game: Game): readonly Artifact[] {
  return current(foldOf(game)).place.artifacts()
}

/** Every top-level fact of the state as it stands, as plain data. It tells outcomes: for tools, not for players. */
export function facts(game: Game): { readonly [name: string]: unknown } {
  return current(foldOf(game)).place.observe()
}

/** What has to be said beside numbers among these facts, by their paths: which rest on old or emulated figures. */
export function factMarks(game: Game): { readonly [path: string]: Text } {
  const { place } = current(foldOf(game))
  return markedFacts(place.observe(), place.mark)
}

/**
 * A rule taken apart in the state as it stands. While its light is off the values stay sealed: only the source is told.
 * The id of a rule that the level does not have is a bug and throws.
 */
export function explain(game: Game, rule: string): Explanation {
  const found = game.level.rules.find(({ id }) => id === rule)
  if (!found) throw new Error(`${game.level.id} has no rule "${rule}"`)
  const fold = foldOf(game)
  if (!fold.ran && !game.level.tutorial) return { source: found.when.source, value: '?', parts: [] }
  const { place } = current(fold)
  return markedParts(found.when.explain(place.facts()), place.mark)
}

/** The next hint from here, without taking it; `null` when there is none. To take it, act on `{ type: 'hint', rung }`. */
export function nextHint(game: Game): Hint | null {
  return hintAt(foldOf(game))
}
