import type { BoxSpec } from '../../../kernel/box.ts'
import type { Namespace } from '../../../kernel/namespace.ts'
import type { Plan } from '../plan.ts'
import { joinedOf, startOrder } from './box-lines.ts'
import { quote } from './quote.ts'

function sharing(box: BoxSpec, type: Namespace, flag: string): readonly string[] {
  const from = box.ns[type]
  if (from === 'host') return [`${flag} host`]
  const other = joinedOf(from)
  return other === undefined ? [] : [`${flag} container:${other}`]
}

/** Docker's line for a box. man:docker-run(1). */
export function dockerLine(box: BoxSpec): string {
  const { limits } = box
  const parts = [
    'docker run -d',
    `--name ${box.id}`,
    ...sharing(box, 'pid', '--pid'),
    ...sharing(box, 'net', '--network'),
    ...(box.ns.ipc === 'own' ? ['--ipc shareable'] : sharing(box, 'ipc', '--ipc')),
    ...(box.ns.uts === 'host' ? ['--uts host'] : []),
    ...(box.ns.cgroup === 'host' ? ['--cgroupns host'] : ['--cgroupns private']),
    ...(box.uid === 0 ? [] : [`--user ${box.uid}`]),
    ...(box.caps === 'all' ? ['--cap-add ALL'] : box.caps === 'none' ? ['--cap-drop ALL'] : []),
    ...box.binds.map(({ from, to, readOnly }) => `-v ${quote(`${from}:${to}${readOnly ? ':ro' : ''}`)}`),
    ...(limits.memoryMax === null ? [] : [`-m ${limits.memoryMax}m`]),
    ...(limits.cpuMax === null ? [] : [`--cpus ${limits.cpuMax}`]),
    ...(limits.cpuWeight === 100
      ? []
      : [`--cpu-shares ${Math.max(2, Math.round(limits.cpuWeight * 10.24))}`]),
    ...(limits.cpuset === null ? [] : [`--cpuset-cpus ${limits.cpuset.join(',')}`]),
    ...(limits.pidsMax === null ? [] : [`--pids-limit ${limits.pidsMax}`]),
    ...(limits.ioMax === null ? [] : [`--device-write-bps /dev/vda:${limits.ioMax}mb`]),
    `${box.id}:latest`,
  ]
  return parts.join(' ')
}

/** man:docker-run(1), --ipc: what is shared is the ipc namespace and /dev/shm, both or none. */
function ipcDifferences({ ns, shm }: BoxSpec): readonly string[] {
  const other = joinedOf(ns.ipc)
  if (other !== undefined)
    return [`--ipc container:${other} brings the /dev/shm of ${other} along, whatever the plan says of it`]
  return ns.ipc === 'own' && shm === 'inherited'
    ? ["a container with an ipc namespace of its own has a /dev/shm of its own, not the host's"]
    : []
}

/** What userns-remap does not go together with: docs.docker.com, "Isolate containers with a user namespace". */
function userDifferences({ ns }: BoxSpec): readonly string[] {
  if (ns.user !== 'own') return []
  const refused = [
    ...(ns.pid === 'host' ? ['--pid host'] : []),
    ...(ns.net === 'host' ? ['--network host'] : []),
  ]
  const but = refused.length === 0 ? '' : `; with it Docker refuses ${refused.join(' and ')}`
  return [`the user namespace is a setting of the daemon: userns-remap in daemon.json${but}`]
}

/** Where Docker builds something else than the plan says. */
function dockerDifferences(box: BoxSpec): readonly string[] {
  const joinsUts = joinedOf(box.ns.uts)
  const { memoryMax, ioMax, shaping } = box.limits
  return [
    ...(box.ns.mnt === 'host' || box.root === 'host'
      ? [
          'a container always has a mount namespace and the root directory of its image; bind host folders with -v',
        ]
      : []),
    ...(joinedOf(box.ns.mnt) === undefined ? [] : ['mount namespaces cannot be joined; share a volume']),
    ...(box.ns.pid === 'own' && box.proc === 'inherited' ? ['/proc is always mounted anew'] : []),
    ...(box.ns.net === 'own'
      ? ['lo is always up, and the bridge gives it eth0 (--network none: lo alone)']
      : []),
    ...(joinsUts === undefined
      ? []
      : [`the uts namespace of ${joinsUts} stays its own: no container joins that of another`]),
    ...ipcDifferences(box),
    ...userDifferences(box),
    ...(box.ns.time === 'own' ? ['no time namespaces'] : []),
    ...(box.caps === 'all'
      ? ['seccomp and masked paths stay on beside --cap-add ALL; --privileged lifts them']
      : []),
    ...(memoryMax !== null && memoryMax < 6 ? ['less than 6m of memory is refused'] : []),
    ...(memoryMax === null
      ? []
      : [
          `-m alone allows as much swap again, where the machine has swap; --memory-swap ${memoryMax}m allows none`,
        ]),
    ...(ioMax === null ? [] : ['/dev/vda is a guess: put the disk of your machine there (lsblk)']),
    ...(shaping === null
      ? []
      : [`tc is not Docker's: tc qdisc add dev ... root tbf rate ${shaping.mbit}mbit`]),
    ...(box.ns.net === 'host'
      ? ['--network host keeps a uts namespace of its own, unless --uts host stands there']
      : []),
  ]
}

/** `docker run` lines for a plan, in the order in which they can be started, with the differences in comments. */
export function dockerText(plan: Plan): string {
  return startOrder(plan.machine.boxes)
    .map(box =>
      [...dockerDifferences(box).map(words => `# ${box.id}: ${words}`), dockerLine(box), ''].join('\n'),
    )
    .join('\n')
}
