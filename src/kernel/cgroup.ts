import type { Machine } from './machine.ts'
import { boxNamed, namespaceOf } from './membership.ts'

const HOST_FOLDER = '/boxes'

/**
 * The path that /proc/self/cgroup shows: from the host's root, from the own cgroup (`/`), or from another's when its
 * cgroup namespace is joined. It is a view; the limits are those of the real path. man:cgroup_namespaces(7).
 */
export function cgroupPathSeen(machine: Machine, who: string): string {
  const from = namespaceOf(machine, who, 'cgroup')
  if (boxNamed(machine, who) === undefined || from === who) return '/'
  return from === 'host' ? `${HOST_FOLDER}/${who}` : `/../${who}`
}

/** CPUs that sched_getaffinity gives; nproc prints their number. cpuset changes it, cpu.max does not. man:cpuset(7), man:sched_setaffinity(2). */
export function cpusSeen(machine: Machine, who: string): number {
  const { cores } = machine.host
  const cpuset = boxNamed(machine, who)?.limits.cpuset ?? null
  if (cpuset === null) return cores
  const usable = new Set(cpuset.filter(cpu => cpu >= 0 && cpu < cores)).size
  return usable === 0 ? cores : usable
}
