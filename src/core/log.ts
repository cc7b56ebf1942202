/** Something the player did. Steps and probes are named by the ids that the board gives them. */
export type Event =
  | { readonly type: 'step'; readonly id: string }
  | { readonly type: 'run' | 'undo' | 'redo' | 'reset' }
  | { readonly type: 'probe'; readonly id: string }
  /** A hint was taken; rungs go 0 nudge, 1 rule, 2 control, 3 move. */
  | { readonly type: 'hint'; readonly rung: number }
  | { readonly type: 'predict'; readonly ask: string; readonly option: string }

/** One game: at once undo history, share text, bug report and test fixture. */
export type Log = { readonly level: string; readonly playHash: string; readonly events: readonly Event[] }

/** A projection of a log: the steps of a plan, in order. `playHash` tells which version of the level it was made for. */
export type Moves = { readonly level: string; readonly playHash?: string; readonly moves: readonly string[] }
