import type { Text } from '../../core/text.ts'
import { hasPause, sharesShim } from './calls.ts'
import type { Handler, NodePlan, PodPlan } from './plan.ts'
import { hasOwnContainerd, type Part, type PathId } from './road.ts'

/** What a part of the road costs, in MiB, and who says so. Estimates are marked as such wherever they are shown. */
type Cost = { readonly mib: number; readonly source: string; readonly type: 'figure' | 'estimate' }

const cost = (mib: number, source: string): Cost => ({ mib, source, type: 'figure' })
/** Nobody measured it: a figure that is likely, from what is alike. */
const guess = (mib: number, source: string): Cost => ({ mib, source, type: 'estimate' })
const MEASURED = 'REALITY: measured on Linux 6.18, containerd 1.6.20, docker 20.10.24'

/** Resident memory of daemons, and of what each pod adds. */
export const COSTS = {
  dockerd: cost(77, MEASURED),
  containerd: cost(38, MEASURED),
  'docker-containerd': cost(38, MEASURED),
  crio: guess(38, 'as containerd'),
  'cri-dockerd': guess(30, 'somewhat less than containerd'),
  'cri-containerd': guess(30, 'somewhat less than containerd'),
  shim: cost(13, MEASURED),
  conmon: guess(2, 'a small C program that waits'),
  pause: cost(1, `${MEASURED}: 0.5, rounded up`),
  runsc: cost(20, 'FACTS D2: gVisor repository, 2020: 23.7 MB with runsc, 4.1 with runc'),
  kata: cost(130, 'FACTS C7: overhead of the Kata chart, Cloud Hypervisor'),
} as const satisfies { readonly [part: string]: Cost }

/** The daemons that run on a node, on the road or not; the kubelet first. */
export function daemonsOn(node: NodePlan): readonly Part[] {
  return [
    'kubelet',
    ...(node.criDockerd === null ? [] : ['cri-dockerd' as const]),
    ...(node.dockerd === null ? [] : ['dockerd' as const]),
    ...(node.criContainerd ? ['cri-containerd' as const] : []),
    ...(hasOwnContainerd(node) ? ['docker-containerd' as const] : []),
    ...(node.containerd === null ? [] : ['containerd' as const]),
    ...(node.crio === null ? [] : ['crio' as const]),
  ]
}

/** MiB of the daemons of a node; the kubelet, which every node has, is not counted. */
export const daemonMemory = (node: NodePlan): number =>
  daemonsOn(node).reduce((sum, part) => sum + (isCosted(part) ? COSTS[part].mib : 0), 0)

const isCosted = (
  part: Part,
): part is 'dockerd' | 'containerd' | 'docker-containerd' | 'crio' | 'cri-dockerd' | 'cri-containerd' =>
  part === 'dockerd' ||
  part === 'containerd' ||
  part === 'docker-containerd' ||
  part === 'crio' ||
  part === 'cri-dockerd' ||
  part === 'cri-containerd'

/** MiB that one pod costs besides its app: shims or conmons, the pause process, a sandbox kernel. */
export function podOverhead(node: NodePlan, pod: PodPlan, path: PathId, handler: Handler): number {
  const pause = hasPause(node, pod, path) ? 1 : 0
  const processes = pod.containers + pause
  const held =
    path === 'cri-o'
      ? processes * COSTS.conmon.mib
      : (sharesShim(node, path) ? 1 : processes) * COSTS.shim.mib
  const sandbox = handler === 'kata' ? COSTS.kata.mib : handler === 'runsc' ? COSTS.runsc.mib : 0
  return held + pause * COSTS.pause.mib + sandbox
}

/** The parts of a node's memory that are estimates: daemons, and the conmon that CRI-O starts for each container. */
const estimated = (node: NodePlan): readonly string[] => [
  ...daemonsOn(node).filter(part => isCosted(part) && COSTS[part].type === 'estimate'),
  ...(node.crio !== null && COSTS.conmon.type === 'estimate' ? ['conmon'] : []),
]

/** MiB of a node as a player reads them: with a `~` where a part of them is an estimate. */
export const memoryWords = (mib: number, nodes: readonly NodePlan[]): string =>
  `${nodes.some(node => estimated(node).length > 0) ? '~' : ''}${mib}`

/** What `~` means, and for which parts; null where every figure was measured or is the maker's own. */
export function estimateNote(nodes: readonly NodePlan[]): Text | null {
  const parts = [...new Set(nodes.flatMap(estimated))].map(part => (part === 'crio' ? 'CRI-O' : part))
  if (parts.length === 0) return null
  return { en: `~ an estimate: ${parts.join(', ')}`, ko: `~ 어림값: ${parts.join(', ')}` }
}
