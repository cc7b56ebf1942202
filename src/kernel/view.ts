import type { Bind, BoxSpec } from './box.ts'
import type { Machine, Resolved } from './machine.ts'
import { boxNamed, namespaceOf } from './membership.ts'
import { startError } from './start.ts'

/**
 * The file tree that a process walks. `root` is `host`, or the box whose own files it starts at; `binds` lead from there
 * to the host, the later one on top; `mounters` are the boxes whose fresh /proc and /dev/shm lie in it, the last on top.
 */
export type View = {
  readonly root: string
  readonly binds: readonly Bind[]
  readonly mounters: readonly BoxSpec[]
}

/** What was mounted on the host's tree inside one mount namespace: without an own one, on the host's own. */
function mountedIn(machine: Machine, mnt: string): readonly BoxSpec[] {
  return machine.boxes.filter(
    box =>
      box.root === 'host' &&
      namespaceOf(machine, box.id, 'mnt') === mnt &&
      startError(machine, box.id) === 'ok',
  )
}

/**
 * What a box walks. chroot and pivot_root leave its own files and binds; who joins a mount namespace starts at its root,
 * which a pivot_root of its maker has moved and a chroot has not. man:setns(2), man:mount_namespaces(7).
 */
export function viewOf(machine: Machine, who: string): View {
  const box = boxNamed(machine, who)
  if (box !== undefined && box.root !== 'host') return { root: who, binds: box.binds, mounters: [box] }
  const mnt = namespaceOf(machine, who, 'mnt')
  const maker = boxNamed(machine, mnt)
  const mounters = mountedIn(machine, mnt)
  if (maker?.root === 'pivot_root') {
    const all = [maker, ...mounters.filter(({ id }) => id !== mnt)]
    return { root: mnt, binds: all.flatMap(({ binds }) => binds), mounters: all }
  }
  return { root: 'host', binds: mounters.flatMap(({ binds }) => binds), mounters }
}

/** The rest of a path below a folder, beginning with a slash, or empty; nothing when it is not below. */
export function below(path: string, folder: string): string | undefined {
  const base = folder.replace(/\/+$/, '')
  if (path === base) return ''
  return path.startsWith(`${base}/`) ? path.slice(base.length) : undefined
}

/** What a root file system made for a box brings along. Sockets, volumes and homes are not among it. */
const BROUGHT = ['/bin', '/dev', '/etc', '/lib', '/lib64', '/proc', '/root', '/sbin', '/sys', '/tmp', '/usr']

/** Fresh mounts cover what was there, binds below them included. */
function isFresh(view: View, path: string): boolean {
  return (
    (below(path, '/proc') !== undefined && view.mounters.some(({ proc }) => proc === 'fresh')) ||
    (below(path, '/dev/shm') !== undefined && view.mounters.some(({ shm }) => shm === 'fresh'))
  )
}

/**
 * Where a path leads from a box: through the deepest bind to the host; else to the host's file of that name; under a new
 * root to the box's own files, or nowhere if no image brings such a path. Path sockets follow it. man:path_resolution(7).
 */
export function resolvePath(machine: Machine, who: string, path: string): Resolved {
  const view = viewOf(machine, who)
  const deepest = view.binds.reduce<Bind | undefined>((best, bind) => {
    if (below(path, bind.to) === undefined) return best
    return best === undefined || bind.to.length >= best.to.length ? bind : best
  }, undefined)
  if (deepest !== undefined) {
    const rest = below(path, deepest.to) ?? ''
    return { type: 'host', path: `${deepest.from}${rest}`.replace(/^\/\//, '/'), readOnly: deepest.readOnly }
  }
  if (isFresh(view, path)) return { type: 'own', path }
  if (view.root === 'host') return { type: 'host', path, readOnly: false }
  return BROUGHT.some(folder => below(path, folder) !== undefined)
    ? { type: 'own', path }
    : { type: 'nothing' }
}

/** The paths in a box that may lead to a host file: its own name, and its name below each bind that holds it. */
export function namesOf(machine: Machine, who: string, hostPath: string): readonly string[] {
  const throughBinds = viewOf(machine, who).binds.flatMap(bind => {
    const rest = below(hostPath, bind.from)
    return rest === undefined ? [] : [`${bind.to}${rest}`.replace(/^\/\//, '/')]
  })
  return [hostPath, ...throughBinds].filter(path => {
    const resolved = resolvePath(machine, who, path)
    return resolved.type === 'host' && resolved.path === hostPath
  })
}
