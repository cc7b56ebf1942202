import type { Machine } from './machine.ts'
import { shares } from './membership.ts'
import { mountAt, resolveIn, viewOf } from './view.ts'

const SHM = '/dev/shm'

/** SysV objects and POSIX message queues of the other are visible: both are in one ipc namespace. man:ipc_namespaces(7). */
export function seesIpcOf(machine: Machine, who: string, other: string): boolean {
  return shares(machine, who, other, 'ipc')
}

/** Which /dev/shm lies in a box's view: the host's, that of the box that mounted or brought it, or a folder bound there. */
function shmOf(machine: Machine, who: string): string {
  const view = viewOf(machine, who)
  const mount = mountAt(view, SHM)
  if (mount === undefined) return view.root
  if (mount.type !== 'bind') return mount.of
  const resolved = resolveIn(view, SHM)
  return resolved.type === 'host' && resolved.path !== SHM ? resolved.path : 'host'
}

/**
 * Files in /dev/shm of the other are visible: it is a mount, not IPC, so only another mount takes it away. What the host
 * posted lies there from before any box: a box that mounts a fresh one in the host's mount namespace covers it for
 * everybody, the host as well. man:shm_overview(7), man:mount_namespaces(7).
 */
export function seesShmOf(machine: Machine, who: string, other: string): boolean {
  return shmOf(machine, who) === (other === 'host' ? 'host' : shmOf(machine, other))
}
