import type { NodeSetting } from './settings.ts'

/** Daemons that can be restarted on their own. */
export const DAEMONS = ['kubelet', 'dockerd', 'containerd', 'cri-dockerd', 'cri-containerd', 'crio'] as const

/** A daemon that can be restarted on its own. */
export type Daemon = (typeof DAEMONS)[number]

/** The setting that holds a daemon's version or presence, and the value that means it is not there. */
export const PRESENCE: {
  readonly [D in Daemon]: { readonly setting: NodeSetting; readonly absent: string }
} = {
  kubelet: { setting: 'kubelet', absent: 'none' },
  dockerd: { setting: 'dockerd', absent: 'none' },
  containerd: { setting: 'containerd', absent: 'none' },
  'cri-dockerd': { setting: 'criDockerd', absent: 'none' },
  'cri-containerd': { setting: 'criContainerd', absent: 'off' },
  crio: { setting: 'crio', absent: 'none' },
}

/** Which daemons read a setting when they start; a setting that none reads works at once. */
export const READ_BY: { readonly [S in NodeSetting]: readonly Daemon[] } = {
  kubelet: ['kubelet'],
  endpoint: ['kubelet'],
  networkPlugin: ['kubelet'],
  kubeletDriver: ['kubelet'],
  containerd: ['containerd'],
  cri: ['containerd'],
  criContainerd: ['cri-containerd'],
  dockerd: ['dockerd'],
  liveRestore: ['dockerd'],
  criDockerd: ['cri-dockerd'],
  crio: ['crio'],
  dropInfra: ['crio'],
  runtimeDriver: ['dockerd', 'containerd', 'crio'],
  ociRuntime: ['dockerd', 'containerd', 'crio'],
  runsc: ['dockerd', 'containerd', 'crio'],
  kata: ['dockerd', 'containerd', 'crio'],
  defaultHandler: ['dockerd', 'containerd', 'crio'],
  cni: [],
  pause: ['containerd', 'crio'],
  cgroup: [],
  repair: [],
}

/** Settings that a daemon reads again on SIGHUP, without a restart. DDOC reference/cli/dockerd: reload. */
export const RELOADED: { readonly [D in Daemon]?: readonly NodeSetting[] } = { dockerd: ['liveRestore'] }
