import { CAPABILITIES } from './box.ts'
import { capable, effectiveCapabilities, hostUid, uidShownTo } from './credentials.ts'
import { BASE_PROCESSES, type Errno, type ListedProcess, type Machine } from './machine.ts'
import { namespaceOf } from './membership.ts'
import { mountAt, namesOf, resolveIn, viewOf } from './view.ts'

/**
 * The pid namespace whose procfs lies on /proc in a box's view; nothing where no procfs is mounted there.
 * man:pid_namespaces(7): it shows the processes visible in the pid namespace of whoever mounted it.
 */
export function procfsOf(machine: Machine, who: string): string | undefined {
  const view = viewOf(machine, who)
  const mount = mountAt(view, '/proc')
  if (mount?.type === 'proc') return namespaceOf(machine, mount.of, 'pid')
  const resolved = resolveIn(view, '/proc')
  return resolved.type === 'host' && resolved.path === '/proc' ? 'host' : undefined
}

/** A box remounted /proc without a mount namespace of its own: the host's ps fails. man:pid_namespaces(7). */
export function hostProcBroken(machine: Machine): boolean {
  return procfsOf(machine, 'host') !== 'host'
}

type Running = { readonly box: string; readonly name: string }

function hostProcesses(machine: Machine, who: string): readonly ListedProcess[] {
  const added = machine.host.processes
  const base = BASE_PROCESSES.filter(({ pid }) => !added.some(other => other.pid === pid))
  return [...base, ...added]
    .toSorted((a, b) => a.pid - b.pid)
    .map(({ pid, name, uid }) => ({ pid, name, uid: uidShownTo(machine, who, uid), of: 'host' }))
}

/**
 * What ps lists in a box: the processes of the pid namespace whose procfs is in view, by their numbers there, with uids as
 * the reader's user namespace shows them. Empty where ps only fails: no procfs is mounted, or the reader has no number of
 * its own in it ("Error, do this: mount -t proc proc /proc"). man:pid_namespaces(7), "/proc and PID
 * namespaces".
 */
export function processesSeen(
  machine: Machine,
  who: string,
  running: readonly Running[],
): readonly ListedProcess[] {
  const procfs = procfsOf(machine, who)
  if (procfs === undefined || (procfs !== 'host' && namespaceOf(machine, who, 'pid') !== procfs)) return []
  const list = (of: readonly Running[], first: number): readonly ListedProcess[] =>
    of.map(({ box, name }, i) => {
      return { pid: first + i, uid: uidShownTo(machine, who, hostUid(machine, box)), name, of: box }
    })
  if (procfs !== 'host') {
    const members = running.filter(({ box }) => namespaceOf(machine, box, 'pid') === procfs)
    return list(
      [...members.filter(({ box }) => box === procfs), ...members.filter(({ box }) => box !== procfs)],
      1,
    )
  }
  const host = hostProcesses(machine, who)
  return [...host, ...list(running, Math.max(...host.map(({ pid }) => pid)) + 1)]
}

/** The process' number exists in the pid namespace of the box: the host's shows all, another only its members. */
function isNumbered(machine: Machine, who: string, target: string): boolean {
  const pid = namespaceOf(machine, who, 'pid')
  return pid === 'host' || pid === namespaceOf(machine, target, 'pid')
}

/**
 * kill(2) of a process of another box, or of the host, whose host uid is `targetUid`: ESRCH when it has no number here,
 * EPERM without the same uid or CAP_KILL over its user namespace. man:kill(2), man:pid_namespaces(7).
 */
export function kill(machine: Machine, who: string, target: string, targetUid: number): Errno {
  if (!isNumbered(machine, who, target)) return 'ESRCH'
  if (hostUid(machine, who) === targetUid) return 'ok'
  return capable(machine, who, 'CAP_KILL', namespaceOf(machine, target, 'user')) ? 'ok' : 'EPERM'
}

/** The host's procfs lies on /proc, or a bind brings it, or the folder of its init, to some place. */
function seesHostProcfs(machine: Machine, who: string): boolean {
  if (procfsOf(machine, who) === 'host') return true
  const view = viewOf(machine, who)
  return ['/proc', '/proc/1'].some(path => namesOf(view, path).length > 0)
}

/**
 * The host's file system through /proc/1/root of the host's init: ENOENT when no procfs of the host is in view. What
 * decides is the ptrace check: the same uids, the same user namespace and every capability that init has, or
 * CAP_SYS_PTRACE over the host's user namespace; else EACCES. A read-only bind of /proc does NOT help: the link leads out of
 * that mount to the host's root, which is as writable as ever. man:proc_pid_root(5), man:ptrace(2).
 */
export function hostRootThroughProc(machine: Machine, who: string): Errno {
  if (!seesHostProcfs(machine, who)) return 'ENOENT'
  const held = effectiveCapabilities(machine, who)
  const isLikeInit =
    namespaceOf(machine, who, 'user') === 'host' &&
    hostUid(machine, who) === 0 &&
    CAPABILITIES.every(capability => held.includes(capability))
  return isLikeInit || capable(machine, who, 'CAP_SYS_PTRACE', 'host') ? 'ok' : 'EACCES'
}
