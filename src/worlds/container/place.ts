import type { Plan } from './plan.ts'
import type { Setup } from './setup.ts'
import type { Things } from './things.ts'

/** Where a shell stands: on a level's machine, in a box or on the host. */
export type Place = {
  readonly setup: Setup
  readonly plan: Plan
  readonly things: Things
  readonly who: string
  readonly left: Traces
}

/** What a run left behind. */
export type Traces = {
  /** Host names by UTS namespace. */
  readonly hostnames: { readonly [uts: string]: string }
  /** Files of the host's that are gone. */
  readonly deleted: readonly string[]
  /** Places of the host's on which mounts of boxes show. */
  readonly mounts: readonly string[]
}

/** Before a run nothing has changed. */
export const NO_TRACES: Traces = { hostnames: {}, deleted: [], mounts: [] }
