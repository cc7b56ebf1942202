import { describe, expect, test } from 'vitest'
import { factsOf } from './boards.ts'

const app = (acts: readonly unknown[], build: object = {}, more: object = {}) => ({
  boxes: { app: { acts, build, ...more } },
  controls: { app: { uts: ['host', 'own'] } },
})
const day = (setup: unknown, choices = {}) => {
  const facts = factsOf(setup, choices)
  const run = facts.run['day']
  if (run === undefined) throw new Error('no case day')
  return run
}

describe('names and numbers', () => {
  test('a new host name reaches the host from its own uts namespace only', () => {
    const setup = app([{ hostname: 'box1', id: 'rename' }])
    expect(day(setup).host.hostname).toBe('box1')
    expect(day(setup, { 'app.uts': 'own' }).host.hostname).toBe('node-7')
  })

  test('a box in an own user namespace cannot rename the host, and says EPERM', () => {
    expect(
      day(app([{ hostname: 'box1', id: 'rename' }], { user: 'own', ids: 'root' })).box['app']?.did,
    ).toEqual({
      rename: 'EPERM',
    })
  })

  test('a pid namespace without a new /proc still lists the host', () => {
    const seen = (build: object) => factsOf(app([], build)).box['app']?.sees
    expect(seen({ pid: 'own' })).toMatchObject({ hostProcesses: true, pidOne: true })
    expect(seen({ pid: 'own', mnt: 'own', proc: 'fresh' })).toMatchObject({
      processes: ['app'],
      hostProcesses: false,
    })
  })

  test("remounting /proc without an own mnt namespace breaks the host's ps", () => {
    expect(day(app([], { pid: 'own', proc: 'fresh' })).host.psWorks).toBe(false)
    expect(day(app([], { pid: 'own', proc: 'fresh', mnt: 'own' })).host.psWorks).toBe(true)
  })

  test('nproc follows the cpuset, not the quota', () => {
    expect(factsOf(app([], { cpu: 'quarter' })).box['app']?.sees.cpus).toBe(2)
    expect(factsOf(app([], { cpuset: '0' })).box['app']?.sees.cpus).toBe(1)
  })
})

describe('sockets', () => {
  const pair = (first: object, second: object, acts: readonly unknown[]) => ({
    boxes: {
      first: { build: first, acts: [{ listen: 8080, id: 'listens' }] },
      second: { build: second, acts },
    },
    controls: { first: { uts: ['host', 'own'] } },
  })

  test('two boxes cannot bind one port of one net namespace', () => {
    const listen = [{ listen: 8080, id: 'listens' }]
    expect(day(pair({}, {}, listen)).box['second']?.did).toEqual({ listens: 'EADDRINUSE' })
    expect(day(pair({}, { net: 'own' }, listen)).box['second']?.did).toEqual({ listens: 'ok' })
  })

  test('a fresh net namespace has lo down: ENETUNREACH; up but nobody there: ECONNREFUSED', () => {
    const connect = [{ connect: 8080, id: 'asks' }]
    const asks = (build: object) => day(pair({}, build, connect)).box['second']?.did['asks']
    expect(asks({})).toBe('ok')
    expect(asks({ net: 'own' })).toBe('ENETUNREACH')
    expect(asks({ net: 'own', lo: 'up' })).toBe('ECONNREFUSED')
    expect(asks({ net: 'join:first' })).toBe('ok')
  })

  const service = { host: { services: [{ name: 'agentd', listens: ['@agent', '/run/agent.sock'] }] } }

  test('abstract sockets follow net, socket files follow the root directory', () => {
    const acts = [
      { connect: '@agent', id: 'abstract' },
      { connect: '/run/agent.sock', id: 'file' },
    ]
    const bind = { binds: { agent: { from: '/run/agent.sock', mode: 'rw' } } }
    const did = (build: object, more: object = {}) =>
      day({ ...service, ...app(acts, build, more) }).box['app']?.did
    expect(did({ net: 'own' })).toEqual({ abstract: 'ECONNREFUSED', file: 'ok' })
    expect(did({ mnt: 'own', root: 'pivot_root' })).toEqual({ abstract: 'ok', file: 'ENOENT' })
    expect(did({ mnt: 'own', root: 'pivot_root' }, bind)).toEqual({ abstract: 'ok', file: 'ok' })
  })
})

describe('shared memory', () => {
  const setup = (build: object) => ({
    boxes: {
      shop: { acts: [{ share: 'cart' }, { post: 'cart' }] },
      guest: {
        build,
        acts: [
          { attach: 'cart', id: 'sysv' },
          { peek: 'cart', id: 'devshm' },
        ],
      },
    },
    controls: { guest: { uts: ['host', 'own'] } },
  })
  test.each([
    [{}, { sysv: 'ok', devshm: 'ok' }],
    [{ ipc: 'own' }, { sysv: 'ENOENT', devshm: 'ok' }],
    [
      { mnt: 'own', shm: 'fresh' },
      { sysv: 'ok', devshm: 'ENOENT' },
    ],
    [
      { ipc: 'own', mnt: 'own', shm: 'fresh' },
      { sysv: 'ENOENT', devshm: 'ENOENT' },
    ],
  ])('ipc hides SysV segments, only a mount hides /dev/shm: %j', (build, did) => {
    expect(day(setup(build)).box['guest']?.did).toEqual(did)
  })
})

describe('files', () => {
  const vandal = [{ delete: '/etc/hosts', id: 'removes' }]

  test('an own mnt namespace is a copy of the list, not of the files', () => {
    expect(day(app(vandal, { mnt: 'own' })).host.deleted).toEqual(['/etc/hosts'])
    expect(day(app(vandal, { mnt: 'own', root: 'pivot_root' })).host.deleted).toEqual([])
  })

  test('pivot_root in the host’s mnt namespace is refused, and nothing starts', () => {
    const run = day(app(vandal, { root: 'pivot_root' }))
    expect(run.box['app']).toMatchObject({
      started: false,
      alive: false,
      exitCode: 1,
      did: { removes: 'skipped' },
    })
  })

  test('a chroot is left again by root, pivot_root is not', () => {
    const escape = [{ escape: 'root', id: 'out' }]
    expect(day(app(escape, { mnt: 'own', root: 'chroot' })).box['app']?.did).toEqual({ out: 'ok' })
    expect(day(app(escape, { mnt: 'own', root: 'pivot_root' })).box['app']?.did['out']).not.toBe('ok')
  })

  test('root mapped to host root reads its secrets, shifted ids do not', () => {
    const read = [{ read: '/etc/shadow', id: 'secrets' }]
    expect(day(app(read, { user: 'own', ids: 'root' })).box['app']?.did).toEqual({ secrets: 'ok' })
    expect(day(app(read, { user: 'own', ids: 'shifted' })).box['app']?.did).toEqual({ secrets: 'EACCES' })
  })

  test('after a failed act that it cannot do without, a box does nothing more', () => {
    const run = day(
      app([
        { connect: '@nobody', fatal: true },
        { delete: '/etc/hosts', id: 'removes' },
      ]),
    )
    expect(run.host.deleted).toEqual([])
    expect(run.box['app']?.did).toEqual({ removes: 'skipped' })
  })

  test('an act that is fatal ends its box with exit code 1', () => {
    const run = day(app([{ read: '/run/none', fatal: true }, { serve: 'http' }]))
    expect(run.box['app']).toMatchObject({ alive: false, exitCode: 1 })
  })
})

describe('limits', () => {
  const alone = (acts: readonly unknown[], build: object, host: object = {}) =>
    day({ host, ...app(acts, build) }).box['app']

  test('over memory.max it is killed with 137, over cpu.max it waits', () => {
    expect(alone([{ grow: { to: 300 } }], { memory: '128' })).toMatchObject({
      exitCode: 137,
      oomKilled: true,
    })
    expect(alone([{ burn: { cores: 1 } }], { cpu: 'quarter' })).toMatchObject({
      alive: true,
      throttledPercent: 100,
    })
  })

  test('at pids.max a fork fails with EAGAIN', () => {
    const run = alone([{ threads: { count: 30 } }], { pids: '10' })
    expect(run?.peakTasks).toBe(10)
    expect(run?.failedForks).toBeGreaterThan(0)
  })

  test('io.max on v1 does not see buffered writes', () => {
    const write = [{ writes: { rate: 100, how: 'buffered' } }]
    expect(alone(write, { io: '10' }, { cgroup: 'v1' })?.writeRate).toBe(100)
    expect(alone(write, { io: '10' }, { cgroup: 'v2' })?.writeRate).toBe(10)
  })

  test('a worker for each CPU it sees follows the cpuset', () => {
    const workers = [{ workers: { each: 100 } }]
    expect(alone(workers, { cpu: 'quarter' }, { cores: 4 })?.peakMemory).toBe(400)
    expect(alone(workers, { cpuset: '0' }, { cores: 4 })?.peakMemory).toBe(100)
  })
})
