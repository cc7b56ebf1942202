import type { BoxSpec, HostProcess, HostSpec } from './box.ts'
import type { Namespace, NamespaceSet } from './namespace.ts'

/** A host and the boxes built on it. A `who` below is the id of a box, or `host` for the host's own root shell. */
export type Machine = { readonly host: HostSpec; readonly boxes: readonly BoxSpec[] }

/** Errors of system calls that the model can give; `ok` is none. */
export const ERRNOS = [
  'ok',
  'EPERM',
  'EACCES',
  'EBUSY',
  'ENOENT',
  'ESRCH',
  'EINVAL',
  'EROFS',
  'EADDRINUSE',
  'ECONNREFUSED',
  'ENETUNREACH',
  'EAGAIN',
  'ENOMEM',
] as const

/** `ok` or the name of an error. man:errno(3). */
export type Errno = (typeof ERRNOS)[number]

/** A file or socket file on the host's disk, by its path there. */
export type HostFile = { readonly path: string; readonly owner: number; readonly mode: number }

/** A process as `ps` in some place lists it. `pid` is its number in the pid namespace of the procfs that is read. */
export type ListedProcess = {
  readonly pid: number
  readonly uid: number
  readonly name: string
  /** The box it belongs to, or `host`. */
  readonly of: string
}

/**
 * Where a path leads from a box: to a file on the host (and whether through a read-only mount), to a file of no concern to
 * the host in what the box `of` brought or mounted, or nowhere.
 */
export type Resolved =
  | { readonly type: 'host'; readonly path: string; readonly readOnly: boolean }
  | { readonly type: 'own'; readonly path: string; readonly of: string }
  | { readonly type: 'nothing' }

/** The model's functions that worlds build on; each is a named export of a file in this folder. */
export type KernelApi = {
  /** The namespaces that a box ends up in, joins followed (a circle of joins ends at the box's own). */
  namespacesOf(machine: Machine, who: string): NamespaceSet
  shares(machine: Machine, a: string, b: string, type: Namespace): boolean
  /** Why the box can't be started as built (pivot_root in the host's mount namespace: EINVAL), or `ok`. */
  startError(machine: Machine, who: string): Errno
  /** What ps lists: /proc belongs to the pid namespace of whoever mounted it. Workloads of boxes are given as processes. */
  processesSeen(
    machine: Machine,
    who: string,
    running: readonly { readonly box: string; readonly name: string }[],
  ): readonly ListedProcess[]
  /** A box remounted /proc without a mount namespace of its own: the host's ps is broken. */
  hostProcBroken(machine: Machine): boolean
  interfacesSeen(machine: Machine, who: string): readonly string[]
  /** CPUs that sched_getaffinity gives; nproc prints their number. The quota does not change it. */
  cpusSeen(machine: Machine, who: string): number
  /** The uid that `id -u` prints: 65534 when unmapped. */
  uidSeen(machine: Machine, who: string): number
  /** The uid on the host that files are checked against. */
  hostUid(machine: Machine, who: string): number
  /** What /proc/self/cgroup shows for the v2 line. */
  cgroupPathSeen(machine: Machine, who: string): string
  /** SysV and POSIX message queue objects of the other are visible. */
  seesIpcOf(machine: Machine, who: string, other: string): boolean
  /** Files in /dev/shm of the other are visible: it is a mount, not IPC. */
  seesShmOf(machine: Machine, who: string, other: string): boolean
  resolvePath(machine: Machine, who: string, path: string): Resolved
  setHostname(machine: Machine, who: string): Errno
  mountTmpfs(machine: Machine, who: string): Errno
  /** A mount made by the box shows on the host. */
  mountLeaks(machine: Machine, who: string): boolean
  bindPort(machine: Machine, who: string, port: number): Errno
  /** TCP to 127.0.0.1: ENETUNREACH while lo is down, else ok (whether somebody listens is the caller's question). */
  loopback(machine: Machine, who: string): Errno
  rawSocket(machine: Machine, who: string): Errno
  /** `tc`, `ip link add`: CAP_NET_ADMIN over the network namespace's owner. */
  administerNet(machine: Machine, who: string): Errno
  makeDevice(machine: Machine, who: string): Errno
  setClock(machine: Machine, who: string): Errno
  /** kill(2) of a process of another box or the host: ESRCH when its number does not exist here, EPERM when not allowed. */
  kill(machine: Machine, who: string, target: string, targetUid: number): Errno
  open(machine: Machine, who: string, file: HostFile, want: 'read' | 'write' | 'delete'): Errno
  /** The host's file system through /proc/1/root (of the host's init), if that procfs is in view at /proc or bound in. */
  hostRootThroughProc(machine: Machine, who: string): Errno
  /** The way out of a chroot: chroot again and walk up. `ok` means that the box reached the host's root. */
  escapeRoot(machine: Machine, who: string): Errno
}

/** The host's processes that every host of the game has, besides what a level adds. */
export const BASE_PROCESSES: readonly HostProcess[] = [
  { pid: 1, name: 'systemd', uid: 0 },
  { pid: 412, name: 'sshd', uid: 0 },
]
