import type { Machine } from './machine.ts'
import { shares } from './membership.ts'
import { viewOf } from './view.ts'

/** SysV objects and POSIX message queues of the other are visible: both are in one ipc namespace. man:ipc_namespaces(7). */
export function seesIpcOf(machine: Machine, who: string, other: string): boolean {
  return shares(machine, who, other, 'ipc')
}

/** Whose /dev/shm lies in a box's view: `host`, or the id of the box that has it for itself. */
function shmOf(machine: Machine, who: string): string {
  const view = viewOf(machine, who)
  const fresh = view.mounters.filter(({ shm }) => shm === 'fresh').at(-1)
  if (fresh !== undefined) return fresh.id
  if (view.binds.some(({ from, to }) => from === to && ['/dev', '/dev/shm'].includes(to))) return 'host'
  return view.root
}

/** Files in /dev/shm of the other are visible: it is a mount, not IPC, so only another mount takes it away. man:shm_overview(7). */
export function seesShmOf(machine: Machine, who: string, other: string): boolean {
  return shmOf(machine, who) === shmOf(machine, other)
}
