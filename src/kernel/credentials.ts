import { type BoxSpec, CAPABILITIES, type Capability, type CapabilitySet } from './box.ts'
import type { Machine } from './machine.ts'
import { boxNamed, namespaceOf } from './membership.ts'

/** The uid that everything unmapped appears as: /proc/sys/kernel/overflowuid. man:user_namespaces(7). */
export const OVERFLOW_UID = 65534

const ROOT = 0

const SHIFT = 100_000
const SHIFTED_IDS = 65_536

const SETS: { readonly [S in CapabilitySet]: readonly Capability[] } = {
  all: CAPABILITIES,
  docker: [
    'CAP_CHOWN',
    'CAP_DAC_OVERRIDE',
    'CAP_FOWNER',
    'CAP_KILL',
    'CAP_SETUID',
    'CAP_SETGID',
    'CAP_NET_BIND_SERVICE',
    'CAP_NET_RAW',
    'CAP_SYS_CHROOT',
    'CAP_MKNOD',
  ],
  none: [],
}

type IdMap = BoxSpec['ids'] | 'initial'

function idMapOf(machine: Machine, userNamespace: string): IdMap {
  return boxNamed(machine, userNamespace)?.ids ?? 'initial'
}

/** The host's uid for one of a user namespace; nothing where the map has none. man:user_namespaces(7), uid_map. */
function outwards(map: IdMap, uid: number): number | undefined {
  switch (map) {
    case 'initial':
      return uid
    case 'none':
      return undefined
    case 'root':
      return uid === 0 ? 0 : undefined
    case 'shifted':
      return uid < SHIFTED_IDS ? SHIFT + uid : undefined
    default:
      return map satisfies never
  }
}

/** The uid by which a user namespace knows a host uid; nothing where the map has none. */
function inwards(map: IdMap, uid: number): number | undefined {
  switch (map) {
    case 'initial':
      return uid
    case 'none':
      return undefined
    case 'root':
      return uid === 0 ? 0 : undefined
    case 'shifted':
      return uid >= SHIFT && uid < SHIFT + SHIFTED_IDS ? uid - SHIFT : undefined
    default:
      return map satisfies never
  }
}

const mapOf = (machine: Machine, who: string): IdMap => idMapOf(machine, namespaceOf(machine, who, 'user'))

/** How a box's user namespace shows a host uid: as 65534 where it is not mapped. man:user_namespaces(7). */
export function uidShownTo(machine: Machine, who: string, uid: number): number {
  return inwards(mapOf(machine, who), uid) ?? OVERFLOW_UID
}

/** The host uid is mapped in the box's user namespace, so that its capabilities may reach that user's files. */
export function isMapped(machine: Machine, who: string, uid: number): boolean {
  return inwards(mapOf(machine, who), uid) !== undefined
}

/**
 * The uid of the workload exists in its user namespace; setuid to another one is EINVAL. Without a map that is every one:
 * the workload stays whoever built the box. man:setuid(2), man:user_namespaces(7).
 */
export function hasOwnUid(machine: Machine, who: string): boolean {
  const map = mapOf(machine, who)
  const box = boxNamed(machine, who)
  const uid = box?.uid ?? 0
  return map === 'none' ? uid === (box?.caller ?? ROOT) : outwards(map, uid) !== undefined
}

/**
 * The uid on the host that files are checked against. In an unmapped user namespace no uid can be changed, so it is that
 * of the caller, whose files stay the caller's own. man:user_namespaces(7).
 */
export function hostUid(machine: Machine, who: string): number {
  const box = boxNamed(machine, who)
  const map = mapOf(machine, who)
  return map === 'none' ? (box?.caller ?? ROOT) : (outwards(map, box?.uid ?? ROOT) ?? OVERFLOW_UID)
}

/** The uid that `id -u` prints in the box: 65534 when unmapped. man:user_namespaces(7). */
export function uidSeen(machine: Machine, who: string): number {
  return uidShownTo(machine, who, hostUid(machine, who))
}

/**
 * The effective capabilities of the workload: its set when it is uid 0 in its user namespace, else none. An execve by
 * another uid, or by an unmapped one, drops them. man:capabilities(7), "Transformation of capabilities during execve".
 */
export function effectiveCapabilities(machine: Machine, who: string): readonly Capability[] {
  const box = boxNamed(machine, who)
  if (box === undefined) return CAPABILITIES
  return uidSeen(machine, who) === 0 ? SETS[box.caps] : []
}

/**
 * The one capability check: does the workload hold the capability over things that a user namespace owns? Capabilities
 * count in the own user namespace and in those below it. A process of the parent whose uid made a user namespace holds
 * all of them there, even with none of its own; boxes' user namespaces are made by the host's root.
 * man:user_namespaces(7), "Capabilities".
 */
export function capable(machine: Machine, who: string, capability: Capability, over: string): boolean {
  const own = namespaceOf(machine, who, 'user')
  const holds = effectiveCapabilities(machine, who).includes(capability)
  if (own === over) return holds
  if (own !== 'host') return false
  return holds || hostUid(machine, who) === 0
}
