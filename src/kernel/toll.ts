/** What a run did to the machine as a whole. Mutable: it lives for one run. */
export type Toll = {
  /** Ids, in the order in which the machine's OOM killer picked them. */
  readonly victims: string[]
  taskTableFull: boolean
  /** MB written, Mbit sent and received by all boxes. */
  written: number
  sent: number
  received: number
}

/** A run that has not begun. */
export const newToll = (): Toll => ({ victims: [], taskTableFull: false, written: 0, sent: 0, received: 0 })
