import { expect, test } from 'vitest'
import { boardOf, panelText } from './boards.ts'

const setup = {
  host: { services: [{ name: 'agentd', listens: ['@agent'], shares: ['telemetry'], posts: ['agent.buf'] }] },
  boxes: { app: { acts: [{ serve: 'http' }] } },
  controls: {
    app: {
      mnt: ['host', 'own'],
      pid: ['host', 'own'],
      net: ['host', 'own'],
      ipc: ['host', 'own'],
      user: ['host', 'own'],
      cgroup: ['host', 'own'],
      proc: ['inherited', 'fresh'],
      lo: ['down', 'up'],
    },
  },
  show: { app: ['ps'], host: ['ps'] },
}
const inside = (command: string, choices = {}) =>
  panelText({ ...setup, show: { app: [command], host: ['ps'] } }, choices, 'view.app')

test('ps -e lists the host without a pid namespace', () => {
  expect(inside('ps')).toEqual([
    'ps -e',
    '    PID TTY          TIME CMD',
    '      1 ?        00:00:00 systemd',
    '    412 ?        00:00:00 sshd',
    '    600 ?        00:00:00 agentd',
    '    601 ?        00:00:00 app',
    '    602 pts/0    00:00:00 ps',
  ])
})

test('ps -e in an own pid namespace with its own /proc lists the box', () => {
  expect(inside('ps', { 'app.pid': 'own', 'app.mnt': 'own', 'app.proc': 'fresh' })).toEqual([
    'ps -e',
    '    PID TTY          TIME CMD',
    '      1 ?        00:00:00 app',
    '      2 pts/0    00:00:00 ps',
  ])
})

test("the host's ps fails when a box replaced its /proc", () => {
  expect(panelText(setup, { 'app.pid': 'own', 'app.proc': 'fresh' }, 'view.host')).toEqual([
    'ps -e',
    'Error, do this: mount -t proc proc /proc',
  ])
})

test('ip link in a fresh net namespace shows lo, down', () => {
  expect(inside('ip', { 'app.net': 'own' })).toEqual([
    'ip link',
    '1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000',
    '    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00',
  ])
})

test('id in an unmapped user namespace is nobody', () => {
  expect(inside('id', { 'app.user': 'own' })).toEqual([
    'id',
    'uid=65534(nobody) gid=65534(nogroup) groups=65534(nogroup)',
  ])
})

test('a cgroup namespace changes the view of the path', () => {
  expect(inside('cgroup')).toEqual(['cat /proc/self/cgroup', '0::/boxes/app'])
  expect(inside('cgroup', { 'app.cgroup': 'own' })).toEqual(['cat /proc/self/cgroup', '0::/'])
})

test('ipcs lists segments by id, owner and permissions, or only its heads', () => {
  const head = ['ipcs -m', '', '------ Shared Memory Segments --------']
  expect(inside('ipcs').slice(0, 3)).toEqual(head)
  expect(inside('ipcs')[4]).toMatch(/^0x[0-9a-f]{8} 0 {10}root {7}600 {8}4096 {7}1 {23}$/)
  expect(inside('ipcs', { 'app.ipc': 'own' })).toHaveLength(5)
})

test('an ipc namespace does not empty /dev/shm', () => {
  expect(inside('shm', { 'app.ipc': 'own' })).toEqual(['ls /dev/shm', 'agent.buf'])
})

const clerk = {
  host: {
    services: [{ name: 'postgres', uid: 114, listens: ['/run/db.sock'] }],
    files: [{ path: '/srv/orders.db', owner: 100000, mode: '600' }],
  },
  boxes: {
    app: {
      binds: { db: { from: '/run/db.sock' } },
      acts: [
        { read: '/etc/shadow' },
        { overwrite: '/srv/orders.db' },
        { connect: '/run/db.sock' },
        { connect: '@agent' },
      ],
    },
  },
  controls: {
    app: {
      mnt: ['host', 'own'],
      root: ['host', 'pivot_root'],
      user: ['host', 'own'],
      ids: ['none', 'shifted'],
    },
  },
  show: { app: ['stat'], host: ['stat'] },
}
const asked = "stat -c '%A %u %n' /etc/shadow /run/db.sock /srv/orders.db"

test('stat shows the files that a workload names, with the owners that its user namespace knows', () => {
  expect(panelText(clerk, {}, 'view.app')).toEqual([
    asked,
    '-rw-r----- 0 /etc/shadow',
    'srwxrwxrwx 114 /run/db.sock',
    '-rw------- 100000 /srv/orders.db',
  ])
  expect(panelText(clerk, { 'app.user': 'own', 'app.ids': 'shifted' }, 'view.app')).toEqual([
    asked,
    '-rw-r----- 65534 /etc/shadow',
    'srwxrwxrwx 65534 /run/db.sock',
    '-rw------- 0 /srv/orders.db',
  ])
})

test('under a new root a volume and a socket are gone until they are bound in', () => {
  const box = { ...clerk.boxes.app, build: { mnt: 'own', root: 'pivot_root' } }
  const rooted = { ...clerk, boxes: { app: box } }
  expect(panelText(rooted, {}, 'view.app')).toEqual([
    asked,
    '-rw-r----- 0 /etc/shadow',
    "stat: cannot statx '/run/db.sock': No such file or directory",
    "stat: cannot statx '/srv/orders.db': No such file or directory",
  ])
  const bound = { ...rooted, boxes: { app: { ...box, binds: { db: { from: '/run/db.sock', mode: 'ro' } } } } }
  expect(panelText(bound, {}, 'view.app')[2]).toBe('srwxrwxrwx 114 /run/db.sock')
})

test('mount under a new root without a procfs can only fail', () => {
  expect(inside('mount', { 'app.mnt': 'own', 'app.root': 'pivot_root' })).toEqual([
    'mount',
    'mount: failed to read mtab: No such file or directory',
  ])
})

test('mount lists what a new root brings, and a bind as the file system that it comes from', () => {
  const build = { mnt: 'own', pid: 'own', proc: 'fresh', root: 'pivot_root' }
  const binds = { proc: { from: '/proc', to: '/host/proc', mode: 'ro' }, data: { from: '/data', mode: 'rw' } }
  const agent = {
    boxes: { agent: { acts: [], build, binds } },
    controls: { agent: { uts: ['host', 'own'] } },
    show: { agent: ['mount'] },
  }
  expect(panelText(agent, {}, 'view.agent')).toEqual([
    'mount',
    'overlay on / type overlay (rw,relatime)',
    'proc on /proc type proc (rw,relatime)',
    'proc on /host/proc type proc (ro,relatime)',
    '/dev/vda1 on /data type ext4 (rw,relatime)',
  ])
})

test('what is mounted below the place of a bind comes along, in its mode', () => {
  const agent = {
    boxes: {
      agent: {
        acts: [],
        build: { mnt: 'own', pid: 'own', proc: 'fresh', root: 'pivot_root' },
        binds: { disk: { from: '/', to: '/host', mode: 'ro' } },
      },
    },
    controls: { agent: { uts: ['host', 'own'] } },
    show: { agent: ['mount'] },
  }
  expect(panelText(agent, {}, 'view.agent').slice(3)).toEqual([
    '/dev/vda1 on /host type ext4 (ro,relatime)',
    'proc on /host/proc type proc (ro,relatime)',
    'tmpfs on /host/dev/shm type tmpfs (ro,nosuid,nodev)',
  ])
})

test('grep names every limit file that can be written, and prints those that hold something', () => {
  const limited = {
    host: { cores: 8 },
    boxes: { app: { acts: [{ serve: 'http' }] } },
    controls: { app: { cpuset: ['all', '0-1,3'], io: ['none', 40] } },
    show: { app: ['limits'] },
  }
  expect(panelText(limited, {}, 'view.app')).toEqual(['grep -H . cpuset.cpus io.max'])
  expect(panelText(limited, { 'app.cpuset': '0-1,3', 'app.io': '40' }, 'view.app')).toEqual([
    'grep -H . cpuset.cpus io.max',
    'cpuset.cpus:0-1,3',
    'io.max:253:0 rbps=max wbps=40000000 riops=max wiops=max',
  ])
})

test('a veth pair has an end in the box and an end on the host, each naming the other', () => {
  const wired = {
    ...setup,
    boxes: { app: { veth: true, acts: [{ serve: 'http' }] } },
    show: { app: ['ip'], host: ['ip'] },
  }
  const links = (panel: string) =>
    panelText(wired, { 'app.net': 'own' }, panel)
      .filter(line => /^\d/.test(line))
      .map(line => line.split(' ').slice(0, 2).join(' '))
  expect(links('view.app')).toEqual(['1: lo:', '2: eth0@if3:'])
  expect(links('view.host')).toEqual(['1: lo:', '2: eth0:', '3: veth-app@if2:'])
})

test('ss -xl sets each column as wide as its widest cell', () => {
  expect(inside('sockets')).toEqual([
    'ss -xl',
    'Netid State  Recv-Q Send-Q Local Address:Port  Peer Address:PortProcess',
    'u_str LISTEN 0      128           @agent 20111            * 0          ',
  ])
  expect(inside('sockets', { 'app.net': 'own' })).toEqual([
    'ss -xl',
    'Netid State Recv-Q Send-Q Local Address:Port Peer Address:PortProcess',
  ])
})

test('a fresh /dev/shm in the mount namespace of the host covers what lay there, for the host as well', () => {
  const covering = {
    ...setup,
    controls: { app: { mnt: ['host', 'own'], shm: ['inherited', 'fresh'] } },
    show: { app: ['shm'], host: ['shm'] },
  }
  expect(panelText(covering, {}, 'view.host')).toEqual(['ls /dev/shm', 'agent.buf'])
  expect(panelText(covering, { 'app.shm': 'fresh' }, 'view.host')).toEqual(['ls /dev/shm'])
  expect(panelText(covering, { 'app.shm': 'fresh' }, 'view.app')).toEqual(['ls /dev/shm'])
  expect(panelText(covering, { 'app.shm': 'fresh', 'app.mnt': 'own' }, 'view.host')).toEqual([
    'ls /dev/shm',
    'agent.buf',
  ])
})

test('after a run the host shows which file is gone and which mount of a box stands there', () => {
  const builder = {
    boxes: { builder: { acts: [{ delete: '/etc/hosts' }, { mount: '/tmp' }] } },
    controls: { builder: { mnt: ['host', 'own'], root: ['host', 'chroot'] } },
    show: { host: ['stat', 'mount'] },
  }
  const board = boardOf(builder)
  const after = (choices: object) => {
    const scene = board.scene({ ...board.start, ...choices }, { phase: 'ran', probed: [] })
    const panel = scene.panels.find(p => p.id === 'view.host')
    return panel?.type === 'transcript' ? panel.lines.map(l => l.text) : []
  }
  const gone = "stat: cannot statx '/etc/hosts': No such file or directory"
  expect(after({})).toEqual(expect.arrayContaining([gone, 'tmpfs on /tmp type tmpfs (rw,relatime)']))
  expect(after({ 'builder.mnt': 'own' }).filter(line => line.includes('/tmp'))).toEqual([])
  expect(after({ 'builder.root': 'chroot' })).not.toContain(gone)
  expect(after({ 'builder.root': 'chroot' })).toContain('tmpfs on /newroot/tmp type tmpfs (rw,relatime)')
})
