import type { BoxSpec } from './box.ts'
import type { Machine } from './machine.ts'
import { NAMESPACES, type Namespace, type NamespaceSet } from './namespace.ts'

/** The box of that id; nothing for `host`, whose root shell is no box. */
export function boxNamed(machine: Machine, who: string): BoxSpec | undefined {
  return machine.boxes.find(box => box.id === who)
}

/** The box that `join:web` names; nothing for `host` and `own`. */
function joinedBox(membership: string): string | undefined {
  return membership.startsWith('join:') ? membership.slice('join:'.length) : undefined
}

type Walk = { readonly identity: string; readonly broken: boolean }

/** Follows joins to the box that made the namespace. Broken: a join leads to nobody, or round in a circle. */
function walk(machine: Machine, who: string, type: Namespace): Walk {
  const passed: string[] = []
  let at = who
  while (!passed.includes(at)) {
    passed.push(at)
    const box = boxNamed(machine, at)
    if (box === undefined) return at === 'host' ? { identity: 'host', broken: false } : lost(who)
    const membership = box.ns[type]
    if (membership === 'host') return { identity: 'host', broken: false }
    const next = joinedBox(membership)
    if (next === undefined) return { identity: at, broken: false }
    at = next
  }
  return lost(who)
}

const lost = (who: string): Walk => ({ identity: who, broken: true })

/**
 * The namespace of one type that a box ends up in: `host`, or the id of the box that made it. Joins are followed; one
 * that leads nowhere or in a circle ends at the box's own. man:setns(2).
 */
export function namespaceOf(machine: Machine, who: string, type: Namespace): string {
  return walk(machine, who, type).identity
}

/**
 * The namespaces that a box ends up in, one of each type; every process is always in exactly one of each.
 * man:namespaces(7).
 */
export function namespacesOf(machine: Machine, who: string): NamespaceSet {
  const of = (type: Namespace): string => namespaceOf(machine, who, type)
  return {
    mnt: of('mnt'),
    uts: of('uts'),
    ipc: of('ipc'),
    pid: of('pid'),
    net: of('net'),
    user: of('user'),
    cgroup: of('cgroup'),
    time: of('time'),
  }
}

/** Both are in the same namespace of that type, as equal inodes in /proc/PID/ns would show. man:namespaces(7). */
export function shares(machine: Machine, a: string, b: string, type: Namespace): boolean {
  return namespaceOf(machine, a, type) === namespaceOf(machine, b, type)
}

/** Some join of the box leads to no box, or in a circle: there is no process whose /proc/PID/ns could be opened. */
export function hasBrokenJoin(machine: Machine, who: string): boolean {
  return NAMESPACES.some(type => walk(machine, who, type).broken)
}

/**
 * The user namespace that owns the namespace a box is in; capabilities count there or nowhere. The initial one owns the
 * host's; a namespace made by a box belongs to that box's user namespace, which is always made first.
 * man:user_namespaces(7), "Interaction of user namespaces and other types of namespaces".
 */
export function ownerOf(machine: Machine, who: string, type: Namespace): string {
  const maker = namespaceOf(machine, who, type)
  return maker === 'host' ? 'host' : namespaceOf(machine, maker, 'user')
}
