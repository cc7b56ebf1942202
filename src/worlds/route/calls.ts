import type { Text } from '../../core/text.ts'
import type { Handler, NodePlan, PodPlan } from './plan.ts'
import { hasRunscShim, PATHS, type PathId } from './road.ts'
import { atLeast } from './versions.ts'

/** The calls of the CRI that start a pod. CRI api.proto. */
export type Call = 'RunPodSandbox' | 'ImageStatus' | 'PullImage' | 'CreateContainer' | 'StartContainer'

/** What is done in the course of those calls. */
export const ACTS = [
  'pause-image',
  'netns',
  'cni-add',
  'start-pause',
  'image-status',
  'pull-image',
  'create-container',
  'start-container',
] as const

/** The id of an act. */
export type ActId = (typeof ACTS)[number]

/** One act: in which call it happens, and which programs are executed for it. */
export type Act = { readonly id: ActId; readonly call: Call; readonly executes: readonly string[] }

/** What each act is, in words. */
export const ACT_WORDS: { readonly [A in ActId]: Text } = {
  'pause-image': { en: 'make sure that the pause image is there', ko: 'pause 이미지가 있는지 확인' },
  netns: { en: 'make a network namespace', ko: '네트워크 네임스페이스 만들기' },
  'cni-add': { en: 'CNI ADD: the pod gets its address', ko: 'CNI ADD: 파드가 주소를 받음' },
  'start-pause': { en: 'start the pause container', ko: 'pause 컨테이너 시작' },
  'image-status': { en: 'ImageStatus: is the image there?', ko: 'ImageStatus: 이미지가 있나?' },
  'pull-image': { en: 'PullImage', ko: 'PullImage: 이미지 받기' },
  'create-container': { en: 'CreateContainer', ko: 'CreateContainer: 컨테이너 만들기' },
  'start-container': { en: 'StartContainer', ko: 'StartContainer: 컨테이너 시작' },
}

/** The order of RunPodSandbox: which act follows which. Each row names its source. */
export type SandboxOrder = { readonly acts: readonly ActId[]; readonly source: string }

/** The orders of RunPodSandbox that runtimes have. */
export const SANDBOX_ORDERS: {
  readonly [O in 'network-first' | 'image-first' | 'pause-first' | 'cri-o']: SandboxOrder
} = {
  // The pause container is told to join a namespace that already has its address.
  'network-first': {
    acts: ['netns', 'cni-add', 'pause-image', 'start-pause'],
    source: 'CTD internal/cri/server/sandbox_run.go, 2.x',
  },
  'image-first': {
    acts: ['pause-image', 'netns', 'cni-add', 'start-pause'],
    source: 'CTD pkg/cri/server/sandbox_run.go, 1.1 to 1.7; REALITY: CRI for real',
  },
  // Docker makes the namespace with the container, so there is nothing to plug into before pause runs.
  'pause-first': {
    acts: ['pause-image', 'start-pause', 'cni-add'],
    source: 'kubernetes 1.23 dockershim/docker_sandbox.go; CRID core/sandbox_run.go; cri-containerd 1.0',
  },
  'cri-o': {
    acts: ['pause-image', 'netns', 'cni-add', 'start-pause'],
    source: 'CRIO server/sandbox_run_linux.go',
  },
}

/** The order that a runtime has. */
export function sandboxOrder(node: NodePlan, path: PathId): SandboxOrder {
  if (path === 'cri-o') return SANDBOX_ORDERS['cri-o']
  if (path !== 'cri-plugin') return SANDBOX_ORDERS['pause-first']
  return SANDBOX_ORDERS[atLeast(node.containerd ?? '1.1', '2.0') ? 'network-first' : 'image-first']
}

/**
 * A pod has a pause process: always, but for CRI-O with drop_infra_ctr, which pins the namespaces instead, unless the
 * containers share a pid namespace. CRI-O docs/crio.conf.5; server/sandbox_run_linux.go.
 */
export const hasPause = (node: NodePlan, pod: PodPlan, path: PathId): boolean =>
  path !== 'cri-o' || !node.dropInfra || pod.sharePid

/** dockershim without --network-plugin leaves the network to Docker's bridge, and calls no CNI. K8S network-plugins, 1.23. */
export const usesCni = ({ endpoint, networkPlugin }: NodePlan): boolean =>
  endpoint !== 'dockershim' || networkPlugin !== 'none'

/** Every act of a pod's start, in true order, as if nothing failed. On the host network CNI is not called. */
export function actsOf(
  node: NodePlan,
  pod: PodPlan,
  path: PathId,
  handler: Handler,
  isPulled: boolean,
): readonly Act[] {
  const maker = { node, pod, path, handler }
  const sandbox = sandboxOrder(node, path)
    .acts.filter(id => !(pod.hostNetwork && (id === 'netns' || id === 'cni-add')))
    .filter(id => id !== 'cni-add' || usesCni(node))
    .filter(id => id !== 'start-pause' || hasPause(node, pod, path))
    .map((id): Act => ({ id, call: 'RunPodSandbox', executes: sandboxExecutes(id, node, path, handler) }))
  return [
    ...sandbox,
    { id: 'image-status', call: 'ImageStatus', executes: [] },
    ...(isPulled ? [{ id: 'pull-image', call: 'PullImage', executes: [] } as const] : []),
    { id: 'create-container', call: 'CreateContainer', executes: createExecutes(maker) },
    { id: 'start-container', call: 'StartContainer', executes: startExecutes(maker) },
  ]
}

function sandboxExecutes(id: ActId, node: NodePlan, path: PathId, handler: Handler): readonly string[] {
  if (id === 'netns') return path === 'cri-o' ? ['pinns'] : []
  // containerd adds loopback and the pod's network at the same time, so that either may be first. CTD go-cni.
  if (id === 'cni-add') return ['loopback', 'bridge', 'host-local']
  if (id !== 'start-pause') return []
  if (handler === 'kata') return ['containerd-shim-kata-v2', 'cloud-hypervisor', '/pause']
  const low = lowRuntime(node, handler)
  const parent = path === 'cri-o' ? 'conmon' : shimName(node, path, handler)
  return [parent, ...CREATES[low].first, `${low} start`, '/pause']
}

/** A program that makes the box, as it is called on the command line. */
type LowRuntime = 'runc' | 'crun' | 'runsc'

const lowRuntime = ({ ociRuntime }: NodePlan, handler: Handler): LowRuntime =>
  handler === 'runsc' ? 'runsc' : ociRuntime

/**
 * What `create` executes, for the first container of a pod and for those that join it. runc executes itself as `init`,
 * which waits for `start`; crun's child goes straight to the command. runsc starts a sandbox, the kernel, with the first
 * container, and for each one a gofer, its way to files. runc and crun: strace of runc 1.1.5 and crun 1.8.1. gVisor:
 * runsc/sandbox/sandbox.go and runsc/container/container.go, which name the two so in their first argument.
 */
const CREATES: { readonly [L in LowRuntime]: { readonly [C in 'first' | 'joining']: readonly string[] } } = {
  runc: { first: ['runc create', 'runc init'], joining: ['runc create', 'runc init'] },
  crun: { first: ['crun create'], joining: ['crun create'] },
  runsc: {
    first: ['runsc create', 'runsc-gofer', 'runsc-sandbox'],
    joining: ['runsc create', 'runsc-gofer'],
  },
}

/** What makes the app's container: the pod's first where there is no pause, and with Docker, which knows of no pods. */
function appCreates({ node, pod, path, handler }: Maker): readonly string[] {
  const isFirst = !hasPause(node, pod, path) || PATHS[path].store === 'docker'
  return CREATES[lowRuntime(node, handler)][isFirst ? 'first' : 'joining']
}

/** Whose container is made, by which road. */
type Maker = {
  readonly node: NodePlan
  readonly pod: PodPlan
  readonly path: PathId
  readonly handler: Handler
}

/** CreateContainer executes nothing in containerd and Docker; CRI-O has conmon create the container there. */
function createExecutes(maker: Maker): readonly string[] {
  if (maker.path !== 'cri-o' || maker.handler === 'kata') return []
  return ['conmon', ...appCreates(maker)]
}

/**
 * containerd knows from the sandbox which shim to talk to: from 2.0. Before, it executes the shim's program for each
 * container; one that is to join a pod's shim only tells that shim's address and ends. CTD docs/runtime-v2; CTD
 * runtime/v2/manager.go 1.6, core/runtime/v2/shim_manager.go 2.0; 1.6 seen in tests/reality.
 */
const asksSandbox = (node: NodePlan, path: PathId): boolean =>
  path === 'cri-plugin' && atLeast(node.containerd ?? '1.1', '2.0')

function startExecutes(maker: Maker): readonly string[] {
  const { node, path, handler } = maker
  if (handler === 'kata') return ['app']
  const low = lowRuntime(node, handler)
  if (path === 'cri-o') return [`${low} start`, 'app']
  const shim = asksSandbox(node, path) ? [] : [shimName(node, path, handler)]
  return [...shim, ...appCreates(maker), `${low} start`, 'app']
}

/** One shim serves a whole pod: with containerd's runc v2 shim (default from 1.4), grouped by sandbox. Docker has one for each container. CTD docs/runtime-v2. */
export const sharesShim = (node: NodePlan, path: PathId): boolean =>
  path === 'cri-plugin' && atLeast(node.containerd ?? '1.1', '1.4')

/** The shim's program. */
export function shimName(node: NodePlan, path: PathId, handler: Handler): string {
  if (handler === 'kata') return 'containerd-shim-kata-v2'
  if (hasRunscShim(path, handler)) return 'containerd-shim-runsc-v1'
  const containerd = path === 'cri-plugin' || path === 'cri-containerd' ? node.containerd : null
  const isNew = containerd === null ? atLeast(node.dockerd ?? '20.10', '20.10') : atLeast(containerd, '1.4')
  return isNew ? 'containerd-shim-runc-v2' : 'containerd-shim'
}
