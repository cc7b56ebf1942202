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

/** Files in /dev/shm of the other are visible: it is a mount, not IPC, so only another mount takes it away. man:shm_overview(7). */
export function seesShmOf(machine: Machine, who: string, other: string): boolean {
  return shmOf(machine, who) === shmOf(machine, other)
}
