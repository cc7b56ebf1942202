import { type Act, type Call, hasPause } from './calls.ts'
import type { CaseFacts, Facts, NodeFacts, NodeRun, PodFacts } from './facts.ts'
import { daemonMemory, daemonsOn } from './memory.ts'
import { type NodeOutcome, playCase, type PodOutcome } from './outcome.ts'
import type { NodePlan, Plan } from './plan.ts'
import { daemonsOf, hopsOf, type Road } from './road.ts'
import type { CaseSetup, Setup } from './setup.ts'

/** A node before anything runs. */
export function nodeFacts(node: NodePlan): NodeFacts {
  const installed = daemonsOn(node)
  return {
    id: node.id,
    kubelet: node.kubelet,
    endpoint: node.endpoint,
    daemons: installed.length,
    daemonMemory: daemonMemory(node),
    installed: [...installed],
  }
}

/** Every case, played to its end. */
export const runFacts = (setup: Setup, plan: Plan): Facts['run'] =>
  Object.fromEntries(setup.cases.map(events => [events.id, caseFacts(plan, events)]))

function caseFacts(plan: Plan, events: CaseSetup): CaseFacts {
  const played = playCase(plan, events)
  const pods = played.pods.map(podFacts)
  const nodes = played.nodes.map(nodeRun)
  return {
    pod: Object.fromEntries(pods.map(pod => [pod.id, pod])),
    pods,
    node: Object.fromEntries(nodes.map(node => [node.id, node])),
    nodes,
    images: {
      rebuilt: plan.pods.filter(({ rebuilt }) => rebuilt).length,
      pulled: pods.filter(({ pulled }) => pulled).length,
    },
    memory: nodes.reduce((sum, { memory }) => sum + memory, 0),
  }
}

/** What became of a pod, as rules read it. */
export function podFacts(outcome: PodOutcome): PodFacts {
  const { node, pod, road, status, handler } = outcome
  const isRunning = status === 'Running'
  return {
    id: pod.id,
    node: node.id,
    status,
    running: isRunning,
    stage: outcome.stage,
    failure: outcome.failure,
    error: outcome.error,
    road: roadFacts(road),
    calls: [...callsOf(outcome.acts)],
    acts: outcome.acts.map(({ id }) => id),
    pulled: outcome.pulled,
    rebuilt: pod.rebuilt,
    pause: isRunning && road !== null && hasPause(node, pod, road.path),
    handler,
    ownKernel: isRunning && handler !== 'plain',
    dockerSees: isRunning && road?.store === 'docker',
    restarts: outcome.restarts,
    interruptions: outcome.interruptions,
    addressKept: outcome.isAddressKept,
  }
}

/** The calls that acts belong to, each once, in order. */
export const callsOf = (acts: readonly Act[]): readonly Call[] => [...new Set(acts.map(({ call }) => call))]

/** A road as rules read it. */
export function roadFacts(road: Road | null): PodFacts['road'] {
  if (road === null) return { path: 'none', cri: 'none', hops: 0, daemons: 0, parts: [], protocols: [] }
  return {
    path: road.path,
    cri: road.cri ?? 'none',
    hops: hopsOf(road),
    daemons: daemonsOf(road).length,
    parts: ['kubelet', ...road.links.map(({ to }) => to)],
    protocols: road.links.map(({ protocol }) => protocol),
  }
}

function nodeRun({ node, isReady, memory, splitCgroups }: NodeOutcome): NodeRun {
  return {
    id: node.id,
    ready: isReady,
    memory,
    fits: memory <= node.memory,
    builds: node.dockerd !== null,
    splitCgroups,
  }
}
