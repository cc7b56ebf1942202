import { randomInt } from 'node:crypto'

/** Where chance comes from; passed in, so that tests know what falls. */
export type Chance = {
  /** A whole number from 0 up to, but not including, a bound. */
  below(bound: number): number
}

/** The machine's own chance. */
export const systemChance: Chance = { below: bound => randomInt(bound) }
