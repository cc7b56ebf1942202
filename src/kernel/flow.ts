/** A box's demand on something that flows: CPU, disk, one way of the link. Rates are per second. */
export type Flow = {
  /** Asked for by acts without an end. */
  standing: number
  /** Asked for by the act that holds the script back, until it is done. */
  held: number
  /** Both, and what sharing gave of it. They change only when an act begins or a box ends. */
  want: number
  share: number
  /** Used in this second: all of the share, but for an act that was done before the second was over. */
  got: number
  /** Most that a limit lets through; Infinity without one. */
  readonly cap: number
  /** Totals of the run: asked for, got, and the seconds in which it asked. */
  wanted: number
  reached: number
  time: number
}

/** A flow that nobody asks for yet; a `cap` of null is no limit. */
export const newFlow = (cap: number | null): Flow => ({
  standing: 0,
  held: 0,
  want: 0,
  share: 0,
  got: 0,
  cap: cap ?? Infinity,
  wanted: 0,
  reached: 0,
  time: 0,
})

/** Books a second in which the held act asked for only a part (0 to 1) of it. Returns how much was asked for. */
export function bookFlow(flow: Flow, part: number): number {
  flow.got = 0
  if (flow.want <= 0) return 0
  const wanted = flow.standing + flow.held * part
  flow.got = (flow.share * wanted) / flow.want
  flow.wanted += wanted
  flow.reached += flow.got
  flow.time += wanted / flow.want
  return wanted
}
