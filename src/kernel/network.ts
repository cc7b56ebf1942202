import { capable } from './credentials.ts'
import type { Errno, Machine } from './machine.ts'
import { boxNamed, namespaceOf, ownerOf } from './membership.ts'

/** What `ip link` lists: the host's interfaces, or `lo` alone in a namespace that nobody moved one into. man:network_namespaces(7). */
export function interfacesSeen(machine: Machine, who: string): readonly string[] {
  if (namespaceOf(machine, who, 'net') !== 'host') return ['lo']
  const { interfaces } = machine.host
  return interfaces.includes('lo') ? interfaces : ['lo', ...interfaces]
}

/** Ports below this need CAP_NET_BIND_SERVICE: net.ipv4.ip_unprivileged_port_start. man:ip(7). */
const UNPRIVILEGED_PORTS = 1024

/** bind to a TCP port: EACCES below 1024 without CAP_NET_BIND_SERVICE; whether it is taken is the caller's question. man:ip(7). */
export function bindPort(machine: Machine, who: string, port: number): Errno {
  if (port >= UNPRIVILEGED_PORTS) return 'ok'
  return capable(machine, who, 'CAP_NET_BIND_SERVICE', ownerOf(machine, who, 'net')) ? 'ok' : 'EACCES'
}

/**
 * TCP to 127.0.0.1: ENETUNREACH while `lo` of the namespace is down, which it is in a fresh one; whether somebody listens
 * is the caller's question. The veth pairs of the model bring no default route: with one, the call would leave by eth0
 * and time out (tried on Linux 6.18). man:network_namespaces(7).
 */
export function loopback(machine: Machine, who: string): Errno {
  return boxNamed(machine, namespaceOf(machine, who, 'net'))?.lo === 'down' ? 'ENETUNREACH' : 'ok'
}

/** A raw socket, as old ping opens: CAP_NET_RAW over the owner of the network namespace. man:raw(7). */
export function rawSocket(machine: Machine, who: string): Errno {
  return capable(machine, who, 'CAP_NET_RAW', ownerOf(machine, who, 'net')) ? 'ok' : 'EPERM'
}

/** `tc`, `ip link add`: CAP_NET_ADMIN over the owner of the network namespace. man:netlink(7). */
export function administerNet(machine: Machine, who: string): Errno {
  return capable(machine, who, 'CAP_NET_ADMIN', ownerOf(machine, who, 'net')) ? 'ok' : 'EPERM'
}
