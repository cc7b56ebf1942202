import { connectTo } from '../../kernel/files.ts'
import type { Errno, Machine } from '../../kernel/machine.ts'
import { namespaceOf } from '../../kernel/membership.ts'
import { bindPort, loopback } from '../../kernel/network.ts'
import { resolvePath } from '../../kernel/view.ts'

/** The owner of a socket file as a host uid, and its permission bits. */
export type SocketFile = { readonly owner: number; readonly mode: number }

/** A socket that somebody listens on: where it lives, and its name there. */
export type Listener = { readonly by: string; readonly place: string; readonly name: string } & SocketFile

/** What bind(2) makes under the usual umask of 022. */
export const USUAL_SOCKET = 0o755

/** A machine and who listens on it so far. */
export type Sockets = { readonly machine: Machine; readonly listeners: Listener[] }

/** Where an endpoint lives: ports and abstract sockets in a net namespace, socket files in a file system. */
function address(
  m: Sockets,
  who: string,
  endpoint: number | string,
): { place: string; name: string } | Errno {
  const { machine } = m
  if (typeof endpoint === 'number')
    return { place: namespaceOf(machine, who, 'net'), name: `tcp ${endpoint}` }
  if (endpoint.startsWith('@')) return { place: namespaceOf(machine, who, 'net'), name: endpoint }
  if (who === 'host') return { place: 'file', name: endpoint }
  const resolved = resolvePath(machine, who, endpoint)
  switch (resolved.type) {
    case 'host':
      return { place: 'file', name: resolved.path }
    case 'own':
      return { place: `file of ${resolved.of}`, name: resolved.path }
    case 'nothing':
      return 'ENOENT'
    default:
      return resolved satisfies never
  }
}

const at = (things: readonly Listener[], place: string, name: string): Listener | undefined =>
  things.find(t => t.place === place && t.name === name)

/** listen(2) after bind(2). */
export function listen(m: Sockets, who: string, endpoint: number | string, file: SocketFile): Errno {
  if (typeof endpoint === 'number' && who !== 'host') {
    const refused = bindPort(m.machine, who, endpoint)
    if (refused !== 'ok') return refused
  }
  const where = address(m, who, endpoint)
  if (typeof where === 'string') return where
  if (at(m.listeners, where.place, where.name) !== undefined) return 'EADDRINUSE'
  m.listeners.push({ by: who, ...where, ...file })
  return 'ok'
}

/** connect(2). */
export function connect(m: Sockets, who: string, endpoint: number | string): Errno {
  if (typeof endpoint === 'number') {
    const route = loopback(m.machine, who)
    if (route !== 'ok') return route
  }
  const where = address(m, who, endpoint)
  if (typeof where === 'string') return where
  const isFile = where.place.startsWith('file')
  const listener = at(m.listeners, where.place, where.name)
  if (listener === undefined) return isFile ? 'ENOENT' : 'ECONNREFUSED'
  const { name, owner, mode } = listener
  return isFile ? connectTo(m.machine, who, { path: name, owner, mode }) : 'ok'
}
