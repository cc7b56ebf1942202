import type { FailureId } from './failures.ts'
import { daemonMemory, podOverhead } from './memory.ts'
import type { NodePlan, Plan, PodPlan } from './plan.ts'
import { isStoppedBy } from './restart.ts'
import type { CaseSetup } from './setup.ts'
import { handlerFor, isNetworkReady, nodeFailure, type Start, startPod, takesDriver } from './start.ts'

/** A pod in a case: its start, and what became of it afterwards. */
export type PodOutcome = Start & {
  /** Times its app was started again. */
  readonly restarts: number
  /** Times something else than the app itself stopped it. */
  readonly interruptions: number
  readonly isAddressKept: boolean
}

/** A node in a case. */
export type NodeOutcome = {
  readonly node: NodePlan
  readonly isReady: boolean
  /** MiB in use: daemons, and for each running pod its request and what it costs besides. */
  readonly memory: number
  readonly splitCgroups: boolean
}

/** A course of events, played out. */
export type CaseOutcome = {
  readonly pods: readonly PodOutcome[]
  readonly nodes: readonly NodeOutcome[]
}

/** Plays a case: every pod starts, then the events of the case happen. */
export function playCase(plan: Plan, events: CaseSetup): CaseOutcome {
  const nodes = plan.nodes.map(node => playNode(plan, node, events))
  return {
    // In the order in which the level declares them, not node by node.
    pods: plan.pods.flatMap(pod =>
      nodes.flatMap(({ pods }) => pods.find(({ pod: p }) => p.id === pod.id) ?? []),
    ),
    nodes: nodes.map(({ outcome }) => outcome),
  }
}

/** Plays a case on one node; nodes don't touch one another. */
export function playNode(
  plan: Plan,
  node: NodePlan,
  events: CaseSetup,
): { readonly pods: readonly PodOutcome[]; readonly outcome: NodeOutcome } {
  const pods = plan.pods.filter(pod => pod.node === node.id)
  const starts = startAll(node, pods, events.registry)
  const outcomes = starts.map(start => afterwards(start, events))
  const agentRuns = starts.some(isAgentRunning)
  return {
    pods: outcomes,
    outcome: {
      node,
      isReady: nodeFailure(node) === null && isNetworkReady(node, { agentRuns }),
      memory: daemonMemory(node) + starts.reduce((sum, start) => sum + memoryOf(start), 0),
      splitCgroups: starts.some(isSplit),
    },
  }
}

const isAgentRunning = ({ pod, status }: Start): boolean => pod.providesCni && status === 'Running'

/** Agents first: what they install is what the others wait for, in whichever order they are declared. */
function startAll(node: NodePlan, pods: readonly PodPlan[], registry: 'up' | 'down'): readonly Start[] {
  const fitting = fittingPods(node, pods)
  const start = (pod: PodPlan, agentRuns: boolean) =>
    startPod(node, pod, { registry, agentRuns, fits: fitting.has(pod.id) })
  const agentRuns = pods.filter(pod => pod.providesCni).some(pod => isAgentRunning(start(pod, false)))
  return pods.map(pod => start(pod, agentRuns))
}

/** What the scheduler lets onto a node: requests and class overheads, in order, within its memory. */
function fittingPods({ memory }: NodePlan, pods: readonly PodPlan[]): ReadonlySet<string> {
  const fitting = new Set<string>()
  let left = memory
  for (const { id, request, runtimeClass, count } of pods) {
    const wanted = (request + (runtimeClass?.overhead ?? 0)) * count
    if (wanted > left) continue
    left -= wanted
    fitting.add(id)
  }
  return fitting
}

function memoryOf({ node, pod, road, status }: Start): number {
  if (status !== 'Running' || road === null) return 0
  return pod.count * (pod.request + podOverhead(node, pod, road.path, handlerFor(node, pod)))
}

/** Different drivers where nobody objects: cgroups in two trees. */
const isSplit = ({ node, road, status }: Start): boolean =>
  status === 'Running' &&
  road !== null &&
  node.kubeletDriver !== node.runtimeDriver &&
  !takesDriver(node, road)

function afterwards(start: Start, events: CaseSetup): PodOutcome {
  const { node, road, status, pod, failure } = start
  if (status !== 'Running' || road === null)
    return { ...start, restarts: restartsOf(failure), interruptions: 0, isAddressKept: false }
  const interruptions = events.restart.filter(daemon => isStoppedBy(node, road, daemon)).length
  const crashes = events.crash.filter(id => id === pod.id).length
  // What holds the namespaces (pause, or pins) outlives an app, but Docker stops pause with all the rest.
  return { ...start, restarts: crashes + interruptions, interruptions, isAddressKept: interruptions === 0 }
}

/**
 * Restarts of an app that keeps failing, as its status tells: a killed one has a last state, so it was started again; the
 * longest back-off, 5 minutes, comes after those of 10, 20, 40, 80 and 160 seconds, and the first restart waits for none.
 * K8S concepts/workloads/pods/pod-lifecycle.
 */
function restartsOf(failure: FailureId): number {
  if (failure === 'crash-loop') return 6
  return failure === 'oom' ? 1 : 0
}
