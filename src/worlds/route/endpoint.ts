/** Where a kubelet can be told to find its runtime. */
export const ENDPOINTS = [
  'dockershim',
  'docker',
  'cri-containerd',
  'containerd',
  'crio',
  'cri-dockerd',
] as const

/** A socket that a kubelet can be pointed at, by its usual owner. */
export type Endpoint = (typeof ENDPOINTS)[number]

/** A unix socket of a node: its path, who usually listens there, and what is spoken. FACTS C2 and the sources named. */
type Socket = {
  readonly path: string
  readonly protocol: 'CRI' | 'REST' | 'containerd gRPC'
  readonly source: string
}

/** The sockets. containerd's carries its own API and, with the plugin, the CRI. */
export const SOCKETS: { readonly [E in Endpoint]: Socket } = {
  dockershim: { path: '/var/run/dockershim.sock', protocol: 'CRI', source: 'kubernetes 1.23 pkg/kubelet' },
  docker: { path: '/var/run/docker.sock', protocol: 'REST', source: 'DCLI dockerd' },
  'cri-containerd': { path: '/var/run/cri-containerd.sock', protocol: 'CRI', source: 'containerd/cri#619' },
  containerd: {
    path: '/run/containerd/containerd.sock',
    protocol: 'containerd gRPC',
    source: 'containerd docs/ops.md',
  },
  crio: { path: '/var/run/crio/crio.sock', protocol: 'CRI', source: 'CRI-O docs/crio.8.md' },
  'cri-dockerd': {
    path: '/run/cri-dockerd.sock',
    protocol: 'CRI',
    source: 'cri-dockerd packaging; cri-dockerd#136',
  },
}

/** True for the name of an endpoint. */
export const isEndpoint = (name: string): name is Endpoint => ENDPOINTS.some(e => e === name)

/** The endpoint as the kubelet's flag takes it. */
export const endpointUrl = (endpoint: Endpoint): string => `unix://${SOCKETS[endpoint].path}`
