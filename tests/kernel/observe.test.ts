import { describe, expect, it } from 'vitest'
import { NAMESPACES, type Namespace } from '../../src/kernel/namespace.ts'
import { observe, type StartingConditions } from '../../src/kernel/observe.ts'
import { COMBINATIONS } from './machine-of.ts'

const ROOT = {
  caller: 'root',
  map: 'root',
  remountProc: 'in own mnt',
  propagation: 'private',
} as const satisfies StartingConditions

function seen(
  start: StartingConditions,
  combination: readonly Namespace[],
): { readonly [probe: string]: string } {
  const observation = observe(start, combination)
  if (observation.type === 'refused') throw new Error(`refused: ${observation.errno}`)
  return observation.seen
}

/** What root sees in every combination, asked once. */
const SEEN = new Map(COMBINATIONS.map(types => [types.join(' '), seen(ROOT, types)]))

function told(types: readonly Namespace[], probe: string): string | undefined {
  return SEEN.get(NAMESPACES.filter(type => types.includes(type)).join(' '))?.[probe]
}

/** The namespaces that make a difference to a probe in at least one combination of the others. */
function dependencies(probe: string): readonly Namespace[] {
  return NAMESPACES.filter(type =>
    COMBINATIONS.some(types => !types.includes(type) && told(types, probe) !== told([...types, type], probe)),
  )
}

type Has = (...types: readonly Namespace[]) => boolean
type Row = {
  readonly probes: readonly string[]
  readonly dep: readonly Namespace[]
  readonly value: (has: Has) => string
}

const okIf = (holds: boolean, refusal: string): string => (holds ? 'ok' : refusal)
const yes = (holds: boolean): string => (holds ? 'yes' : 'no')

const TABLE: readonly Row[] = [
  { probes: ['own pid is 1', 'parent pid is 0'], dep: ['pid'], value: has => yes(has('pid')) },
  { probes: ['kill of a host process'], dep: ['pid'], value: has => okIf(!has('pid'), 'ESRCH') },
  { probes: ['ps lists the host'], dep: ['mnt', 'pid'], value: has => yes(!has('mnt', 'pid')) },
  { probes: ['/proc/1 is me'], dep: ['mnt', 'pid'], value: has => yes(has('mnt', 'pid')) },
  { probes: ['/proc/self is getpid'], dep: ['mnt', 'pid'], value: has => yes(!has('pid') || has('mnt')) },
  {
    probes: ['root of a host process'],
    dep: ['mnt', 'pid', 'user'],
    value: has => (has('mnt', 'pid') ? 'ENOENT' : okIf(!has('user'), 'EACCES')),
  },
  { probes: ['ps works on the host'], dep: [], value: () => 'yes' },
  { probes: ['sethostname'], dep: ['uts', 'user'], value: has => okIf(!has('user') || has('uts'), 'EPERM') },
  {
    probes: ['host name reaches the host'],
    dep: ['uts', 'user'],
    value: has => yes(!has('uts') && !has('user')),
  },
  { probes: ['interfaces', '/proc/net/dev'], dep: ['net'], value: has => (has('net') ? 'lo' : 'lo eth0') },
  { probes: ['/sys/class/net'], dep: [], value: () => 'lo eth0' },
  { probes: ['tcp to 127.0.0.1'], dep: ['net'], value: has => okIf(!has('net'), 'ENETUNREACH') },
  { probes: ['abstract socket'], dep: ['net'], value: has => okIf(!has('net'), 'ECONNREFUSED') },
  { probes: ['path socket'], dep: [], value: () => 'ok' },
  {
    probes: ['bind to port 80'],
    dep: ['net', 'user'],
    value: has => okIf(!has('user') || has('net'), 'EACCES'),
  },
  {
    probes: ['bind to a port taken on the host'],
    dep: ['net'],
    value: has => okIf(has('net'), 'EADDRINUSE'),
  },
  {
    probes: ['raw socket', 'add a bridge'],
    dep: ['net', 'user'],
    value: has => okIf(!has('user') || has('net'), 'EPERM'),
  },
  {
    probes: ['SysV shared memory', 'SysV semaphores', 'SysV messages', 'POSIX message queue'],
    dep: ['ipc'],
    value: has => okIf(!has('ipc'), 'ENOENT'),
  },
  { probes: ['file in /dev/shm'], dep: [], value: () => 'ok' },
  { probes: ['mount tmpfs'], dep: ['mnt', 'user'], value: has => okIf(!has('user') || has('mnt'), 'EPERM') },
  ...(['proc pid', 'sysfs net', 'mqueue ipc', 'cgroup2 cgroup'] as const).map(pair => {
    const own = NAMESPACES.filter(type => type === pair.split(' ')[1])
    return {
      probes: [`mount ${pair.split(' ')[0]}`],
      dep: NAMESPACES.filter(type => type === 'mnt' || type === 'user' || own.includes(type)),
      value: (has: Has) => okIf(!has('user') || has('mnt', ...own), 'EPERM'),
    }
  }),
  {
    probes: ['a mount shows on the host'],
    dep: ['mnt', 'user'],
    value: has => yes(!has('mnt') && !has('user')),
  },
  { probes: ['mknod of a device', 'settimeofday'], dep: ['user'], value: has => okIf(!has('user'), 'EPERM') },
  { probes: ['nice -5'], dep: ['user'], value: has => okIf(!has('user'), 'EACCES') },
  { probes: ['setgroups'], dep: ['user'], value: has => okIf(!has('user'), 'EPERM') },
  { probes: ['chown to an unmapped id'], dep: ['user'], value: has => okIf(!has('user'), 'EINVAL') },
  { probes: ['chroot', 'read /etc/shadow', 'write /etc/hosts'], dep: [], value: () => 'ok' },
  { probes: ['uid', 'gid'], dep: [], value: () => '0' },
  { probes: ['capabilities'], dep: [], value: () => 'all' },
  { probes: ['cgroup path'], dep: ['cgroup'], value: has => (has('cgroup') ? '/' : '/boxes/box') },
  {
    probes: ['boottime', 'monotonic', '/proc/uptime'],
    dep: ['time'],
    value: has => (has('time') ? 'offset' : 'as on the host'),
  },
  {
    probes: ['realtime', 'uname -r', 'MemTotal', '/proc/cpuinfo', 'nproc', 'cgroup limits'],
    dep: [],
    value: () => 'as on the host',
  },
]

const ROWS = TABLE.flatMap(({ probes, dep, value }) => probes.map(probe => ({ probe, dep, value })))

describe('the truth table, root mapped to root, /proc remounted in an own mnt namespace', () => {
  it.each(ROWS)('$probe depends on exactly [$dep]', ({ probe, dep }) => {
    expect(dependencies(probe)).toEqual(dep)
  })

  it.each(ROWS)('$probe has the value of the table in all 256 combinations', ({ probe, value }) => {
    expect(COMBINATIONS).toHaveLength(256)
    const values = COMBINATIONS.map(types => [types.join(' '), told(types, probe)])
    const expected = COMBINATIONS.map(combination => [
      combination.join(' '),
      value((...types) => types.every(type => combination.includes(type))),
    ])
    expect(values).toEqual(expected)
  })

  it('has a row for every probe, forty at least', () => {
    const probes = Object.keys(seen(ROOT, []))
    expect(probes.length).toBeGreaterThanOrEqual(40)
    expect(ROWS.map(({ probe }) => probe).toSorted()).toEqual(probes.toSorted())
  })
})

describe('other starting conditions', () => {
  it('refuses an ordinary caller every non-empty combination without user', () => {
    const start = { ...ROOT, caller: 'ordinary' } as const
    const refused = COMBINATIONS.filter(combination => observe(start, combination).type === 'refused')
    expect(refused).toEqual(COMBINATIONS.filter(types => types.length > 0 && !types.includes('user')))
    expect(observe(start, ['pid'])).toEqual({ type: 'refused', errno: 'EPERM' })
  })

  it('shows an ordinary caller uid 0 in its user namespace and keeps it from files of root', () => {
    const inside = seen({ ...ROOT, caller: 'ordinary' }, NAMESPACES)
    expect(inside).toMatchObject({ uid: '0', capabilities: 'all', sethostname: 'ok' })
    expect(inside).toMatchObject({ 'read /etc/shadow': 'EACCES', 'write /etc/hosts': 'EACCES' })
  })

  it('takes every capability from an unmapped root, and no file', () => {
    const inside = seen({ ...ROOT, map: 'none' }, NAMESPACES)
    expect(inside).toMatchObject({ uid: '65534', capabilities: 'none', sethostname: 'EPERM' })
    expect(inside).toMatchObject({ 'read /etc/shadow': 'ok', 'write /etc/hosts': 'ok' })
  })

  it('protects the files of root by shifted ids, not by the user namespace alone', () => {
    expect(seen({ ...ROOT, map: 'shifted' }, ['user'])).toMatchObject({
      uid: '0',
      'read /etc/shadow': 'EACCES',
    })
    expect(seen(ROOT, ['user'])).toMatchObject({ uid: '0', 'read /etc/shadow': 'ok' })
  })

  it('leaks mounts from every combination without user when propagation is shared', () => {
    const start = { ...ROOT, propagation: 'shared' } as const
    const leaking = COMBINATIONS.filter(types => seen(start, types)['a mount shows on the host'] === 'yes')
    expect(leaking).toEqual(COMBINATIONS.filter(types => !types.includes('user')))
  })

  it('breaks ps on the host where /proc is remounted without an own mnt namespace', () => {
    const start = { ...ROOT, remountProc: 'always' } as const
    expect(seen(start, ['pid'])).toMatchObject({ 'ps works on the host': 'no', '/proc/1 is me': 'yes' })
    expect(seen(start, ['pid', 'mnt'])).toMatchObject({ 'ps works on the host': 'yes' })
    expect(observe(start, ['pid', 'user'])).toEqual({ type: 'refused', errno: 'EPERM' })
  })

  it('lists the host in every combination when /proc is never remounted', () => {
    const start = { ...ROOT, remountProc: 'never' } as const
    expect(COMBINATIONS.every(types => seen(start, types)['ps lists the host'] === 'yes')).toBe(true)
  })
})
