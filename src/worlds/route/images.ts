import type { FailureId } from './failures.ts'
import type { PodPlan, Store } from './plan.ts'

/** What became of a pod's image: it is there (after a pull or without), or why not. */
export type ImageOutcome =
  | { readonly type: 'present'; readonly pulled: boolean }
  | { readonly type: 'failed'; readonly failure: FailureId; readonly pulled: boolean }

/**
 * Looks for a pod's image in the store that the runtime reads, and pulls it if the policy says so. Each runtime has a
 * store of its own: what Docker has, containerd's `k8s.io` has not. K8S concepts/containers/images; FACTS C2, E3.
 */
export function fetchImage(pod: PodPlan, store: Store, registry: 'up' | 'down'): ImageOutcome {
  if (/[A-Z]/.test(pod.image.split(':')[0] ?? ''))
    return { type: 'failed', failure: 'invalid-image', pulled: false }
  const isPresent = pod.stores.includes(store)
  if (pod.pull === 'Never')
    return isPresent
      ? { type: 'present', pulled: false }
      : { type: 'failed', failure: 'never-pulled', pulled: false }
  if (pod.pull === 'IfNotPresent' && isPresent) return { type: 'present', pulled: false }
  const failure = pullFailure(pod, registry)
  return failure === null ? { type: 'present', pulled: true } : { type: 'failed', failure, pulled: true }
}

function pullFailure(pod: PodPlan, registry: 'up' | 'down'): FailureId | null {
  if (registry === 'down') return 'registry-down'
  if (pod.registry === 'none') return 'image-not-found'
  return pod.registry === 'private' && !pod.pullSecret ? 'registry-denied' : null
}
