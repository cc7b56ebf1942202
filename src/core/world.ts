import type { ZodType } from 'zod'
import type { Json } from './json.ts'
import type { ManualRow } from './manual.ts'
import type { Beat, Panel, Scene } from './scene.ts'
import type { Text } from './text.ts'

/** One legal step: what logs and moves files hold (`id`), the slot it sets, the move itself, and its words. */
export type Step<M> = { readonly id: string; readonly slot: string; readonly move: M; readonly say: Text }

/** One dimension of a product world. `values` stand in the order that `order` names. */
export type Axis = {
  readonly slot: string
  readonly values: readonly string[]
  readonly order: 'off-on' | 'small-large' | 'none'
}

/** How a scene is looked at: before or after a run, and which probes the player has made. */
export type Look = { readonly phase: 'build' | 'ran'; readonly probed: readonly string[] }

/** A free question to the system: `ip link` in a box, `crictl info` on a node. */
export type Probe = { readonly id: string; readonly label: Text; readonly command: string }

/** A control that is known to depend on nothing, with the misconception that makes it tempting. */
export type Decoy = { readonly slot: string; readonly misconception: string }

/** A file or command that does the same for real. */
export type Artifact = {
  readonly id: string
  readonly title: Text
  /** How screens may highlight it. */
  readonly language: 'sh' | 'json' | 'yaml' | 'toml' | 'text'
  readonly text: string
}

/**
 * A level's playing field: a world opened with a level's setup. Everything that depends on the setup lives here.
 *
 * State, moves and facts are JSON data, and all functions are pure.
 */
export type Board<S, M, F> = {
  /** The shape of the facts: the CEL environment, the TS types and the author documentation come from it. */
  readonly facts: ZodType<F>
  readonly start: S
  /** Every legal step, in a stable order. A bad idea is a legal step whose run fails, not a missing step. */
  steps(state: S): readonly Step<M>[]
  apply(state: S, move: M): S
  /** A short text that differs where facts differ. */
  key(state: S): string
  /** Product worlds only: the dimensions, so that states can be enumerated instead of searched. */
  readonly axes?: { readonly list: readonly Axis[]; state(choice: readonly number[]): S }
  /** Each top-level fact on its own, computed when asked. */
  readonly observe: { readonly [K in keyof F]: (state: S) => F[K] }
  scene(state: S, look: Look): Scene
  /** Every probe that can be made here; empty where nothing is hidden. */
  readonly probes: readonly Probe[]
  /** The answer to a probe, as a panel. */
  answer(state: S, probe: string): Panel
  /** The run, as steps of an animation with words. */
  beats(state: S): readonly Beat[]
  artifacts(state: S): readonly Artifact[]
  readonly decoys: readonly Decoy[]
  /**
   * What has to be said beside the number of a fact: `[2019, emulated]` where it rests on a figure of 2019 and on one that
   * was measured under emulation. The fact goes by its path (`total.memory`, an element of a list by its id:
   * `works.shop.memory`); without a state all states of the level count. `null` where nothing has to be said. Absent where
   * no fact rests on figures.
   */
  readonly mark?: (fact: string, state?: S) => Text | null
}

/** A kind of puzzle. A value, not a class; one folder in `worlds/`, one line in the catalog. */
export type World<A, S, M, F> = {
  readonly id: string
  readonly name: Text
  /** What a player should know of the world, one page. */
  readonly manual: Text
  /** What symptoms mean and what controls truly change, row by row; absent where no round is played for two. */
  readonly manualPage?: readonly ManualRow[]
  /** What a level of this world may declare under `setup`. Faults of meaning are issues with a path, too. */
  readonly setup: ZodType<A>
  /** What the settings of a setup take, for completion and checks in editors. `setup` has the last word. */
  readonly settings?: readonly SettingsAt[]
  /** The setup of the sandbox: every control, no goals. */
  readonly sandbox: A
  /** A small sound level, as YAML text, with `SLUG` in place of its name. */
  readonly template: string
  open(setup: A): Board<S, M, F>
}

/** The values of one setting, as far as they can be told without the rest of the setup. */
export type SettingValues = {
  readonly words: readonly string[]
  /** JSON Schemas (draft 7) of what else it takes: numbers in a range, texts of a form. */
  readonly forms?: readonly { readonly [keyword: string]: Json }[]
}

/** Settings at a place in a setup, by name; the name `*` stands for any. */
export type SettingsAt = {
  /** The keys that lead there; `*` is any key: `['boxes', '*', 'build']`. */
  readonly at: readonly string[]
  /** What stands at a setting's name: its value, or a control with the values that a player can choose. */
  readonly holds: 'value' | 'control'
  readonly values: { readonly [name: string]: SettingValues }
}

/** A world whose types are hidden, so that worlds of different types can stand in one list. */
export type AnyWorld = {
  readonly id: string
  with<R>(use: <A, S extends Json, M extends Json, F extends object>(world: World<A, S, M, F>) => R): R
}

/** Hides a world's types. */
export function anyWorld<A, S extends Json, M extends Json, F extends object>(
  world: World<A, S, M, F>,
): AnyWorld {
  return { id: world.id, with: use => use(world) }
}

/** A board whose types are hidden, so that a level can hold it. */
export type AnyBoard = {
  with<R>(use: <S extends Json, M extends Json, F extends object>(board: Board<S, M, F>) => R): R
}

/** Hides a board's types. */
export function anyBoard<S extends Json, M extends Json, F extends object>(board: Board<S, M, F>): AnyBoard {
  return { with: use => use(board) }
}

/** Reads one top-level fact of a state by name; `undefined` for a name that the board does not have. */
export function readFact<S, M, F extends object>(board: Board<S, M, F>, state: S, name: string): unknown {
  for (const fact in board.observe) if (fact === name) return board.observe[fact](state)
  return undefined
}
