import type { BoxSpec } from './box.ts'
import { hasOwnUid } from './credentials.ts'
import type { Errno, Machine } from './machine.ts'
import { boxNamed, hasBrokenJoin, namespaceOf, ownerOf } from './membership.ts'

/**
 * Whoever builds a box sets its mounts up inside the box's user namespace, with every capability there: the mount
 * namespace has to belong to it, and for a procfs the pid namespace too. man:mount_namespaces(7), man:user_namespaces(7).
 */
function mayMount(machine: Machine, box: BoxSpec): boolean {
  const user = namespaceOf(machine, box.id, 'user')
  if (user === 'host') return true
  if (box.proc === 'fresh' && ownerOf(machine, box.id, 'pid') !== user) return false
  return ownerOf(machine, box.id, 'mnt') === user
}

const mountsAtAll = (box: BoxSpec): boolean =>
  box.proc === 'fresh' || box.shm === 'fresh' || box.binds.length > 0

/**
 * Why a box can't be started as built, or `ok`: ENOENT for a join without a living target; EINVAL for pivot_root in a
 * mount namespace that is not the box's own (the host's root mount is shared, and it would be the host's root that moves;
 * man:pivot_root(2)) and for a uid without a mapping (man:setuid(2)); EPERM for a mount that the user namespace forbids.
 */
export function startError(machine: Machine, who: string): Errno {
  const box = boxNamed(machine, who)
  if (box === undefined) return 'ok'
  if (hasBrokenJoin(machine, who)) return 'ENOENT'
  if (box.root === 'pivot_root' && namespaceOf(machine, who, 'mnt') !== who) return 'EINVAL'
  if (!hasOwnUid(machine, who)) return 'EINVAL'
  return mountsAtAll(box) && !mayMount(machine, box) ? 'EPERM' : 'ok'
}
