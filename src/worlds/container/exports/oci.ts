import type { BoxSpec } from '../../../kernel/box.ts'
import { NAMESPACES, type Namespace } from '../../../kernel/namespace.ts'
import type { Plan } from '../plan.ts'
import { CAP_NAMES, joinedOf } from './box-lines.ts'
import type { OciPlan } from './oci-plan.ts'

type Mount = {
  readonly destination: string
  readonly type: string
  readonly source: string
  readonly options: readonly string[]
}

const OCI_NAME: { readonly [N in Namespace]: string } = {
  mnt: 'mount',
  uts: 'uts',
  ipc: 'ipc',
  pid: 'pid',
  net: 'network',
  user: 'user',
  cgroup: 'cgroup',
  time: 'time',
}

/** Where the namespaces of a box are pinned, so that others can join them by a path that stands in a file. */
export const pinOf = (box: string, type: Namespace): string => `/run/boxwright/ns/${box}-${type}`

const bind = (from: string, to: string, ...options: readonly string[]): Mount => ({
  destination: to,
  type: 'bind',
  source: from,
  options: ['rbind', ...options],
})

const fresh = (type: string, to: string, ...options: readonly string[]): Mount => ({
  destination: to,
  type,
  source: type,
  options: ['nosuid', 'nodev', ...options],
})

// Not nodev: the runtime makes the device files in it.
const OWN_DEV: Mount = {
  ...fresh('tmpfs', '/dev'),
  options: ['nosuid', 'strictatime', 'mode=755', 'size=65536k'],
}

/**
 * The mounts of a box, in an order in which no later one covers an earlier one. What a user namespace may not mount is
 * bound instead: sysfs without an own network namespace, proc without an own pid namespace. man:mount_namespaces(7).
 */
function mountsOf(box: BoxSpec): readonly Mount[] {
  const isUser = box.ns.user === 'own'
  const covers = (path: string) => box.binds.some(({ to }) => to === path)
  const isProcFresh = box.proc === 'fresh' && !(isUser && box.ns.pid !== 'own')
  const sys =
    isUser && box.ns.net !== 'own' ? bind('/sys', '/sys', 'ro') : fresh('sysfs', '/sys', 'noexec', 'ro')
  const binds = [...box.binds].sort((a, b) => (a.to === '/proc' ? -1 : 0) - (b.to === '/proc' ? -1 : 0))
  return [
    bind('/usr', '/usr', 'ro'),
    ...(isProcFresh
      ? [{ ...fresh('proc', '/proc'), options: [] }]
      : box.proc === 'fresh'
        ? [bind('/proc', '/proc')]
        : []),
    OWN_DEV,
    ...(covers('/sys') ? [] : [sys]),
    ...(covers('/tmp') ? [] : [fresh('tmpfs', '/tmp', 'mode=1777')]),
    ...binds
      .filter(({ to }) => to !== '/dev/shm')
      .map(({ from, to, readOnly }) => bind(from, to, readOnly ? 'ro' : 'rw')),
    ...(box.shm === 'fresh' || !covers('/dev/shm') ? [fresh('tmpfs', '/dev/shm', 'mode=1777')] : []),
    ...binds
      .filter(({ to }) => to === '/dev/shm')
      .map(({ from, to, readOnly }) => bind(from, to, readOnly ? 'ro' : 'rw')),
    { destination: '/.workload', type: 'bind', source: '../workload.sh', options: ['bind', 'ro'] },
  ]
}

function namespacesOf(box: BoxSpec): readonly object[] {
  return NAMESPACES.flatMap(type => {
    const from = box.ns[type]
    if (from === 'host') return []
    const other = joinedOf(from)
    return [{ type: OCI_NAME[type], ...(other === undefined ? {} : { path: pinOf(other, type) }) }]
  })
}

function mappingsOf({ ns, ids }: BoxSpec): object {
  if (ns.user !== 'own' || ids === 'none') return {}
  const map = [
    ids === 'root'
      ? { containerID: 0, hostID: 0, size: 1 }
      : { containerID: 0, hostID: 100_000, size: 65_536 },
  ]
  return { uidMappings: map, gidMappings: map }
}

/** Every capability up to CAP_CHECKPOINT_RESTORE, for boxes that keep all. */
const ALL_CAPS = [
  'chown dac_override dac_read_search fowner fsetid kill setgid setuid setpcap linux_immutable net_bind_service',
  'net_broadcast net_admin net_raw ipc_lock ipc_owner sys_module sys_rawio sys_chroot sys_ptrace sys_pacct sys_admin',
  'sys_boot sys_nice sys_resource sys_time sys_tty_config mknod lease audit_write audit_control setfcap mac_override',
  'mac_admin syslog wake_alarm block_suspend audit_read perfmon bpf checkpoint_restore',
].flatMap(line => line.split(' '))

function capabilitiesOf({ caps, uid }: BoxSpec): object {
  const set = (CAP_NAMES[caps] ?? ALL_CAPS).map(name => `CAP_${name.toUpperCase()}`)
  const held = uid === 0 ? set : []
  return { bounding: set, effective: held, permitted: held, inheritable: [], ambient: [] }
}

function resourcesOf({ limits }: BoxSpec): object {
  const { memoryMax, cpuMax, cpuWeight, cpuset, pidsMax, ioMax } = limits
  const cpu = {
    ...(cpuMax === null ? {} : { quota: Math.round(cpuMax * 100_000), period: 100_000 }),
    ...(cpuWeight === 100 ? {} : { shares: Math.max(2, Math.round(cpuWeight * 10.24)) }),
    ...(cpuset === null ? {} : { cpus: cpuset.join(',') }),
  }
  return {
    ...(Object.keys(cpu).length === 0 ? {} : { cpu }),
    ...(memoryMax === null ? {} : { memory: { limit: memoryMax * 1_048_576 } }),
    ...(pidsMax === null ? {} : { pids: { limit: pidsMax } }),
    // 253:0 stands for the disk; run.sh puts the number of this machine's in its place.
    ...(ioMax === null
      ? {}
      : { blockIO: { throttleWriteBpsDevice: [{ major: 253, minor: 0, rate: ioMax * 1_000_000 }] } }),
  }
}

/**
 * The config.json of one box of a plan that `ociPlan` made. OCI runtime specification 1.0.2; a host name stands there only
 * with an own uts namespace, cgroup mounts never beside a user namespace, masked paths never (they need an own pid).
 */
export function ociConfig(plan: Plan, box: BoxSpec, { differences }: Pick<OciPlan, 'differences'>): string {
  const hasLimits = Object.keys(resourcesOf(box)).length > 0
  const config = {
    ociVersion: '1.0.2',
    annotations: Object.fromEntries(
      (differences[box.id] ?? []).map((words, i) => [`boxwright.difference.${i + 1}`, words]),
    ),
    root: { path: 'rootfs', readonly: false },
    ...(box.ns.uts === 'own' ? { hostname: plan.machine.host.hostname } : {}),
    process: {
      terminal: false,
      user: { uid: box.uid, gid: box.uid },
      args: ['/bin/bash', '/.workload', box.id],
      env: ['PATH=/usr/sbin:/usr/bin:/sbin:/bin', 'LC_ALL=C'],
      cwd: '/',
      capabilities: capabilitiesOf(box),
    },
    mounts: mountsOf(box),
    linux: {
      namespaces: namespacesOf(box),
      ...mappingsOf(box),
      cgroupsPath: `/boxwright/${box.id}`,
      ...(hasLimits ? { resources: resourcesOf(box) } : {}),
    },
  }
  return `${JSON.stringify(config, null, 2)}\n`
}
