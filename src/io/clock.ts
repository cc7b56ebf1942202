/** The time of day; passed in, so that tests stand still. */
export type Clock = {
  /** Milliseconds since 1970, UTC. */
  now(): number
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => Date.now() }

/** A moment as a part of a file name: `2026-03-01T09-30-00Z`, without the colons that Windows refuses. */
export const fileStamp = (at: number): string =>
  new Date(at).toISOString().slice(0, 19).replaceAll(':', '-').concat('Z')
