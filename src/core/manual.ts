import type { Text } from './text.ts'

/**
 * A row of a world's manual, for whoever cannot see the screen: what a symptom means that somebody reads out, or what a
 * control truly changes.
 */
export type ManualRow = {
  readonly id: string
  readonly type: 'symptom' | 'control'
  /** The symptom as the screen words it, or the control as the screen labels it. */
  readonly what: Text
  readonly means: Text
  /** Who says so: a man page, a KEP, a page of the documentation. */
  readonly source: string
  /**
   * Where the row is of use: settings (the last part of a slot, such as `memory`) and names of facts (`oomKilled`). A level
   * that opens one of these settings, or whose rules name one of these facts, needs the row.
   */
  readonly about: readonly string[]
}
