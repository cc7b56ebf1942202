import type { Capability } from './box.ts'
import { capable } from './credentials.ts'
import type { Errno, Machine } from './machine.ts'
import { boxNamed, namespaceOf, ownerOf } from './membership.ts'
import { viewOf } from './view.ts'

/** `ok` with the capability over that user namespace, else the errno. */
function need(
  machine: Machine,
  who: string,
  capability: Capability,
  over: string,
  refusal: Errno = 'EPERM',
): Errno {
  return capable(machine, who, capability, over) ? 'ok' : refusal
}

/** sethostname: CAP_SYS_ADMIN over the owner of the uts namespace. man:sethostname(2), man:uts_namespaces(7). */
export function setHostname(machine: Machine, who: string): Errno {
  return need(machine, who, 'CAP_SYS_ADMIN', ownerOf(machine, who, 'uts'))
}

/** mount of a tmpfs: CAP_SYS_ADMIN over the owner of the mount namespace. man:mount(2). */
export function mountTmpfs(machine: Machine, who: string): Errno {
  return need(machine, who, 'CAP_SYS_ADMIN', ownerOf(machine, who, 'mnt'))
}

/** A mount made by the box shows on the host: it is allowed, and happens in the host's mount namespace. man:mount_namespaces(7). */
export function mountLeaks(machine: Machine, who: string): boolean {
  return namespaceOf(machine, who, 'mnt') === 'host' && mountTmpfs(machine, who) === 'ok'
}

/** mknod of a device: CAP_MKNOD in the initial user namespace, so never in another. man:mknod(2), man:user_namespaces(7). */
export function makeDevice(machine: Machine, who: string): Errno {
  return need(machine, who, 'CAP_MKNOD', 'host')
}

/** settimeofday: the wall clock is not namespaced, so CAP_SYS_TIME counts in the initial user namespace only. man:settimeofday(2). */
export function setClock(machine: Machine, who: string): Errno {
  return need(machine, who, 'CAP_SYS_TIME', 'host')
}

/** nice below 0: CAP_SYS_NICE in the initial user namespace, else EACCES. man:setpriority(2), man:user_namespaces(7). */
export function raisePriority(machine: Machine, who: string): Errno {
  return need(machine, who, 'CAP_SYS_NICE', 'host', 'EACCES')
}

/**
 * The way out of a chroot: chroot once more with a folder held open, and walk up. `ok` means that the box reached the
 * host's root, as one that never left it has. EPERM without CAP_SYS_CHROOT; ENOENT after pivot_root, where the walk ends
 * at the box's own root and nothing of the host is there. man:chroot(2), man:pivot_root(2).
 */
export function escapeRoot(machine: Machine, who: string): Errno {
  const box = boxNamed(machine, who)
  const mnt = namespaceOf(machine, who, 'mnt')
  if (boxNamed(machine, mnt)?.root === 'pivot_root') return 'ENOENT'
  if (box === undefined || viewOf(machine, who).root === 'host') return 'ok'
  return need(machine, who, 'CAP_SYS_CHROOT', namespaceOf(machine, who, 'user'))
}
