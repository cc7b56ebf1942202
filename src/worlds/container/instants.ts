import { open } from '../../kernel/files.ts'
import { seesIpcOf, seesShmOf } from '../../kernel/ipc.ts'
import type { Errno, Machine } from '../../kernel/machine.ts'
import { boxNamed, namespaceOf } from '../../kernel/membership.ts'
import { rawSocket } from '../../kernel/network.ts'
import { escapeRoot, mountLeaks, mountTmpfs, setClock, setHostname } from '../../kernel/permit.ts'
import { hostRootThroughProc, kill } from '../../kernel/proc.ts'
import { hostUid } from '../../kernel/credentials.ts'
import { resolvePath } from '../../kernel/view.ts'
import type { InstantAct } from './act-words.ts'
import { hostFileAt } from './host-files.ts'
import type { Plan } from './plan.ts'
import type { Setup } from './setup.ts'
import { connect, listen, type Sockets, USUAL_SOCKET } from './sockets.ts'

/** One act that is over at once, and how it ended. A signal that its target has no ear for is `ignored`, though kill says ok. */
export type Done = {
  readonly box: string
  readonly act: InstantAct
  readonly result: Errno
  readonly ignored?: true
}

/** What the acts that are over at once did to the machine. */
export type Aftermath = {
  readonly done: readonly Done[]
  /** Host names by the identity of their UTS namespace; only changed ones. */
  readonly hostnames: { readonly [uts: string]: string }
  readonly deleted: readonly string[]
  readonly overwritten: readonly string[]
  /** Boxes and host processes that were killed. */
  readonly killed: readonly string[]
  /** Mounts made by boxes that stand on the host now. */
  readonly mounts: readonly string[]
}

/** Something that can be found by others, and who made it. */
type Thing = { readonly by: string; readonly name: string }

/** The machine while acts change it. */
type Moment = {
  readonly setup: Setup
  readonly plan: Plan
  readonly sockets: Sockets
  readonly segments: Thing[]
  readonly posts: Thing[]
  readonly done: Done[]
  readonly hostnames: { [uts: string]: string }
  readonly deleted: string[]
  readonly overwritten: string[]
  readonly killed: string[]
  readonly mounts: string[]
}

/** An act of a box, waiting for its turn. */
export type Pending = { readonly box: string; readonly act: InstantAct }

/**
 * Runs the acts that are over at once. Whoever provides something (listens, shares, mounts) is up before anybody uses it,
 * and what destroys comes last: a level is about isolation, not about who wins a race.
 */
export function runInstants(setup: Setup, plan: Plan, acts: readonly Pending[]): Aftermath {
  const moment: Moment = {
    setup,
    plan,
    sockets: { machine: plan.machine, listeners: [] },
    segments: [],
    posts: [],
    done: [],
    hostnames: {},
    deleted: [],
    overwritten: [],
    killed: [],
    mounts: [],
  }
  for (const service of setup.host.services) {
    const file = { owner: service.uid, mode: Number.parseInt(service.mode, 8) }
    for (const endpoint of service.listens) listen(moment.sockets, 'host', endpoint, file)
    for (const name of service.shares) moment.segments.push({ by: 'host', name })
    for (const name of service.posts) moment.posts.push({ by: 'host', name })
  }
  const gaveUp = new Set<string>()
  for (const turn of [0, 1, 2] as const)
    for (const { box, act } of acts) {
      if (turnOf(act) !== turn || gaveUp.has(box)) continue
      const result = perform(moment, box, act)
      const isIgnored = act.verb === 'signal' && result === 'ok' && !moment.killed.includes(act.value)
      moment.done.push({ box, act, result, ...(isIgnored ? { ignored: true } : {}) })
      if (act.fatal && result !== 'ok') gaveUp.add(box)
    }
  const { done, hostnames, deleted, overwritten, killed, mounts } = moment
  return { done, hostnames, deleted, overwritten, killed, mounts }
}

/** When an act comes: providers first, users next, what destroys last. */
export function turnOf(act: InstantAct): 0 | 1 | 2 {
  switch (act.verb) {
    case 'hostname':
    case 'listen':
    case 'share':
    case 'post':
    case 'mount':
      return 0
    case 'delete':
    case 'overwrite':
    case 'signal':
    case 'escape':
    case 'climb':
      return 2
    default:
      return 1
  }
}

function perform(m: Moment, box: string, act: InstantAct): Errno {
  const { machine } = m.plan
  switch (act.verb) {
    case 'hostname':
      return rename(m, box, act.value)
    case 'listen':
      return listen(m.sockets, box, act.value, { owner: hostUid(machine, box), mode: USUAL_SOCKET })
    case 'connect':
      return connect(m.sockets, box, act.value)
    case 'share':
      m.segments.push({ by: box, name: act.value })
      return 'ok'
    case 'attach':
      return found(m.segments, act.value, other => seesIpcOf(machine, box, other))
    case 'post':
      m.posts.push({ by: box, name: act.value })
      return 'ok'
    case 'peek':
      return found(m.posts, act.value, other => seesShmOf(machine, box, other))
    case 'read':
      return useFile(m, box, act.value, 'read')
    case 'overwrite':
      return useFile(m, box, act.value, 'write')
    case 'delete':
      return useFile(m, box, act.value, 'delete')
    case 'mount':
      return mount(m, box, act.value)
    case 'signal':
      return signal(m, box, act.value)
    case 'list':
      return 'ok'
    case 'escape':
      return escapeRoot(machine, box)
    case 'climb':
      return hostRootThroughProc(machine, box)
    case 'raw':
      return rawSocket(machine, box)
    case 'set':
      return setClock(machine, box)
    default:
      return act satisfies never
  }
}

function rename(m: Moment, box: string, name: string): Errno {
  const result = setHostname(m.plan.machine, box)
  if (result === 'ok') m.hostnames[namespaceOf(m.plan.machine, box, 'uts')] = name
  return result
}

/** Looks for a thing of that name made by somebody whose things can be seen. */
function found(things: readonly Thing[], name: string, sees: (other: string) => boolean): Errno {
  return things.some(t => t.name === name && sees(t.by)) ? 'ok' : 'ENOENT'
}

function useFile(m: Moment, box: string, path: string, want: 'read' | 'write' | 'delete'): Errno {
  const { machine } = m.plan
  const resolved = resolvePath(machine, box, path)
  if (resolved.type === 'nothing') return 'ENOENT'
  // A box with a file system of its own brings such a file along, and may do with it what it likes.
  if (resolved.type === 'own') return 'ok'
  const file = hostFileAt(m.setup, resolved.path)
  if (file === undefined) return 'ENOENT'
  // Another path may lead to the file, too, and may be writable; the act takes this one.
  if (resolved.readOnly && want === 'delete') return 'EROFS'
  const result = open(machine, box, file, want)
  if (resolved.readOnly && want === 'write' && result === 'ok') return 'EROFS'
  if (result === 'ok' && want === 'delete') m.deleted.push(file.path)
  if (result === 'ok' && want === 'write') m.overwritten.push(file.path)
  return result
}

function mount(m: Moment, box: string, path: string): Errno {
  const result = mountTmpfs(m.plan.machine, box)
  if (result === 'ok' && mountLeaks(m.plan.machine, box)) m.mounts.push(placeOnHost(m, box, path))
  return result
}

/** The host knows a place below a chroot by a longer name; the commands for a plan call that folder `newroot`, too. */
const placeOnHost = ({ plan }: Moment, box: string, path: string): string =>
  boxNamed(plan.machine, box)?.root === 'chroot' ? `/newroot${path}` : path

function signal(m: Moment, box: string, name: string): Errno {
  const { machine } = m.plan
  const isBox = machine.boxes.some(b => b.id === name)
  const process = machine.host.processes.find(p => p.name === name)
  if (!isBox && process === undefined) return 'ESRCH'
  const uid = isBox ? hostUid(machine, name) : (process?.uid ?? 0)
  const result = kill(machine, box, isBox ? name : 'host', uid)
  if (result === 'ok')
    m.killed.push(...(isBox ? struck(machine, box, name) : process?.pid === 1 ? [] : [name]))
  return result
}

/**
 * Which boxes die of a SIGKILL to one. From inside, PID 1 of a pid namespace has no ear for it, though kill says ok; from outside it
 * ends, and everyone in its namespace with it. man:pid_namespaces(7).
 */
function struck(machine: Machine, sender: string, name: string): readonly string[] {
  if (namespaceOf(machine, name, 'pid') !== name) return [name]
  if (namespaceOf(machine, sender, 'pid') === name) return []
  return machine.boxes.map(b => b.id).filter(id => namespaceOf(machine, id, 'pid') === name)
}
