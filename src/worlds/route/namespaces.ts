import type { PodPlan } from './plan.ts'

/** Whose namespace a container of a pod is in: its own, the pod's (which pause holds), or the host's. */
export type Holder = 'own' | 'pod' | 'host'

/** Namespace types that a runtime sets up for a container, in the order of the kernel model's names. */
export const CONTAINER_NAMESPACES = ['mnt', 'pid', 'net', 'ipc', 'uts'] as const

/**
 * Whose namespaces a container is in, where containerd's CRI plugin starts it. The host's network brings the host's UTS
 * namespace with it, and the mount namespace is always the container's own. CRI api.proto NamespaceOption; CTD
 * internal/cri/server/container_create.go; compared with a real containerd in tests/reality.
 */
export const holdersOf = ({
  hostNetwork,
  sharePid,
}: Pick<PodPlan, 'hostNetwork' | 'sharePid'>): {
  readonly [N in (typeof CONTAINER_NAMESPACES)[number]]: Holder
} => ({
  mnt: 'own',
  pid: sharePid ? 'pod' : 'own',
  net: hostNetwork ? 'host' : 'pod',
  ipc: 'pod',
  uts: hostNetwork ? 'host' : 'pod',
})
