import type { BoxSpec } from './box.ts'
import { UNLIMITED } from './limits.ts'
import type { Errno, Machine } from './machine.ts'
import type { Membership, Namespace } from './namespace.ts'
import { PROBES } from './probes.ts'
import { startError } from './start.ts'

/** How `unshare` is called: by whom, and with which of its options. man:unshare(1). */
export type StartingConditions = {
  /** uid 0 with every capability, or uid 1000 with none. */
  readonly caller: 'root' | 'ordinary'
  /** The id map of a new user namespace: the caller to 0 (`-r`), none (`-U` alone), or 65536 ids from host id 100000. */
  readonly map: 'root' | 'none' | 'shifted'
  /** `--mount-proc`: with a new pid and mnt namespace, with any new pid namespace, or not at all. */
  readonly remountProc: 'in own mnt' | 'always' | 'never'
  /** `--propagation` of a new mnt namespace. */
  readonly propagation: 'private' | 'shared'
}

/** What a process in a combination of new namespaces observes, probe by probe; or why it could not be started. */
export type Observation =
  | { readonly type: 'refused'; readonly errno: Errno }
  | { readonly type: 'started'; readonly seen: { readonly [probe: string]: string } }

/** The uid of an ordinary caller. */
const ORDINARY = 1000

function remounts(start: StartingConditions, fresh: readonly Namespace[]): boolean {
  if (!fresh.includes('pid')) return false
  switch (start.remountProc) {
    case 'always':
      return true
    case 'in own mnt':
      return fresh.includes('mnt')
    case 'never':
      return false
    default:
      return start.remountProc satisfies never
  }
}

/** An ordinary caller's own id and a shifted one give the same answers: uid 0 inside, somebody without rights outside. */
function idsOf(start: StartingConditions): BoxSpec['ids'] {
  return start.caller === 'ordinary' && start.map === 'root' ? 'shifted' : start.map
}

function uidOf(start: StartingConditions, isUserNew: boolean): number {
  if (start.caller === 'root') return 0
  return isUserNew && start.map !== 'none' ? 0 : ORDINARY
}

function boxOf(start: StartingConditions, fresh: readonly Namespace[]): BoxSpec {
  const of = (type: Namespace): Membership => (fresh.includes(type) ? 'own' : 'host')
  return {
    id: 'box',
    ns: {
      mnt: of('mnt'),
      uts: of('uts'),
      ipc: of('ipc'),
      pid: of('pid'),
      net: of('net'),
      user: of('user'),
      cgroup: of('cgroup'),
      time: of('time'),
    },
    proc: remounts(start, fresh) ? 'fresh' : 'inherited',
    shm: 'inherited',
    root: 'host',
    binds: [],
    ids: idsOf(start),
    uid: uidOf(start, fresh.includes('user')),
    caller: start.caller === 'root' ? 0 : ORDINARY,
    caps: 'all',
    lo: 'down',
    limits: UNLIMITED,
  }
}

function machineOf(start: StartingConditions, fresh: readonly Namespace[]): Machine {
  return {
    host: {
      hostname: 'host',
      release: '6.18.0',
      cgroup: 'v2',
      memory: 4096,
      cores: 2,
      interfaces: ['lo', 'eth0'],
      processes: [],
    },
    boxes: [boxOf(start, fresh)],
  }
}

/**
 * The truth table: what a process started by `unshare` with these new namespaces observes on a host whose listeners,
 * sockets and IPC objects belong to root. Every namespace but user needs CAP_SYS_ADMIN to be made, which an ordinary
 * caller has only in a user namespace made along with it. Tests put wrong rules in the place of some `probes`, to see that
 * the record catches them. man:unshare(2), man:namespaces(7).
 */
export function observe(
  start: StartingConditions,
  combination: readonly Namespace[],
  probes: typeof PROBES = PROBES,
): Observation {
  if (start.caller === 'ordinary' && combination.length > 0 && !combination.includes('user')) {
    return { type: 'refused', errno: 'EPERM' }
  }
  const machine = machineOf(start, combination)
  const errno = startError(machine, 'box')
  if (errno !== 'ok') return { type: 'refused', errno }
  const seen = Object.entries(probes).map(([probe, ask]) => [probe, ask(machine, start)] as const)
  return { type: 'started', seen: Object.fromEntries(seen) }
}
