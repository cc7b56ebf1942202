import type { Plan } from './plan.ts'
import type { Setup } from './setup.ts'
import type { Things } from './things.ts'

/** Where a shell stands: on a level's machine, in a box or on the host. */
export type Place = {
  readonly setup: Setup
  readonly plan: Plan
  readonly things: Things
  readonly who: string
  /** Host names by UTS namespace that a run left behind; none before a run. */
  readonly hostnames: { readonly [uts: string]: string }
}
