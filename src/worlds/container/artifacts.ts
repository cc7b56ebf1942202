import type { Artifact } from '../../core/world.ts'
import type { BoxSpec } from '../../kernel/box.ts'
import type { Limits } from '../../kernel/limits.ts'
import type { Namespace } from '../../kernel/namespace.ts'
import { limitFiles } from './limit-files.ts'
import { dockerText } from './exports/docker.ts'
import type { Plan } from './plan.ts'

/**
 * The plan for real, short enough for a screen: the commands by which it is built, and the docker run lines nearest to it.
 * The whole scripts are `exportFiles`'.
 */
export function artifactsOf(plan: Plan): readonly Artifact[] {
  return [
    {
      id: 'unshare',
      title: { en: 'By hand: unshare and cgroup files', ko: '직접 만들기: unshare와 cgroup 파일' },
      language: 'sh',
      text: plan.machine.boxes.flatMap(box => unshareLines(box, plan.machine.host.cgroup)).join('\n'),
    },
    {
      id: 'docker',
      title: { en: 'With Docker', ko: '도커로' },
      language: 'sh',
      text: dockerText(plan).trimEnd(),
    },
  ]
}

const FLAGS: { readonly [N in Namespace]: string } = {
  mnt: '--mount',
  uts: '--uts',
  ipc: '--ipc',
  pid: '--pid --fork',
  net: '--net',
  user: '--user',
  cgroup: '--cgroup',
  time: '--time',
}

const entries = (box: BoxSpec): readonly (readonly [Namespace, string])[] => [
  ['user', box.ns.user],
  ['mnt', box.ns.mnt],
  ['uts', box.ns.uts],
  ['ipc', box.ns.ipc],
  ['pid', box.ns.pid],
  ['net', box.ns.net],
  ['cgroup', box.ns.cgroup],
  ['time', box.ns.time],
]

function unshareLines(box: BoxSpec, version: 'v1' | 'v2'): readonly string[] {
  const flags = entries(box).flatMap(([type, from]) => (from === 'own' ? [FLAGS[type]] : []))
  const joins = entries(box).flatMap(([type, from]) => {
    const other = /^join:(.+)$/.exec(from)?.[1]
    return other === undefined ? [] : [`--${LONG[type]}=/proc/$${other}_pid/ns/${type}`]
  })
  const map = box.ns.user !== 'own' ? [] : MAPS[box.ids]
  const inside = insideLines(box)
  const enter = joins.length > 0 ? [`nsenter ${joins.join(' ')} \\`] : []
  const make = flags.length > 0 || map.length > 0 ? [`unshare ${[...map, ...flags].join(' ')} \\`] : []
  const command = inside.length > 0 ? `sh -c '${[...inside, `exec ${box.id}`].join(' && ')}'` : box.id
  return [
    `# ${box.id}`,
    ...cgroupLines(box, version),
    ...enter,
    ...make,
    `${enter.length + make.length > 0 ? '  ' : ''}${command}`,
    '',
  ]
}

const LONG: { readonly [N in Namespace]: string } = {
  mnt: 'mount',
  uts: 'uts',
  ipc: 'ipc',
  pid: 'pid',
  net: 'net',
  user: 'user',
  cgroup: 'cgroup',
  time: 'time',
}

const MAPS: { readonly [I in BoxSpec['ids']]: readonly string[] } = {
  none: [],
  root: ['--map-root-user'],
  shifted: ['--map-users=100000,0,65536', '--map-groups=100000,0,65536', '--setuid 0'],
}

function insideLines(box: BoxSpec): readonly string[] {
  const binds = box.binds.flatMap(({ from, to, readOnly }) => {
    const target = box.root === 'host' ? to : `newroot${to}`
    return [`mount --rbind ${from} ${target}`, ...(readOnly ? [`mount -o remount,ro,bind ${target}`] : [])]
  })
  const root: { readonly [R in BoxSpec['root']]: readonly string[] } = {
    host: [],
    chroot: [],
    pivot_root: ['cd newroot', 'pivot_root . .old', 'umount -l /.old'],
  }
  return [
    ...binds,
    ...root[box.root],
    ...(box.proc === 'fresh' ? ['mount -t proc proc /proc'] : []),
    ...(box.shm === 'fresh' ? ['mount -t tmpfs tmpfs /dev/shm'] : []),
    ...(box.ns.net === 'own' && box.lo === 'up' ? ['ip link set lo up'] : []),
    ...(box.root === 'chroot' ? ['exec chroot newroot'] : []),
  ]
}

/** A cgroup made by hand: its folder (v1: one a controller), its limits, and this shell moved into it. */
function cgroupLines({ id, limits }: BoxSpec, version: 'v1' | 'v2'): readonly string[] {
  const files = limitFiles(limits, version).filter(({ unset }) => !unset)
  const shaping = shapingLines(id, limits)
  if (files.length === 0) return shaping
  const folderOf = (file: string) =>
    version === 'v2' ? `/sys/fs/cgroup/${id}` : `/sys/fs/cgroup/${file.split('.')[0] ?? ''}/${id}`
  const folders = [...new Set(files.map(({ file }) => folderOf(file)))]
  const quoted = (value: string) => (value.includes(' ') ? `'${value}'` : value)
  return [
    ...folders.map(folder => `mkdir -p ${folder}`),
    ...files.map(({ file, value }) => `echo ${quoted(value)} > ${folderOf(file)}/${file}`),
    ...folders.map(folder => `echo $$ > ${folder}/cgroup.procs`),
    ...shaping,
  ]
}

function shapingLines(id: string, { shaping }: Limits): readonly string[] {
  if (shaping === null) return []
  const device = { card: 'eth0', 'host-end': `veth-${id}`, 'box-end': 'eth0' }[shaping.at]
  const where = shaping.at === 'box-end' ? `nsenter --net=/proc/$${id}_pid/ns/net ` : ''
  return [`${where}tc qdisc add dev ${device} root tbf rate ${shaping.mbit}mbit burst 32kbit latency 400ms`]
}
