import type { Artifact } from '../../core/world.ts'
import { composeArtifacts } from './compose.ts'
import type { Placement } from './placement.ts'
import { podArtifacts, runtimeClasses } from './pods.ts'
import type { Setup } from './setup.ts'
import { guestArtifacts } from './vm-config.ts'

/** The plan for real, host by host: compose files or pods, RuntimeClasses, and guests, each with its numbers. */
export const artifactsOf = (setup: Setup, plan: Placement): readonly Artifact[] => [
  ...plan.hosts.flatMap(at => [
    ...composeArtifacts(setup, at),
    ...podArtifacts(setup, at),
    ...guestArtifacts(at),
  ]),
  ...runtimeClasses(plan.hosts),
]
