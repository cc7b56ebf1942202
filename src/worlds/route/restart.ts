import type { Daemon } from './daemon.ts'
import type { NodePlan } from './plan.ts'
import { daemonsOf, type Part, type Road } from './road.ts'

/** What a daemon's restart does to the pods behind it. */
export type RestartRule = {
  readonly survives: 'always' | 'live-restore'
  readonly because: string
  readonly source: string
}

/** What survives whose restart: shims and conmon hold the containers, dockerd stops its own unless told otherwise. */
export const RESTARTS: { readonly [D in Daemon]: RestartRule } = {
  kubelet: {
    survives: 'always',
    because: 'it holds no container; dockershim inside it holds none either',
    source: 'K8S reference/command-line-tools-reference/kubelet',
  },
  dockerd: {
    survives: 'live-restore',
    because: 'on SIGTERM dockerd stops its containers, unless live-restore is on',
    source: 'REALITY: CRI for real; DDOC engine/daemon/live-restore',
  },
  containerd: {
    survives: 'always',
    because: 'shims hold the containers and are found again',
    source: 'REALITY: CRI for real; CTD docs/runtime-v2',
  },
  'cri-dockerd': { survives: 'always', because: 'a translator holds no container', source: 'CRID README' },
  'cri-containerd': {
    survives: 'always',
    because: 'a translator holds no container',
    source: 'KBLOG 2017/11',
  },
  crio: { survives: 'always', because: 'conmon holds the containers', source: 'CRIO docs/crio.8' },
}

/** True if the pods on a road are stopped by a daemon's restart. */
export function isStoppedBy(node: NodePlan, road: Road, daemon: Daemon): boolean {
  const isOnRoad = daemonsOf(road).some((part: Part) => part === daemon)
  return isOnRoad && RESTARTS[daemon].survives === 'live-restore' && !node.liveRestore
}
