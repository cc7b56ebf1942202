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

/** Whether a value of unknown making, such as parsed JSON, is an event. Whether it is legal, only a game can tell. */
export function isEvent(value: unknown): value is Event {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false
  const has = (name: string): boolean => typeof Reflect.get(value, name) === 'string'
  switch (value.type) {
    case 'run':
    case 'undo':
    case 'redo':
    case 'reset':
      return true
    case 'step':
    case 'probe':
      return has('id')
    case 'predict':
      return has('ask') && has('option')
    case 'hint':
      return 'rung' in value && Number.isSafeInteger(value.rung)
    default:
      return false
  }
}
