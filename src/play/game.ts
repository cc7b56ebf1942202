import type { Event, Log } from '../core/log.ts'
import type { Beat, Panel, Scene } from '../core/scene.ts'
import type { Lang, Text } from '../core/text.ts'
import type { Artifact, Probe } from '../core/world.ts'
import type { Level, Prediction } from '../level/level.ts'
import type { Explanation } from '../rules/expression.ts'
import type { Score, Verdict } from '../score/score.ts'
import type { Counterfactual } from '../solver/counterfactual.ts'
import type { Proof } from '../solver/proof.ts'
import type { Result } from '../core/result.ts'

/** A game being played: a level, what is proved of it, and all that the player did. immer edits the log. */
export type Game = { readonly level: Level; readonly proof: Proof; readonly log: Log }

/** A rule as the player may see it now: sealed until a run, unless the level is a tutorial. */
export type RuleLight = {
  readonly id: string
  readonly kind: 'goal' | 'guard' | 'bonus'
  readonly points: number
  readonly text: Text
  readonly light: 'sealed' | 'held' | 'broken'
}

/** A hint that was given in this game. */
export type Hint = {
  readonly rung: 0 | 1 | 2 | 3
  readonly say: Text
  readonly control?: string
  readonly step?: string
}

/** A finished run: what it scored, and how it came to that. */
export type Run = {
  readonly number: number
  readonly verdict: Verdict
  readonly score: Score
  /** Misconceptions that this game met so far. */
  readonly misconceptions: readonly string[]
}

/** Everything a screen needs about a game, derived from its log. Plain data. */
export type Position = {
  readonly scene: Scene
  readonly rules: readonly RuleLight[]
  readonly probes: readonly Probe[]
  readonly probed: readonly string[]
  readonly moves: number
  /** Step ids that lead from the start to here: for product worlds one for each changed slot. */
  readonly plan: readonly string[]
  readonly par: number
  readonly runs: number
  readonly runsAllowed: number
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** The run that belongs to the state as it stands; absent after any change. */
  readonly ran?: Run
  /** The plan that was run among all good plans, where the level compares them; it is in the scene, too. */
  readonly plot?: Panel
  /** Best stars in this game so far. */
  readonly best: 0 | 1 | 2 | 3
  /** Asked now, before the first run; empty afterwards and once answered. */
  readonly asks: readonly Prediction[]
  readonly answered: readonly {
    readonly ask: string
    readonly option: string
    readonly right?: boolean
    /** The option that came true; known after the first run. */
    readonly came?: string
  }[]
  readonly hints: readonly Hint[]
}

/** What would turn a rule in the state as it stands, in one or two sentences, and as data. */
export type Counter =
  /** Its light is off; or it comes with a hint, or once the level is solved: `say` tells which. */
  | { readonly type: 'sealed' | 'locked'; readonly say: Text }
  /** No change that could be found turns it. */
  | { readonly type: 'none'; readonly turn: 'mend' | 'break'; readonly say: Text }
  | (Counterfactual & { readonly type: 'change'; readonly turn: 'mend' | 'break'; readonly say: Text })

/** Why an event was not taken. `legal` lists what would have been. */
export type Refusal = { readonly say: Text; readonly legal: readonly string[] }

/** The functions of this folder, gathered for the reader: each is a named export of its own file. */
export type PlayApi = {
  newGame(level: Level, proof: Proof): Game
  /** Adds an event, or says why it is not legal here. */
  act(game: Game, event: Event): Result<Game, Refusal>
  position(game: Game): Position
  /** The run's animation for the state as it stands. */
  beats(game: Game): readonly Beat[]
  answer(game: Game, probe: string): Panel
  artifacts(game: Game): readonly Artifact[]
  /** A rule taken apart in the state as it stands, after a run. */
  explain(game: Game, rule: string): Explanation
  /** What would turn a rule from here, and what else that would do; the last rung of the hints until the level is solved. */
  counterfactual(game: Game, rule: string): Counter
  /** The next hint from here, without taking it. */
  nextHint(game: Game): Hint | null
  /** The game as lines to paste, with the code that replays it; empty before a run. */
  share(game: Game, lang: Lang, signs: 'unicode' | 'ascii'): readonly string[]
}
