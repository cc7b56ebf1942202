import type { Limits } from './limits.ts'
import type { Membership, Namespace } from './namespace.ts'

/** Capabilities that the model decides anything by. man:capabilities(7). */
export const CAPABILITIES = [
  'CAP_CHOWN',
  'CAP_DAC_OVERRIDE',
  'CAP_FOWNER',
  'CAP_KILL',
  'CAP_SETUID',
  'CAP_SETGID',
  'CAP_NET_BIND_SERVICE',
  'CAP_NET_RAW',
  'CAP_NET_ADMIN',
  'CAP_SYS_CHROOT',
  'CAP_SYS_ADMIN',
  'CAP_SYS_PTRACE',
  'CAP_SYS_TIME',
  'CAP_SYS_NICE',
  'CAP_MKNOD',
] as const

/** A capability. */
export type Capability = (typeof CAPABILITIES)[number]

/** Named capability sets: everything, Docker's default fourteen (as far as the model has them), or none. */
export type CapabilitySet = 'all' | 'docker' | 'none'

/** A host path that a box gets to see under a new root, or at another place. */
export type Bind = {
  readonly from: string
  readonly to: string
  readonly readOnly: boolean
}

/** How a box is built. JSON data. */
export type BoxSpec = {
  readonly id: string
  readonly ns: { readonly [N in Namespace]: Membership }
  /** `fresh` mounts a new procfs on /proc before the workload starts. */
  readonly proc: 'inherited' | 'fresh'
  /** `fresh` mounts a new tmpfs on /dev/shm. */
  readonly shm: 'inherited' | 'fresh'
  readonly root: 'host' | 'chroot' | 'pivot_root'
  readonly binds: readonly Bind[]
  /** Id map of an own user namespace: unmapped, 0 to host 0, or 0..65535 to host 100000... Ignored without one. */
  readonly ids: 'none' | 'root' | 'shifted'
  /** The uid of the workload as seen inside. */
  readonly uid: number
  /** The host's uid of whoever builds the box; root without one. */
  readonly caller?: number
  readonly caps: CapabilitySet
  /** Loopback of an own network namespace. */
  readonly lo: 'down' | 'up'
  readonly limits: Limits
}

/** A process that the host runs anyway. */
export type HostProcess = {
  readonly pid: number
  readonly name: string
  readonly uid: number
  readonly tty?: string
}

/** The machine. JSON data. */
export type HostSpec = {
  readonly hostname: string
  readonly release: string
  readonly cgroup: 'v1' | 'v2'
  /** MiB */
  readonly memory: number
  readonly cores: number
  readonly interfaces: readonly string[]
  readonly processes: readonly HostProcess[]
}
