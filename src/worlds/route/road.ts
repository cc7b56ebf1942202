import { type Endpoint, SOCKETS } from './endpoint.ts'
import type { Handler, NodePlan, Store } from './plan.ts'
import {
  criVersions,
  type CriVersion,
  commonCri,
  hasDockershim,
  sharesContainerd,
  type Version,
} from './versions.ts'

/** A program that a pod start passes on its way. */
export type Part =
  | 'kubelet'
  | 'dockershim'
  | 'cri-dockerd'
  | 'dockerd'
  | 'cri-containerd'
  | 'containerd'
  | 'docker-containerd'
  | 'cri-plugin'
  | 'crio'
  | 'conmon'
  | 'shim'
  | 'shim-runsc'
  | 'shim-kata'
  | 'runc'
  | 'crun'
  | 'runsc'
  | 'vm'
  | 'app'

/** What a link carries: the form that the message has there. */
export type Protocol =
  | 'CRI v1alpha1'
  | 'CRI v1alpha2'
  | 'CRI v1'
  | 'CRI'
  | 'in-process'
  | 'REST'
  | 'containerd gRPC'
  | 'ttrpc'
  | 'ttrpc over vsock'
  | 'exec'
  | 'clone'

/** One hop of the road: from whom to whom, in what form, over which socket. */
export type Link = {
  readonly from: Part
  readonly to: Part
  readonly protocol: Protocol
  readonly socket?: string
}

/** The ways from a kubelet to a runtime that Kubernetes had and has. FACTS C2; RuntimeClass varies their ends. */
export type PathId = 'dockershim' | 'cri-containerd' | 'cri-plugin' | 'cri-o' | 'cri-dockerd'

/** A way: who answers the kubelet, the links from there to the runtime, whose store has the images. */
type Path = {
  readonly front: Part
  readonly links: readonly Link[]
  readonly store: Store
  readonly source: string
}

const REST: Link = { from: 'dockershim', to: 'dockerd', protocol: 'REST', socket: SOCKETS.docker.path }
const MOBY: Link = {
  from: 'dockerd',
  to: 'containerd',
  protocol: 'containerd gRPC',
  socket: SOCKETS.containerd.path,
}

const OWN: Link = {
  from: 'dockerd',
  to: 'docker-containerd',
  protocol: 'containerd gRPC',
  socket: '/var/run/docker/containerd/containerd.sock',
}

/** The links between the one who answers the kubelet and the runtime that starts shims. */
export const PATHS: { readonly [P in PathId]: Path } = {
  dockershim: {
    front: 'dockershim',
    links: [REST, MOBY],
    store: 'docker',
    source: 'FACTS C2.1; KBLOG 2018/05',
  },
  'cri-containerd': {
    front: 'cri-containerd',
    links: [
      {
        from: 'cri-containerd',
        to: 'containerd',
        protocol: 'containerd gRPC',
        socket: SOCKETS.containerd.path,
      },
    ],
    store: 'k8s.io',
    source: 'FACTS C2.2; KBLOG 2017/11',
  },
  'cri-plugin': {
    front: 'cri-plugin',
    links: [{ from: 'cri-plugin', to: 'containerd', protocol: 'in-process' }],
    store: 'k8s.io',
    source: 'FACTS C2.3; KBLOG 2018/05',
  },
  'cri-o': { front: 'crio', links: [], store: 'crio', source: 'FACTS C2.4; CRI-O docs' },
  'cri-dockerd': {
    front: 'cri-dockerd',
    links: [{ ...REST, from: 'cri-dockerd' }, MOBY],
    store: 'docker',
    source: 'FACTS C2.5; cri-dockerd README',
  },
}

/**
 * dockerd starts a containerd of its own: always up to 18.06, later where the node has none. MOBY 18.09 notes; DCLI dockerd
 * `--containerd`.
 */
export const hasOwnContainerd = ({ dockerd, containerd }: NodePlan): boolean =>
  dockerd !== null && (containerd === null || !sharesContainerd(dockerd))

/** The links of a path on a node: with Docker, to the containerd that its dockerd uses. */
export const linksOf = (node: NodePlan, path: PathId): readonly Link[] =>
  PATHS[path].links.map(link => (link === MOBY && hasOwnContainerd(node) ? OWN : link))

/** Who answers on the socket that the kubelet is pointed at. */
export type Answer =
  | { readonly type: 'cri'; readonly path: PathId; readonly speaks: readonly CriVersion[] }
  /** Nobody listens there. */
  | { readonly type: 'silence' }
  /** A REST API answers. */
  | { readonly type: 'rest' }
  /** containerd answers its own gRPC API, but not the CRI: the plugin is off, or there is none yet. */
  | { readonly type: 'no-cri'; readonly why: 'disabled' | 'too-old' }

/** Who answers where the kubelet of a node asks. */
export function answerAt(node: NodePlan, endpoint: Endpoint = node.endpoint): Answer {
  const cri = (path: PathId, speaks: readonly CriVersion[]): Answer => ({ type: 'cri', path, speaks })
  switch (endpoint) {
    case 'dockershim':
      return hasDockershim(node.kubelet)
        ? cri('dockershim', criVersions('dockershim', node.kubelet))
        : { type: 'silence' }
    case 'docker':
      return node.dockerd === null ? { type: 'silence' } : { type: 'rest' }
    case 'cri-containerd':
      return node.criContainerd && node.containerd !== null
        ? cri('cri-containerd', criVersions('cri-containerd', '1.0'))
        : { type: 'silence' }
    case 'containerd':
      return containerdAnswer(node.containerd, node.cri)
    case 'crio':
      return node.crio === null ? { type: 'silence' } : cri('cri-o', criVersions('crio', node.crio))
    case 'cri-dockerd':
      return node.criDockerd === null || node.dockerd === null
        ? { type: 'silence' }
        : cri('cri-dockerd', criVersions('cri-dockerd', node.criDockerd))
    default:
      return endpoint satisfies never
  }
}

function containerdAnswer(containerd: Version | null, isEnabled: boolean): Answer {
  if (containerd === null) return { type: 'silence' }
  const speaks = criVersions('containerd', containerd)
  if (speaks.length === 0) return { type: 'no-cri', why: 'too-old' }
  return isEnabled ? { type: 'cri', path: 'cri-plugin', speaks } : { type: 'no-cri', why: 'disabled' }
}

/** A road from the kubelet to the app. */
export type Road = {
  readonly path: PathId
  /** The CRI version that is spoken; `null` where the two have none in common. */
  readonly cri: CriVersion | null
  readonly links: readonly Link[]
  readonly store: Store
}

/** The road on a node for a handler, or `null` where nobody answers the CRI. */
export function roadOf(node: NodePlan, handler: Handler): Road | null {
  const answer = answerAt(node)
  if (answer.type !== 'cri') return null
  const { path, speaks } = answer
  const { front, store } = PATHS[path]
  const cri = commonCri(node.kubelet, speaks)
  const first: Link = {
    from: 'kubelet',
    to: front,
    protocol: cri === null ? 'CRI' : `CRI ${cri}`,
    socket: SOCKETS[node.endpoint].path,
  }
  return { path, cri, store, links: [first, ...linksOf(node, path), ...lastLinks(node, path, handler)] }
}

/** From the runtime to the process: shim or conmon, then the low-level runtime. FACTS C2.4, C2.6, C7. */
function lastLinks(node: NodePlan, path: PathId, handler: Handler): readonly Link[] {
  const runtime = path === 'cri-o' ? 'crio' : engineOf(node, path)
  if (handler === 'kata')
    return [
      { from: runtime, to: 'shim-kata', protocol: 'ttrpc' },
      { from: 'shim-kata', to: 'vm', protocol: 'ttrpc over vsock' },
      { from: 'vm', to: 'app', protocol: 'clone' },
    ]
  const low = handler === 'runsc' ? 'runsc' : node.ociRuntime
  if (path === 'cri-o')
    return [
      { from: 'crio', to: 'conmon', protocol: 'exec' },
      { from: 'conmon', to: low, protocol: 'exec' },
      { from: low, to: 'app', protocol: 'clone' },
    ]
  const shim = hasRunscShim(path, handler) ? 'shim-runsc' : 'shim'
  return [
    { from: runtime, to: shim, protocol: 'ttrpc' },
    { from: shim, to: low, protocol: 'exec' },
    { from: low, to: 'app', protocol: 'clone' },
  ]
}

/** gVisor's own shim. Docker runs a runtime that it is given by its path under runc's. MOBY daemon/runtime_unix.go. */
export const hasRunscShim = (path: PathId, handler: Handler): boolean =>
  handler === 'runsc' && PATHS[path].store !== 'docker'

const engineOf = (node: NodePlan, path: PathId): Part =>
  PATHS[path].store === 'docker' && hasOwnContainerd(node) ? 'docker-containerd' : 'containerd'

const DAEMONS: readonly Part[] = [
  'kubelet',
  'cri-dockerd',
  'dockerd',
  'cri-containerd',
  'docker-containerd',
  'containerd',
  'crio',
]

/** The daemons on a road, the kubelet among them. dockershim and the CRI plugin are no processes of their own. */
export const daemonsOf = ({ links }: Road): readonly Part[] =>
  DAEMONS.filter(part => links.some(({ from, to }) => from === part || to === part))

/** Calls over a socket between the kubelet and the high-level runtime, as FACTS C2 counts them. */
export const hopsOf = ({ links }: Road): number =>
  links.filter(
    ({ protocol }) => protocol.startsWith('CRI') || protocol === 'REST' || protocol === 'containerd gRPC',
  ).length
