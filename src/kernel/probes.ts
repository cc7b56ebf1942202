import { cgroupPathSeen, cpusSeen } from './cgroup.ts'
import { capable, effectiveCapabilities, uidSeen } from './credentials.ts'
import { open } from './files.ts'
import { seesIpcOf, seesShmOf } from './ipc.ts'
import type { Errno, Machine } from './machine.ts'
import { namespaceOf, ownerOf, shares } from './membership.ts'
import type { Namespace } from './namespace.ts'
import { administerNet, bindPort, interfacesSeen, loopback, rawSocket } from './network.ts'
import { makeDevice, mountLeaks, mountTmpfs, raisePriority, setClock, setHostname } from './permit.ts'
import { hostProcBroken, hostRootThroughProc, kill, processesSeen, procfsOf } from './proc.ts'
import { resolvePath } from './view.ts'

const BOX = 'box'

/** What the probes need to know beside the machine. */
type Manner = { readonly map: 'root' | 'none' | 'shifted'; readonly propagation: 'private' | 'shared' }

type Ask = (machine: Machine, manner: Manner) => string

const yes = (holds: boolean): string => (holds ? 'yes' : 'no')
const isOwn = (machine: Machine, type: Namespace): boolean => !shares(machine, BOX, 'host', type)
const okIf = (holds: boolean, refusal: Errno): Errno => (holds ? 'ok' : refusal)

/** A kernel file system belongs to a namespace: mounting it takes power over that one's owner, too. man:mount_namespaces(7). */
function mountOf(type: Namespace): Ask {
  return machine =>
    mountTmpfs(machine, BOX) === 'ok' && capable(machine, BOX, 'CAP_SYS_ADMIN', ownerOf(machine, BOX, type))
      ? 'ok'
      : 'EPERM'
}

const ipcObject: Ask = machine => okIf(seesIpcOf(machine, BOX, 'host'), 'ENOENT')
const clock: Ask = machine => (isOwn(machine, 'time') ? 'offset' : 'as on the host')
const alwaysAsOnHost: Ask = () => 'as on the host'
const interfaces: Ask = machine => interfacesSeen(machine, BOX).join(' ')
const id: Ask = machine => String(uidSeen(machine, BOX))

/** With shared propagation a mount wanders back, unless the copy belongs to another user namespace and so is a slave. */
const mountOnHost: Ask = (machine, { propagation }) => {
  const isShared = propagation === 'shared' && !isOwn(machine, 'user') && mountTmpfs(machine, BOX) === 'ok'
  return yes(isShared || mountLeaks(machine, BOX))
}

/** setgroups is denied for good before an ordinary process may write a gid map, and where there is none. */
const setgroups: Ask = (machine, { map }) => {
  const isDenied = isOwn(machine, 'user') && map !== 'shifted'
  return okIf(!isDenied && capable(machine, BOX, 'CAP_SETGID', namespaceOf(machine, BOX, 'user')), 'EPERM')
}

const chown: Ask = machine =>
  isOwn(machine, 'user') ? 'EINVAL' : okIf(capable(machine, BOX, 'CAP_CHOWN', 'host'), 'EPERM')

const SHADOW = { path: '/etc/shadow', owner: 0, mode: 0o640 } as const
const HOSTS = { path: '/etc/hosts', owner: 0, mode: 0o644 } as const

const processes = {
  'own pid is 1': machine => yes(isOwn(machine, 'pid')),
  'parent pid is 0': machine => yes(isOwn(machine, 'pid')),
  'kill of a host process': machine => kill(machine, BOX, 'host', 0),
  'ps lists the host': machine => yes(processesSeen(machine, BOX, []).some(({ of }) => of === 'host')),
  '/proc/self is getpid': machine => yes(procfsOf(machine, BOX) === namespaceOf(machine, BOX, 'pid')),
  '/proc/1 is me': machine => yes(procfsOf(machine, BOX) === BOX),
  'root of a host process': machine => hostRootThroughProc(machine, BOX),
  'ps works on the host': machine => yes(!hostProcBroken(machine)),
} as const satisfies { readonly [name: string]: Ask }

const network = {
  interfaces: interfaces,
  '/proc/net/dev': interfaces,
  /** sysfs belongs to the network namespace of whoever mounted it, and nobody mounts it anew here. */
  '/sys/class/net': machine => interfacesSeen(machine, 'host').join(' '),
  'tcp to 127.0.0.1': machine => loopback(machine, BOX),
  'abstract socket': machine => okIf(shares(machine, BOX, 'host', 'net'), 'ECONNREFUSED'),
  'path socket': machine => okIf(resolvePath(machine, BOX, '/run/host.sock').type === 'host', 'ENOENT'),
  'bind to port 80': machine => bindPort(machine, BOX, 80),
  'bind to a port taken on the host': machine => okIf(isOwn(machine, 'net'), 'EADDRINUSE'),
  'raw socket': machine => rawSocket(machine, BOX),
  'add a bridge': machine => administerNet(machine, BOX),
} as const satisfies { readonly [name: string]: Ask }

const objects = {
  sethostname: machine => setHostname(machine, BOX),
  'host name reaches the host': machine =>
    yes(setHostname(machine, BOX) === 'ok' && shares(machine, BOX, 'host', 'uts')),
  'SysV shared memory': ipcObject,
  'SysV semaphores': ipcObject,
  'SysV messages': ipcObject,
  'POSIX message queue': ipcObject,
  'file in /dev/shm': machine => okIf(seesShmOf(machine, BOX, 'host'), 'ENOENT'),
  'mount tmpfs': machine => mountTmpfs(machine, BOX),
  'mount proc': mountOf('pid'),
  'mount sysfs': mountOf('net'),
  'mount mqueue': mountOf('ipc'),
  'mount cgroup2': mountOf('cgroup'),
  'a mount shows on the host': mountOnHost,
  'cgroup path': machine => cgroupPathSeen(machine, BOX),
  'cgroup limits': alwaysAsOnHost,
} as const satisfies { readonly [name: string]: Ask }

const power = {
  'mknod of a device': machine => makeDevice(machine, BOX),
  'nice -5': machine => raisePriority(machine, BOX),
  settimeofday: machine => setClock(machine, BOX),
  chroot: machine =>
    okIf(capable(machine, BOX, 'CAP_SYS_CHROOT', namespaceOf(machine, BOX, 'user')), 'EPERM'),
  capabilities: machine => (effectiveCapabilities(machine, BOX).length > 0 ? 'all' : 'none'),
  uid: id,
  gid: id,
  setgroups: setgroups,
  'chown to an unmapped id': chown,
  'read /etc/shadow': machine => open(machine, BOX, SHADOW, 'read'),
  'write /etc/hosts': machine => open(machine, BOX, HOSTS, 'write'),
} as const satisfies { readonly [name: string]: Ask }

const machineWide = {
  boottime: clock,
  monotonic: clock,
  '/proc/uptime': clock,
  realtime: alwaysAsOnHost,
  'uname -r': alwaysAsOnHost,
  MemTotal: alwaysAsOnHost,
  '/proc/cpuinfo': alwaysAsOnHost,
  nproc: machine => (cpusSeen(machine, BOX) === machine.host.cores ? 'as on the host' : 'fewer'),
} as const satisfies { readonly [name: string]: Ask }

/**
 * What a process can be asked about its namespaces, each a question of its own. The answers come from the same
 * predicates that worlds build on. `yes`, `no`, an errno, or what is printed.
 */
export const PROBES = { ...processes, ...network, ...objects, ...power, ...machineWide } as const
