import type { BoxSpec } from '../../src/kernel/box.ts'
import { UNLIMITED } from '../../src/kernel/limits.ts'
import type { Machine } from '../../src/kernel/machine.ts'
import { type Membership, NAMESPACES, type Namespace } from '../../src/kernel/namespace.ts'

type Given = Partial<Omit<BoxSpec, 'ns'>> & { readonly ns?: { readonly [N in Namespace]?: Membership } }

const HOST_NS = {
  mnt: 'host',
  uts: 'host',
  ipc: 'host',
  pid: 'host',
  net: 'host',
  user: 'host',
  cgroup: 'host',
  time: 'host',
} as const

/** A root process of the host with every capability, but for what is given. */
export function box(id: string, given: Given = {}): BoxSpec {
  return {
    id,
    proc: 'inherited',
    shm: 'inherited',
    root: 'host',
    binds: [],
    ids: 'root',
    uid: 0,
    caps: 'all',
    lo: 'down',
    limits: UNLIMITED,
    ...given,
    ns: { ...HOST_NS, ...given.ns },
  }
}

/** A small host with these boxes. */
export function machineOf(...boxes: readonly BoxSpec[]): Machine {
  return {
    host: {
      hostname: 'host',
      release: '6.18.0',
      cgroup: 'v2',
      memory: 4096,
      cores: 4,
      interfaces: ['lo', 'eth0'],
      processes: [],
    },
    boxes,
  }
}

/** Every set of namespaces, the empty one first. */
export const COMBINATIONS: readonly (readonly Namespace[])[] = Array.from(
  { length: 2 ** NAMESPACES.length },
  (_, bits) => NAMESPACES.filter((_type, i) => (bits >> i) & 1),
)
