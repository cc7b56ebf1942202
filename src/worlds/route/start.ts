import { type Act, type ActId, actsOf, usesCni } from './calls.ts'
import { errorText } from './errors.ts'
import { FAILURE_ROWS, type FailureId, type Stage, type Status } from './failures.ts'
import { fetchImage } from './images.ts'
import { type ClassPlan, type Handler, handlerOf, type NodePlan, type PodPlan } from './plan.ts'
import { answerAt, type Road, roadOf } from './road.ts'
import {
  asksForDriver,
  knowsNetworkPlugin,
  knowsRuntimeClass,
  refusesCgroupV1,
  tellsDriver,
} from './versions.ts'

/** What surrounds a pod start: whether registries answer, the node's network is set up, and the pod fits. */
export type Surroundings = {
  readonly registry: 'up' | 'down'
  /** A running agent has installed a CNI configuration. */
  readonly agentRuns: boolean
  readonly fits: boolean
}

/** How a pod start went: how far, with what error, over which road. */
export type Start = {
  readonly node: NodePlan
  readonly pod: PodPlan
  readonly handler: Handler
  readonly stage: Stage
  readonly status: Status
  readonly failure: FailureId
  readonly error: string
  readonly isNodeReady: boolean
  /** The road as far as anybody answers the CRI; `null` where nobody does. */
  readonly road: Road | null
  /** What was done, in order, the act that failed included. */
  readonly acts: readonly Act[]
  readonly pulled: boolean
}

/** The RuntimeClass that counts: before 1.12 the field is unknown, and dropped. */
const classOf = (node: NodePlan, pod: PodPlan): ClassPlan | null =>
  knowsRuntimeClass(node.kubelet) ? pod.runtimeClass : null

/** The handler that a pod runs with: its RuntimeClass's, or the runtime's default. */
export function handlerFor(node: NodePlan, pod: PodPlan): Handler {
  const runtimeClass = classOf(node, pod)
  return runtimeClass === null ? node.defaultHandler : handlerOf(runtimeClass.handler)
}

/** Starts a pod on its node: the message travels until it runs or something stops it. */
export function startPod(node: NodePlan, pod: PodPlan, around: Surroundings): Start {
  const handler = handlerFor(node, pod)
  const road = roadOf(node, handler)
  const image = road === null ? null : fetchImage(pod, road.store, around.registry)
  const isPulled = image?.pulled ?? false
  const acts = road === null ? [] : actsOf(node, pod, road.path, handler, isPulled)
  const trip: Trip = { node, pod, around, handler, road, acts }
  const failure =
    beforeCri(trip) ??
    sandboxFailure(trip) ??
    (image?.type === 'failed' ? image.failure : containerFailure(pod))
  return ended(trip, failure ?? 'none', isPulled)
}

type Trip = {
  readonly node: NodePlan
  readonly pod: PodPlan
  readonly around: Surroundings
  readonly handler: Handler
  readonly road: Road | null
  readonly acts: readonly Act[]
}

/** What can stop a start before the first CRI call is made. */
function beforeCri(trip: Trip): FailureId | null {
  const { node, pod, around } = trip
  const down = nodeFailure(node)
  if (down !== null) return down
  if (!around.fits) return 'insufficient-memory'
  if (!pod.hostNetwork && !isNetworkReady(node, around)) return 'network-not-ready'
  return pod.secret === 'volume' && !pod.secretExists ? 'secret-volume' : null
}

/** Why a node's kubelet does not run, whatever the pod. */
export function nodeFailure(node: NodePlan): FailureId | null {
  return kubeletFailure(node) ?? connectFailure(node)
}

function kubeletFailure(node: NodePlan): FailureId | null {
  if (node.networkPlugin !== 'none' && !knowsNetworkPlugin(node.kubelet)) return 'unknown-flag'
  if (node.cgroup === 'v1' && refusesCgroupV1(node.kubelet)) return 'cgroup-v1'
  if (node.endpoint !== 'dockershim' || answerAt(node).type !== 'cri') return null
  if (node.dockerd === null) return 'docker-down'
  return node.kubeletDriver === node.runtimeDriver ? null : 'driver-mismatch-kubelet'
}

function connectFailure(node: NodePlan): FailureId | null {
  const answer = answerAt(node)
  switch (answer.type) {
    case 'silence':
      return 'no-socket'
    case 'rest':
      return 'rest-is-not-cri'
    case 'no-cri':
      return answer.why === 'disabled' ? 'cri-disabled' : 'cri-missing'
    case 'cri':
      return roadOf(node, 'plain')?.cri === null ? 'cri-version' : null
    default:
      return answer satisfies never
  }
}

/** dockershim without --network-plugin leaves the network to Docker's bridge; all others need a CNI configuration. */
export function isNetworkReady(node: NodePlan, { agentRuns }: Pick<Surroundings, 'agentRuns'>): boolean {
  if (!usesCni(node)) return true
  return node.cni === 'agent' ? agentRuns : node.cni !== 'none'
}

/** What can stop RunPodSandbox, in the order in which the runtime comes to it. */
function sandboxFailure({ node, pod, around, handler, road, acts }: Trip): FailureId | null {
  const runtimeClass = classOf(node, pod)
  const isKnown = road?.path !== 'dockershim' || runtimeClass === null
  const handlerName = runtimeClass?.handler ?? 'runc'
  if (!isKnown || (handlerName !== 'runc' && !node.handlers.includes(handlerOf(handlerName))))
    return 'unknown-handler'
  if (!node.handlers.includes(handler)) return 'unknown-handler'
  for (const { id } of acts) {
    if (id === 'pause-image' && isPauseMissing(node, around)) return 'pause-image'
    if (id === 'cni-add' && node.cni === 'broken') return 'cni-add'
  }
  return isDriverMismatch(node, road) ? 'driver-mismatch' : null
}

const isPauseMissing = (node: NodePlan, around: Surroundings): boolean =>
  node.pause === 'wrong' || (node.pause === 'registry' && around.registry === 'down')

/**
 * The runtime wants systemd slices and the kubelet gives cgroupfs paths. The other way round, and behind cri-dockerd,
 * pods run, with their cgroups split over two trees. containerd#4857, cri-dockerd#101, KEP-4033.
 */
function isDriverMismatch(node: NodePlan, road: Road | null): boolean {
  if (road === null || road.store === 'docker' || takesDriver(node, road)) return false
  return node.runtimeDriver === 'systemd' && node.kubeletDriver === 'cgroupfs'
}

/** The kubelet asks the runtime for its driver, and is told. KEP-4033. */
export function takesDriver(node: NodePlan, { path }: Road): boolean {
  const version = path === 'cri-o' ? node.crio : path === 'cri-plugin' ? node.containerd : null
  if (version === null) return false
  return asksForDriver(node.kubelet) && tellsDriver(path === 'cri-o' ? 'crio' : 'containerd', version)
}

function containerFailure(pod: PodPlan): FailureId | null {
  if (pod.secret === 'env' && !pod.secretExists) return 'secret-env'
  if (pod.command === 'bad') return 'bad-command'
  if (pod.app === 'exits') return 'crash-loop'
  return pod.app === 'leaks' && pod.limit !== null ? 'oom' : null
}

/** Acts that a failure of a stage still lets happen: all up to the one that fails. */
function actsUntil(
  acts: readonly Act[],
  failure: FailureId,
  stage: Stage,
  path: string | undefined,
): readonly Act[] {
  const last = (id: ActId): readonly Act[] => {
    const at = acts.findIndex(act => act.id === id)
    return at < 0 ? [] : acts.slice(0, at + 1)
  }
  switch (stage) {
    case 'sandbox':
      if (failure === 'unknown-handler') return []
      if (failure === 'pause-image') return last('pause-image')
      return failure === 'cni-add' ? last('cni-add') : acts.filter(({ call }) => call === 'RunPodSandbox')
    case 'image':
      return failure === 'invalid-image' || failure === 'never-pulled'
        ? last('image-status')
        : last('pull-image')
    case 'create':
      return failure === 'secret-env' ? acts.slice(0, -2) : last('create-container')
    case 'start':
      return path === 'cri-o' ? last('create-container') : acts
    case 'running':
      return acts
    default:
      return []
  }
}

function ended({ node, pod, handler, road, acts }: Trip, failure: FailureId, isPulled: boolean): Start {
  const isCrioCommand = failure === 'bad-command' && road?.path === 'cri-o' && handler !== 'kata'
  const found = failure === 'none' ? null : FAILURE_ROWS[failure]
  const stage: Stage = isCrioCommand ? 'create' : (found?.stage ?? 'running')
  const status: Status = isCrioCommand ? 'CreateContainerError' : (found?.status ?? 'Running')
  const done = actsUntil(acts, failure, stage, road?.path)
  return {
    node,
    pod,
    handler,
    stage,
    status,
    failure,
    error: errorText(failure, { node, pod }),
    isNodeReady: (found?.node ?? 'Ready') === 'Ready',
    road,
    acts: done,
    pulled: isPulled && done.some(({ id }) => id === 'pull-image'),
  }
}
