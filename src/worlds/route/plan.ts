import type { Choices } from '../../core/product.ts'
import { startValue } from './controls.ts'
import { type Endpoint, isEndpoint } from './endpoint.ts'
import type { ClassSetting, NodeSetting, PodSetting } from './settings.ts'
import { type PodSetup, placedPods, type Setup } from './setup.ts'
import type { Version } from './versions.ts'

/** A cgroup driver. */
export type Driver = 'cgroupfs' | 'systemd'

/** A way to run a container that a runtime can be configured for. */
export type Handler = 'plain' | 'runsc' | 'kata'

/** A node as it is configured: what runs there, and how. A version of `null` means: not installed. */
export type NodePlan = {
  readonly id: string
  readonly kubelet: Version
  readonly endpoint: Endpoint
  readonly networkPlugin: 'none' | 'cni'
  readonly kubeletDriver: Driver
  readonly containerd: Version | null
  /** The CRI plugin of containerd is not in disabled_plugins. */
  readonly cri: boolean
  readonly criContainerd: boolean
  readonly dockerd: Version | null
  readonly liveRestore: boolean
  readonly criDockerd: Version | null
  readonly crio: Version | null
  readonly dropInfra: boolean
  readonly runtimeDriver: Driver
  readonly ociRuntime: 'runc' | 'crun'
  readonly handlers: readonly Handler[]
  readonly defaultHandler: Handler
  readonly cni: 'none' | 'conf' | 'broken' | 'agent'
  readonly pause: 'cached' | 'registry' | 'wrong'
  readonly cgroup: 'v1' | 'v2'
  readonly memory: number
}

/** Where images can lie on a node. `default` is containerd's namespace of that name, which nothing of Kubernetes reads. */
export type Store = 'docker' | 'k8s.io' | 'crio' | 'default'

/** A RuntimeClass: the handler it names, and MiB of overhead for each pod. */
export type ClassPlan = { readonly id: string; readonly handler: string; readonly overhead: number }

/** A pod as it is declared, bound to its node. */
export type PodPlan = {
  readonly id: string
  readonly node: string
  readonly image: string
  readonly count: number
  readonly containers: number
  readonly providesCni: boolean
  readonly pull: 'Always' | 'IfNotPresent' | 'Never'
  /** Stores of its node that hold the image. */
  readonly stores: readonly Store[]
  readonly registry: 'public' | 'private' | 'none'
  readonly pullSecret: boolean
  readonly rebuilt: boolean
  readonly hostNetwork: boolean
  readonly sharePid: boolean
  readonly runtimeClass: ClassPlan | null
  readonly secret: 'none' | 'env' | 'volume'
  readonly secretExists: boolean
  readonly command: 'good' | 'bad'
  readonly app: 'serves' | 'exits' | 'leaks'
  readonly request: number
  readonly limit: number | null
}

/** The names of a pod's containers: the first has the pod's. */
export const containersOf = ({ id, containers }: Pick<PodPlan, 'id' | 'containers'>): readonly string[] =>
  Array.from({ length: containers }, (_, i) => (i === 0 ? id : `${id}-${i + 1}`))

/** What a player has configured: every node and every pod. */
export type Plan = { readonly nodes: readonly NodePlan[]; readonly pods: readonly PodPlan[] }

/** Reads a plan out of choices. */
export function planOf(setup: Setup, choices: Choices): Plan {
  return {
    nodes: Object.entries(setup.nodes).map(([id, { memory }]) => nodePlan(setup, id, memory, choices)),
    pods: placedPods(setup).map(placed => podPlan(setup, placed, choices)),
  }
}

function nodePlan(setup: Setup, id: string, memory: number, choices: Choices): NodePlan {
  const read = (name: NodeSetting) => choices[`${id}.${name}`] ?? startValue(setup, 'node', id, name)
  const version = (name: NodeSetting) => (read(name) === 'none' ? null : read(name))
  const endpoint = read('endpoint')
  const pause = read('pause')
  return repaired(read('repair'), {
    id,
    kubelet: read('kubelet'),
    endpoint: isEndpoint(endpoint) ? endpoint : 'containerd',
    networkPlugin: read('networkPlugin') === 'cni' ? 'cni' : 'none',
    kubeletDriver: driver(read('kubeletDriver')),
    containerd: version('containerd'),
    cri: read('cri') === 'enabled',
    criContainerd: read('criContainerd') === 'on',
    dockerd: version('dockerd'),
    liveRestore: read('liveRestore') === 'on',
    criDockerd: version('criDockerd'),
    crio: version('crio'),
    dropInfra: read('dropInfra') === 'on',
    runtimeDriver: driver(read('runtimeDriver')),
    ociRuntime: read('ociRuntime') === 'crun' ? 'crun' : 'runc',
    handlers: ['plain', ...(['runsc', 'kata'] as const).filter(name => read(name) === 'on')],
    defaultHandler: handlerOf(read('defaultHandler')),
    cni: cniOf(read('cni')),
    pause: pause === 'registry' || pause === 'wrong' ? pause : 'cached',
    cgroup: read('cgroup') === 'v1' ? 'v1' : 'v2',
    memory,
  })
}

/**
 * A node after one repair of a fixed kind. It serves levels in which the cause is hidden: the control tells nothing of how
 * the node stands. Restarting alone changes nothing.
 */
function repaired(repair: string, node: NodePlan): NodePlan {
  switch (repair) {
    case 'plugin':
      return { ...node, cri: true }
    case 'runtime':
      return { ...node, containerd: '1.7' }
    case 'kubelet':
      return { ...node, kubelet: '1.30' }
    case 'socket':
      return { ...node, endpoint: 'containerd' }
    case 'cni':
      return { ...node, cni: 'conf' }
    default:
      return node
  }
}

const driver = (value: string): Driver => (value === 'cgroupfs' ? 'cgroupfs' : 'systemd')
const cniOf = (value: string): NodePlan['cni'] =>
  value === 'conf' || value === 'broken' || value === 'agent' ? value : 'none'

/** The handler that a RuntimeClass or a default names; `runc` is the plain one. */
export const handlerOf = (name: string): Handler => (name === 'runsc' || name === 'kata' ? name : 'plain')

type Placed = { readonly id: string; readonly node: string; readonly owner: string; readonly pod: PodSetup }

function podPlan(setup: Setup, { id, node, owner, pod }: Placed, choices: Choices): PodPlan {
  const read = (name: PodSetting) => choices[`${owner}.${name}`] ?? startValue(setup, 'pod', owner, name)
  const { image, count, containers } = pod
  const pull = read('pull')
  const registry = read('registry')
  const secret = read('secret')
  const app = read('app')
  const limit = read('limit')
  return {
    id,
    node,
    image,
    count,
    containers,
    providesCni: pod.provides === 'cni',
    pull: pull === 'Always' || pull === 'Never' ? pull : 'IfNotPresent',
    stores: storesOf(read('stored'), read('import'), read('rebuild')),
    registry: registry === 'private' || registry === 'none' ? registry : 'public',
    pullSecret: read('pullSecret') === 'set',
    rebuilt: read('rebuild') !== 'off',
    hostNetwork: read('hostNetwork') === 'on',
    sharePid: read('sharePid') === 'on',
    runtimeClass: classOf(setup, read('runtimeClass'), choices),
    secret: secret === 'env' || secret === 'volume' ? secret : 'none',
    secretExists: read('secretObject') === 'present',
    command: read('command') === 'bad' ? 'bad' : 'good',
    app: app === 'exits' || app === 'leaks' ? app : 'serves',
    request: Number(read('request')),
    limit: limit === 'none' ? null : Number(limit),
  }
}

/** A RuntimeClass as it is set, or `null` for a name that is none. */
export function classOf(setup: Setup, id: string, choices: Choices): ClassPlan | null {
  if (setup.classes[id] === undefined) return null
  const read = (name: ClassSetting) => choices[`${id}.${name}`] ?? startValue(setup, 'class', id, name)
  return { id, handler: read('handler'), overhead: Number(read('overhead')) }
}

/**
 * Where the image lies: where it was, and where it was imported or built to. An import needs something to import; a
 * rebuild with docker lands in Docker's store again, one with nerdctl in k8s.io.
 */
function storesOf(stored: string, imported: string, rebuild: string): readonly Store[] {
  const had: readonly (Store | null)[] = [
    storeOf(stored),
    rebuild === 'docker' ? 'docker' : rebuild === 'nerdctl' ? 'k8s.io' : null,
  ]
  const first = had.filter(store => store !== null)
  const copy = first.length === 0 ? null : storeOf(imported)
  return [...new Set([...first, ...(copy === null ? [] : [copy])])]
}

const storeOf = (name: string): Store | null =>
  name === 'docker' || name === 'k8s.io' || name === 'crio' || name === 'default' ? name : null
