import type { BoxSpec, CapabilitySet } from '../../../kernel/box.ts'
import { type Namespace, NAMESPACES } from '../../../kernel/namespace.ts'
import { limitFiles } from '../limit-files.ts'
import { quote } from './quote.ts'

/** Long options of unshare(1) and nsenter(1), which are alike. */
const FLAG: { readonly [N in Namespace]: string } = {
  mnt: '--mount',
  uts: '--uts',
  ipc: '--ipc',
  pid: '--pid',
  net: '--net',
  user: '--user',
  cgroup: '--cgroup',
  time: '--time',
}

const MAPS: { readonly [I in BoxSpec['ids']]: string } = {
  none: '',
  root: '0 0 1',
  shifted: '0 100000 65536',
}

/** Docker's default capabilities, by the names of setpriv(1). */
const DOCKER_CAPS = [
  'chown',
  'dac_override',
  'fowner',
  'fsetid',
  'kill',
  'setgid',
  'setuid',
  'setpcap',
  'net_bind_service',
  'net_raw',
  'sys_chroot',
  'mknod',
  'audit_write',
  'setfcap',
] as const

/** Capability sets by the names of setpriv(1), lower case and without `cap_`; `null` is all there are. */
export const CAP_NAMES: { readonly [S in CapabilitySet]: readonly string[] | null } = {
  all: null,
  docker: DOCKER_CAPS,
  none: [],
}

/** The box whose namespace is joined, if one is. */
export const joinedOf = (membership: string): string | undefined => /^join:(.+)$/.exec(membership)?.[1]

/** Where a box needs another one to run already. */
const needs = (box: BoxSpec): readonly string[] => NAMESPACES.flatMap(type => joinedOf(box.ns[type]) ?? [])

/** The boxes in an order in which whoever is joined starts first; circles keep the order of the level. */
export function startOrder(boxes: readonly BoxSpec[]): readonly BoxSpec[] {
  const placed: BoxSpec[] = []
  const place = (box: BoxSpec, above: readonly string[]): void => {
    if (placed.includes(box) || above.includes(box.id)) return
    for (const id of needs(box)) {
      const other = boxes.find(candidate => candidate.id === id)
      if (other !== undefined) place(other, [...above, box.id])
    }
    placed.push(box)
  }
  for (const box of boxes) place(box, [])
  return placed
}

/** The unmapped namespace is made by the one unshare that makes the rest; a mapped one is made and mapped first. */
const hasHolder = (box: BoxSpec): boolean => box.ns.user === 'own' && box.ids !== 'none'

/** The command that makes and joins a box's namespaces; what it shall run is appended. Empty where there are none. */
function namespaceWords(box: BoxSpec): readonly string[] {
  const made = NAMESPACES.filter(type => box.ns[type] === 'own' && !(type === 'user' && hasHolder(box)))
  const joined = NAMESPACES.flatMap(type => {
    const other = joinedOf(box.ns[type])
    const file = type === 'pid' ? 'pid' : type
    return other === undefined ? [] : [`${FLAG[type]}="$P/\${PID[${other}]:-0}/ns/${file}"`]
  })
  const user = hasHolder(box) ? [`--user=$P/\${HOLDER[${box.id}]}/ns/user`, '--setuid 0', '--setgid 0'] : []
  const enters = [...user, ...joined]
  return [
    ...(enters.length === 0 ? [] : ['nsenter', ...enters]),
    ...(made.length === 0 ? [] : ['unshare', ...made.map(type => FLAG[type])]),
    ...(made.includes('mnt') ? ['--propagation private'] : []),
    ...(made.includes('pid') || made.includes('time') ? ['--fork', '--kill-child'] : []),
  ]
}

/** What is set up inside the new namespaces before the workload starts; where any of it fails, the box does not start. */
function buildLines(box: BoxSpec): readonly string[] {
  const { root, binds } = box
  const at = root === 'host' ? '' : '"$ROOT"'
  return [
    ...(root === 'host' ? [] : [`new_root ${box.id}`]),
    ...(box.proc === 'fresh' ? [`mount -t proc proc ${at}/proc`] : []),
    ...(box.shm === 'fresh' ? [`mount -t tmpfs -o mode=1777 tmpfs ${at}/dev/shm`] : []),
    ...binds.map(({ from, to, readOnly }) => `bind_in ${quote(from)} ${quote(to)} ${readOnly ? 'ro' : 'rw'}`),
    ...(root === 'pivot_root' ? ['pivot'] : []),
    ...(box.ns.net === 'own' && box.lo === 'up' ? ['ip link set lo up'] : []),
  ].map(line => `${line} || exit`)
}

/** The prefix that gives up what the box must not have: another root, capabilities, uid 0. */
function becomeWords(box: BoxSpec): readonly string[] {
  const caps = CAP_NAMES[box.caps]
  const set = caps === null ? '' : ['-all', ...caps.map(cap => `+${cap}`)].join(',')
  const less = [
    ...(caps === null ? [] : [`--bounding-set=${set}`, '--inh-caps=-all']),
    ...(box.uid === 0 ? [] : [`--reuid ${box.uid} --regid ${box.uid} --clear-groups`]),
  ]
  return [
    ...(box.root === 'chroot' ? ['chroot "$ROOT"'] : []),
    ...(less.length === 0 ? [] : ['setpriv', ...less]),
  ]
}

/** The lines that write a box's limits, under both versions of cgroups; `spare` are MiB on top of its memory. */
export function limitLines(box: BoxSpec, spare: number): readonly string[] {
  const v1 = limitFiles(box.limits, 'v1')
  const { cpuset, ioMax, cpuMax, memoryMax } = box.limits
  return limitFiles(box.limits, 'v2')
    .filter(({ unset }) => !unset)
    .map(({ setting, file, value }) => {
      const old = v1.find(other => other.setting === setting)
      if (setting === 'cpu') return `limit_quota ${box.id} ${Math.round((cpuMax ?? 0) * 100_000)}`
      if (setting === 'io') return `limit_io ${box.id} ${(ioMax ?? 0) * 1_000_000}`
      if (setting === 'memory') return `limit_memory ${box.id} ${memoryMax ?? 0} ${spare}`
      if (setting === 'cpuset') return `limit_cpuset ${box.id} ${quote(value)} ${new Set(cpuset ?? []).size}`
      return `limit ${box.id} ${file} ${value} ${old?.file ?? ''} ${old?.value ?? ''}`
    })
}

/** The two functions of a box: what is set up inside it, and how it is started. */
export function boxFunctions(box: BoxSpec, spare: number): readonly string[] {
  const become = becomeWords(box)
  const build = buildLines(box)
  const then =
    become.length === 0 ? `workload ${box.id}` : `exec ${become.join(' ')} bash -c "$LIB; workload ${box.id}"`
  return [
    `# ${box.id}: what is set up inside it, then its workload.`,
    `build_${box.id}() {`,
    ...[...(box.root === 'host' ? ['ROOT='] : []), ...build, then].map(line => `  ${line}`),
    '}',
    `start_${box.id}() {`,
    `  make_cgroup ${box.id}`,
    ...limitLines(box, spare).map(line => `  ${line}`),
    ...(hasHolder(box) ? [`  holder ${box.id} '${MAPS[box.ids]}'`] : []),
    `  begin ${[box.id, ...namespaceWords(box)].join(' ')} bash -c "$LIB; build_${box.id}"`,
    '}',
  ]
}
