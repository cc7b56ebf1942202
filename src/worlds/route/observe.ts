import { type Act, type Call, hasPause } from './calls.ts'
import type { CaseFacts, Facts, NodeFacts, NodeRun, PodFacts } from './facts.ts'
import { daemonMemory, daemonsOn } from './memory.ts'
import type { Choices } from '../../core/product.ts'
import { type NodeOutcome, playNode, type PodOutcome } from './outcome.ts'
import { type NodePlan, type Plan, planOf } from './plan.ts'
import { byNode } from './remember.ts'
import type { Stage } from './stage.ts'
import { daemonsOf, hopsOf, type Road } from './road.ts'
import type { CaseSetup } from './setup.ts'

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

/** What rules read of one node in one case. */
type NodeShare = { readonly pods: readonly PodFacts[]; readonly node: NodeRun; readonly rebuilt: number }

/** Reads the facts of a level's states, with what every node came to remembered. */
export type Reader = {
  nodes(choices: Choices): NodeFacts[]
  run(choices: Choices): Facts['run']
}

/** A reader for a level. */
export function readerOf(stage: Stage): Reader {
  const { setup } = stage
  const ids = Object.keys(setup.nodes)
  const planned = byNode(stage, (id, choices) => {
    const plan = planOf(setup, choices)
    const node = plan.nodes.find(candidate => candidate.id === id)
    return node === undefined
      ? []
      : [{ facts: nodeFacts(node), shares: setup.cases.map(c => share(plan, node, c)) }]
  })
  return {
    nodes: choices => ids.flatMap(id => planned(id, choices).map(({ facts }) => facts)),
    run: choices => {
      const known = ids.flatMap(id => planned(id, choices))
      return Object.fromEntries(
        setup.cases.map(({ id }, i) => [
          id,
          caseFacts(
            stage,
            known.flatMap(({ shares }) => shares[i] ?? []),
          ),
        ]),
      )
    },
  }
}

function share(plan: Plan, node: NodePlan, events: CaseSetup): NodeShare {
  const { pods, outcome } = playNode(plan, node, events)
  return {
    pods: pods.map(podFacts),
    node: nodeRun(outcome),
    rebuilt: pods.filter(({ pod }) => pod.rebuilt).length,
  }
}

function caseFacts(stage: Stage, shares: readonly NodeShare[]): CaseFacts {
  const known = new Map(shares.flatMap(({ pods }) => pods.map(pod => [pod.id, pod])))
  // In the order in which the level declares them, not node by node.
  const pods = stage.pods.flatMap(({ id }) => known.get(id) ?? [])
  const nodes = shares.map(({ node }) => node)
  return {
    pod: Object.fromEntries(pods.map(pod => [pod.id, pod])),
    pods,
    node: Object.fromEntries(nodes.map(node => [node.id, node])),
    nodes,
    images: {
      rebuilt: shares.reduce((sum, { rebuilt }) => sum + rebuilt, 0),
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
