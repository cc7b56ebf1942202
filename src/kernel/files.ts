import { capable, hostUid, isMapped } from './credentials.ts'
import type { Errno, HostFile, Machine } from './machine.ts'
import { namespaceOf } from './membership.ts'
import { mountAt, namesOf, resolveIn, viewOf } from './view.ts'

const READ = 4
const WRITE = 2

/** Owner's bits for the owner, the others' for everybody else; the model keeps no groups. man:path_resolution(7). */
function allows(file: HostFile, uid: number, bit: number): boolean {
  const bits = uid === file.owner ? (file.mode >> 6) & 7 : file.mode & 7
  return (bits & bit) !== 0
}

/** CAP_DAC_OVERRIDE reaches a file only when its owner is mapped in the user namespace. man:user_namespaces(7). */
function overrides(machine: Machine, who: string, file: HostFile): boolean {
  const user = namespaceOf(machine, who, 'user')
  return capable(machine, who, 'CAP_DAC_OVERRIDE', user) && isMapped(machine, who, file.owner)
}

/** Deleting is writing to the folder, which is taken to be the file owner's with mode 755. man:unlink(2). */
function permits(machine: Machine, who: string, file: HostFile, want: 'read' | 'write' | 'delete'): boolean {
  const uid = hostUid(machine, who)
  if (overrides(machine, who, file)) return true
  switch (want) {
    case 'read':
      return allows(file, uid, READ)
    case 'write':
      return allows(file, uid, WRITE)
    case 'delete':
      return uid === file.owner
    default:
      return want satisfies never
  }
}

/**
 * connect(2) to a socket file that a path leads to: EACCES without write permission on it. A read-only bind makes no
 * difference. man:unix(7), "Pathname socket ownership and permissions".
 */
export const connectTo = (machine: Machine, who: string, file: HostFile): Errno =>
  permits(machine, who, file, 'write') ? 'ok' : 'EACCES'

/**
 * Opens or unlinks a file of the host. Checked against the **host** uid behind the box: root mapped to root, or not mapped at
 * all, is still root to its files; shifted ids are not. ENOENT where no path leads there; EACCES by mode; EROFS when only
 * read-only binds lead there; EBUSY for deleting a file that is itself a bind. Where two apply, opening for writing checks
 * the mode first, and deleting the mount: do_open() and do_unlinkat() of the kernel's fs/namei.c, tried on Linux 6.18.
 * man:open(2), man:unlink(2).
 */
export function open(
  machine: Machine,
  who: string,
  file: HostFile,
  want: 'read' | 'write' | 'delete',
): Errno {
  const view = viewOf(machine, who)
  const names = namesOf(view, file.path)
  if (names.length === 0) return 'ENOENT'
  const writable = names.filter(path => {
    const resolved = resolveIn(view, path)
    return resolved.type === 'host' && !resolved.readOnly
  })
  const isReadOnly = want !== 'read' && writable.length === 0
  if (want === 'delete' && isReadOnly) return 'EROFS'
  if (!permits(machine, who, file, want)) return 'EACCES'
  if (isReadOnly) return 'EROFS'
  return want === 'delete' && writable.every(path => mountAt(view, path)?.to === path) ? 'EBUSY' : 'ok'
}
