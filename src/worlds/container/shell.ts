import type { TranscriptLine } from '../../core/scene.ts'
import type { Text } from '../../core/text.ts'
import type { Bind } from '../../kernel/box.ts'
import { cgroupPathSeen, cpusSeen } from '../../kernel/cgroup.ts'
import { OVERFLOW_UID, uidSeen, uidShownTo, hostUid } from '../../kernel/credentials.ts'
import { seesIpcOf, seesShmOf } from '../../kernel/ipc.ts'
import { boxNamed, namespaceOf, shares } from '../../kernel/membership.ts'
import { processesSeen, procfsOf } from '../../kernel/proc.ts'
import { type Command, COMMAND_LINES } from './commands.ts'
import { ipLink } from './ip-link.ts'
import { type LimitFile, limitFiles } from './limit-files.ts'
import type { Place } from './place.ts'

import { pathsOf, statLines } from './stat.ts'
import { running } from './things.ts'

/** A command and what it prints there, in the format of the real tool (procps-ng 4, iproute2, util-linux 2.38). */
export function shell(place: Place, command: Command): readonly TranscriptLine[] {
  return [
    { type: 'command', text: [COMMAND_LINES[command], ...operands(place, command)].join(' ') },
    ...print(place, command),
  ]
}

/** The files that a command is asked about. */
function operands(place: Place, command: Command): readonly string[] {
  if (command === 'limits') return openLimits(place).map(({ file }) => file)
  return command === 'stat' ? pathsOf(place.setup, place.who) : []
}

const output = (text: string): TranscriptLine => ({ type: 'output', text })

function print(place: Place, command: Command): readonly TranscriptLine[] {
  const { plan, who } = place
  switch (command) {
    case 'ps':
      return ps(place)
    case 'hostname':
      return [
        output(place.left.hostnames[namespaceOf(plan.machine, who, 'uts')] ?? plan.machine.host.hostname),
      ]
    case 'ip':
      return ipLink(place).map(output)
    case 'ipcs':
      return ipcs(place)
    case 'shm':
      return place.things.posts.filter(t => seesShmOf(plan.machine, who, t.by)).map(t => output(t.name))
    case 'id':
      return [output(idLine(uidSeen(plan.machine, who)))]
    case 'cgroup':
      return cgroupLines(place)
    case 'mount':
      return mounts(place)
    case 'stat':
      return statLines(place)
    case 'nproc':
      return [output(String(cpusSeen(plan.machine, who)))]
    case 'sockets':
      return sockets(place)
    case 'limits':
      return openLimits(place)
        .filter(({ value }) => value !== '')
        .map(({ file, value }) => output(`${file}:${value}`))
    default:
      return command satisfies never
  }
}

function ps(place: Place): readonly TranscriptLine[] {
  const listed = processesSeen(place.plan.machine, place.who, running(place.setup))
  if (listed.length === 0) return [{ type: 'error', text: 'Error, do this: mount -t proc proc /proc' }]
  const last = Math.max(...listed.map(p => p.pid))
  const row = (pid: number, tty: string, name: string) =>
    output(`${String(pid).padStart(7)} ${tty.padEnd(8)} 00:00:00 ${name}`)
  return [
    output('    PID TTY          TIME CMD'),
    ...listed.map(p => row(p.pid, '?', p.name)),
    row(last + 1, 'pts/0', 'ps'),
  ]
}

function ipcs(place: Place): readonly TranscriptLine[] {
  const { plan, who, things } = place
  const seen = things.segments.filter(t => seesIpcOf(plan.machine, who, t.by))
  const rows = seen.map(({ by, name }, i) => {
    const owner = userName(uidShownTo(plan.machine, who, by === 'host' ? 0 : hostUid(plan.machine, by)))
    const key = `0x${keyOf(name)}`
    return output(
      `${key} ${String(i).padEnd(10)} ${owner.padEnd(10)} ${'600'.padEnd(10)} ${'4096'.padEnd(10)} ${'1'.padEnd(10)}${' '.repeat(14)}`,
    )
  })
  return [
    output(''),
    output('------ Shared Memory Segments --------'),
    output('key        shmid      owner      perms      bytes      nattch     status      '),
    ...rows,
    output(''),
  ]
}

/** A key in the manner of ftok(3): eight hexadecimal digits that stay the same for a name. */
function keyOf(name: string): string {
  let key = 0x2a
  for (const letter of name) key = (key * 31 + letter.charCodeAt(0)) >>> 0
  return key.toString(16).padStart(8, '0')
}

const userName = (uid: number): string => (uid === 0 ? 'root' : uid === OVERFLOW_UID ? 'nobody' : String(uid))

function idLine(uid: number): string {
  if (uid === 0) return 'uid=0(root) gid=0(root) groups=0(root)'
  if (uid === OVERFLOW_UID) return 'uid=65534(nobody) gid=65534(nogroup) groups=65534(nogroup)'
  return `uid=${uid}(app) gid=${uid}(app) groups=${uid}(app)`
}

function cgroupLines({ plan, who }: Place): readonly TranscriptLine[] {
  const path = cgroupPathSeen(plan.machine, who)
  if (plan.machine.host.cgroup === 'v2') return [output(`0::${path}`)]
  return ['pids', 'memory', 'blkio', 'cpuset', 'cpu,cpuacct'].map((c, i) => output(`${6 - i}:${c}:${path}`))
}

/** mount reads /proc/self/mountinfo; under a new root without a procfs it fails. */
function mounts({ plan, who, left }: Place): readonly TranscriptLine[] {
  if (procfsOf(plan.machine, who) === undefined)
    return [{ type: 'error', text: 'mount: failed to read mtab: No such file or directory' }]
  const box = boxNamed(plan.machine, who)
  const owns = box !== undefined && !shares(plan.machine, who, 'host', 'mnt')
  const isNewRoot = box !== undefined && box.root !== 'host'
  const lines = [
    isNewRoot ? 'overlay on / type overlay (rw,relatime)' : '/dev/vda1 on / type ext4 (rw,relatime)',
  ]
  if (!isNewRoot) lines.push('proc on /proc type proc (rw,relatime)')
  if (box?.proc === 'fresh' && (owns || isNewRoot)) lines.push('proc on /proc type proc (rw,relatime)')
  if (!isNewRoot) lines.push('tmpfs on /dev/shm type tmpfs (rw,nosuid,nodev)')
  if (box?.shm === 'fresh') lines.push('tmpfs on /dev/shm type tmpfs (rw,relatime)')
  if (!owns && !isNewRoot) lines.push(...left.mounts.map(path => `tmpfs on ${path} type tmpfs (rw,relatime)`))
  for (const bind of box?.binds ?? []) {
    const { device, type } = fileSystemOf(bind.from)
    const mode = bind.readOnly ? 'ro' : 'rw'
    lines.push(`${device} on ${bind.to} type ${type} (${mode},relatime)`)
    lines.push(...mountsBelow(bind, left.mounts).map(([line, options]) => `${line} (${mode},${options})`))
  }
  return lines.map(output)
}

/** What is mounted below the place that a bind is made from comes along, in the bind's mode: it is made recursively. */
function mountsBelow({ from, to }: Bind, left: readonly string[]): readonly (readonly [string, string])[] {
  const all = [
    ['/proc', 'proc', 'proc', 'relatime'],
    ['/dev/shm', 'tmpfs', 'tmpfs', 'nosuid,nodev'],
    ...left.map(path => [path, 'tmpfs', 'tmpfs', 'relatime'] as const),
  ] as const
  const below = from === '/' ? '/' : `${from}/`
  return all.flatMap(([path, device, type, options]) =>
    path.startsWith(below)
      ? [[`${device} on ${to === '/' ? '' : to}/${path.slice(below.length)} type ${type}`, options] as const]
      : [],
  )
}

/** A bind shows as the file system that it comes from. */
function fileSystemOf(path: string): { readonly device: string; readonly type: string } {
  if (/^\/proc(\/|$)/.test(path)) return { device: 'proc', type: 'proc' }
  if (/^\/(dev\/shm|run)(\/|$)/.test(path)) return { device: 'tmpfs', type: 'tmpfs' }
  return { device: '/dev/vda1', type: 'ext4' }
}

/** The limit files of the box's cgroup that the level lets the player write to. */
const openLimits = ({ setup, plan, who }: Place): readonly LimitFile[] => {
  const box = boxNamed(plan.machine, who)
  const open = setup.controls[who] ?? {}
  return box === undefined
    ? []
    : limitFiles(box.limits, plan.machine.host.cgroup).filter(({ setting }) => open[setting] !== undefined)
}

function sockets({ plan, who, things }: Place): readonly TranscriptLine[] {
  const found = things.sockets.filter(t => shares(plan.machine, who, t.by, 'net'))
  if (found.length === 0)
    return [output('Netid State Recv-Q Send-Q Local Address:Port Peer Address:PortProcess')]
  // ss sets each column as wide as its widest cell; inode numbers of five digits are the widest ports.
  const width = Math.max('Local Address'.length, ...found.map(t => t.name.length))
  const rows = found.map((t, i) => {
    const inode = 20111 + 37 * i
    return output(`u_str LISTEN 0      128    ${t.name.padStart(width)} ${inode}            * 0          `)
  })
  const head = `Netid State  Recv-Q Send-Q ${'Local Address'.padStart(width)}:Port  Peer Address:PortProcess`
  return [output(head), ...rows]
}

/** A transcript read aloud: each command and what it prints. */
export function transcriptWords(lines: readonly TranscriptLine[]): Text {
  const words = (silence: string, hidden: string) =>
    lines
      .map((line, i) => {
        if (line.type === 'hidden') return hidden
        if (line.type !== 'command') return line.text.trim()
        const next = lines[i + 1]
        return `$ ${line.text}${next === undefined || next.type === 'command' ? `\n${silence}` : ''}`
      })
      .filter(text => text !== '')
      .join('\n')
  return { en: words('(prints nothing)', '(not known yet)'), ko: words('(출력 없음)', '(아직 모름)') }
}
