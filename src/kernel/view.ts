import type { Bind, BoxSpec } from './box.ts'
import type { Machine, Resolved } from './machine.ts'
import { boxNamed, namespaceOf } from './membership.ts'
import { startError } from './start.ts'

/** Something mounted at `to`: a bind, or the fresh procfs or /dev/shm of a box. */
type Mount =
  | ({ readonly type: 'bind' } & Bind)
  | { readonly type: 'proc' | 'shm'; readonly to: string; readonly of: string }

/**
 * The file tree that a process walks: its root (`host`, or the box whose own files it starts at) and what boxes mounted
 * there, in order. A later mount covers everything at and below its place.
 */
type View = { readonly root: string; readonly mounts: readonly Mount[] }

/** What a box mounts when it is built, in the order of the OCI runtimes: the kernel's file systems, then the binds. */
function mountsOf(box: BoxSpec): readonly Mount[] {
  const proc = box.proc === 'fresh' ? [{ type: 'proc', to: '/proc', of: box.id } as const] : []
  const shm = box.shm === 'fresh' ? [{ type: 'shm', to: '/dev/shm', of: box.id } as const] : []
  return [...proc, ...shm, ...box.binds.map(bind => ({ type: 'bind', ...bind }) as const)]
}

/**
 * What a box walks. chroot and pivot_root leave its own files and its mounts. Who joins a mount namespace starts at its
 * root, which a pivot_root of its maker has moved and a chroot has not. Mounts made in a namespace show to all in it, so
 * those of a box without one of its own show on the host; an own one is a copy from before any box mounted something.
 * man:mount_namespaces(7), man:setns(2).
 */
export function viewOf(machine: Machine, who: string): View {
  const box = boxNamed(machine, who)
  if (box !== undefined && box.root !== 'host') return { root: who, mounts: mountsOf(box) }
  const mnt = namespaceOf(machine, who, 'mnt')
  const moved = boxNamed(machine, mnt)?.root === 'pivot_root'
  const mounters = machine.boxes.filter(
    other =>
      (other.root === 'host' || (moved && other.id === mnt)) &&
      namespaceOf(machine, other.id, 'mnt') === mnt &&
      startError(machine, other.id) === 'ok',
  )
  return { root: moved ? mnt : 'host', mounts: mounters.flatMap(mountsOf) }
}

/** The rest of a path below a folder, beginning with a slash, or empty; nothing when it is not below. */
function below(path: string, folder: string): string | undefined {
  const base = folder.replace(/\/+$/, '')
  if (path === base) return ''
  return path.startsWith(`${base}/`) ? path.slice(base.length) : undefined
}

const joined = (folder: string, rest: string): string =>
  folder === '/' && rest !== '' ? rest : `${folder}${rest}`

/** The mount that a path of a view lies in, if a box made it. */
export function mountAt(view: View, path: string): Mount | undefined {
  return view.mounts.findLast(({ to }) => below(path, to) !== undefined)
}

/** What a root file system made for a box brings along. Sockets, volumes and homes are not among it. */
const BROUGHT = ['/bin', '/dev', '/etc', '/lib', '/lib64', '/proc', '/root', '/sbin', '/sys', '/tmp', '/usr']

/** Where a path leads in a view, as `resolvePath` says it for a box. */
export function resolveIn(view: View, path: string): Resolved {
  const mount = mountAt(view, path)
  if (mount?.type === 'bind') {
    const rest = below(path, mount.to) ?? ''
    return { type: 'host', path: joined(mount.from, rest), readOnly: mount.readOnly }
  }
  if (mount !== undefined) return { type: 'own', path, of: mount.of }
  if (view.root === 'host') return { type: 'host', path, readOnly: false }
  return BROUGHT.some(folder => below(path, folder) !== undefined)
    ? { type: 'own', path, of: view.root }
    : { type: 'nothing' }
}

/**
 * Where a path leads from a box: through a bind to the host (binds are recursive, and read-only ones all the way down, as
 * Docker's are since 25); else to the host's file of that name; under a new root to
 * the box's own files, or nowhere if no image brings such a path. Path sockets follow it. man:path_resolution(7).
 */
export function resolvePath(machine: Machine, who: string, path: string): Resolved {
  return resolveIn(viewOf(machine, who), path)
}

/** The paths in a view that lead to a file of the host: its own name there, and its names below binds that hold it. */
export function namesOf(view: View, hostPath: string): readonly string[] {
  const throughBinds = view.mounts.flatMap(mount => {
    const rest = mount.type === 'bind' ? below(hostPath, mount.from) : undefined
    return rest === undefined ? [] : [joined(mount.to, rest)]
  })
  return [...new Set([hostPath, ...throughBinds])].filter(path => {
    const resolved = resolveIn(view, path)
    return resolved.type === 'host' && resolved.path === hostPath
  })
}
