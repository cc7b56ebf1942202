import type { FailureId } from './failures.ts'
import type { PodOutcome } from './outcome.ts'
import type { NodePlan, PodPlan } from './plan.ts'
import { atLeast } from './versions.ts'

/** A row under Events of `kubectl describe pod`; ids and times are left out. */
export type PodEvent = {
  readonly type: 'Normal' | 'Warning'
  readonly reason: string
  readonly message: string
}

const warning = (reason: string, message: string): PodEvent => ({ type: 'Warning', reason, message })

/** What startContainer records when it gives up: the error's name, or all of it. */
const gaveUp = (error: string): PodEvent => warning('Failed', `Error: ${error}`)

/** A pull that failed, and the waiting before the next one. */
const backingOff = ({ pod, error }: PodOutcome): readonly PodEvent[] => [
  warning('Failed', error),
  gaveUp('ErrImagePull'),
  { type: 'Normal', reason: 'BackOff', message: `Back-off pulling image "${pod.image}"` },
  gaveUp('ImagePullBackOff'),
]

const once =
  (reason: string) =>
  ({ error }: PodOutcome): readonly PodEvent[] => [warning(reason, error)]

/** A kubelet that does not run records nothing. */
const none = (): readonly PodEvent[] => []

/** The event names the container from kubernetes#113216 on, which 1.27 has. */
const backOff = ({ kubelet }: NodePlan, { id }: PodPlan): PodEvent =>
  warning(
    'BackOff',
    `Back-off restarting failed container${atLeast(kubelet, '1.27') ? ` ${id} in pod ${id}_default` : ''}`,
  )

/** kubernetes pkg/kubelet/events/event.go, images/image_manager.go, kuberuntime/kuberuntime_container.go, kubelet_pods.go. */
const EVENTS: { readonly [F in FailureId]: (outcome: PodOutcome) => readonly PodEvent[] } = {
  none,
  'insufficient-memory': once('FailedScheduling'),
  'unknown-flag': none,
  'cgroup-v1': none,
  'driver-mismatch-kubelet': none,
  'docker-down': none,
  'no-socket': none,
  'rest-is-not-cri': none,
  'cri-disabled': none,
  'cri-missing': none,
  'cri-version': none,
  'network-not-ready': once('NetworkNotReady'),
  'secret-volume': once('FailedMount'),
  'unknown-handler': once('FailedCreatePodSandBox'),
  'pause-image': once('FailedCreatePodSandBox'),
  'cni-add': once('FailedCreatePodSandBox'),
  'driver-mismatch': once('FailedCreatePodSandBox'),
  'invalid-image': ({ error }) => [warning('InspectFailed', error), gaveUp('InvalidImageName')],
  'never-pulled': ({ error }) => [warning('ErrImageNeverPull', error), gaveUp('ErrImageNeverPull')],
  'image-not-found': backingOff,
  'registry-denied': backingOff,
  'registry-down': backingOff,
  'secret-env': once('Failed'),
  'bad-command': once('Failed'),
  'crash-loop': ({ node, pod }) => [backOff(node, pod)],
  // The kubelet notes it in the container's status.
  oom: none,
}

/** The events of a pod that did not start, or not for long, oldest first. */
export const eventsOf = (outcome: PodOutcome): readonly PodEvent[] => EVENTS[outcome.failure](outcome)
