import { describe, expect, it } from 'vitest'
import type { BoxSpec } from '../../src/kernel/box.ts'
import { hostProcBroken, hostRootThroughProc, kill, processesSeen } from '../../src/kernel/proc.ts'
import { resolvePath } from '../../src/kernel/view.ts'
import { box, machineOf } from './machine-of.ts'

const HOST_PROC = { from: '/proc', to: '/host/proc', readOnly: true } as const

function ps(who: string, ...boxes: readonly BoxSpec[]): readonly string[] {
  const running = boxes.map(({ id }) => ({ box: id, name: `${id}d` }))
  return processesSeen(machineOf(...boxes), who, running).map(({ pid, uid, name }) => `${pid} ${uid} ${name}`)
}

const HOSTS = ['1 0 systemd', '412 0 sshd']

describe('what ps lists', () => {
  it('is the host and every box from the host', () => {
    expect(ps('host', box('web'), box('app', { ns: { pid: 'own' } }))).toEqual([
      ...HOSTS,
      '413 0 webd',
      '414 0 appd',
    ])
  })

  it('is still the host where a pid namespace has no new /proc', () => {
    expect(ps('web', box('web', { ns: { pid: 'own', mnt: 'own' } }))).toEqual([...HOSTS, '413 0 webd'])
  })

  it('is the host where a new /proc has no pid namespace', () => {
    expect(ps('web', box('web', { ns: { mnt: 'own' }, proc: 'fresh' }))).toEqual([...HOSTS, '413 0 webd'])
  })

  it('is the box alone, as pid 1, with a pid namespace and a new /proc', () => {
    expect(ps('web', box('web', { ns: { pid: 'own', mnt: 'own' }, proc: 'fresh' }))).toEqual(['1 0 webd'])
  })

  it('includes boxes that joined the pid namespace, after its maker', () => {
    const app = box('app', { ns: { pid: 'own', mnt: 'own' }, proc: 'fresh' })
    const debug = box('debug', { ns: { pid: 'join:app', mnt: 'own' }, proc: 'fresh' })
    expect(ps('debug', debug, app)).toEqual(['1 0 appd', '2 0 debugd'])
  })

  it('is nothing under a new root without a procfs', () => {
    expect(ps('web', box('web', { ns: { mnt: 'own' }, root: 'pivot_root' }))).toEqual([])
  })

  it('shows uids as the user namespace of the reader has them', () => {
    const reader = box('web', { ns: { user: 'own', mnt: 'own' }, ids: 'shifted' })
    expect(ps('web', reader)).toEqual(['1 65534 systemd', '412 65534 sshd', '413 0 webd'])
    expect(ps('host', reader)).toEqual([...HOSTS, '413 100000 webd'])
  })
})

describe('a fresh /proc without a mount namespace of its own', () => {
  it("breaks the host's ps, and that of every box in the host's mount namespace", () => {
    const loud = box('loud', { ns: { pid: 'own' }, proc: 'fresh' })
    expect(hostProcBroken(machineOf(loud))).toBe(true)
    expect(ps('host', loud)).toEqual([])
    expect(ps('other', loud, box('other'))).toEqual([])
    expect(ps('loud', loud)).toEqual(['1 0 loudd'])
  })

  it.each([
    ['its mount namespace is its own', box('web', { ns: { pid: 'own', mnt: 'own' }, proc: 'fresh' })],
    ["it shows the host's pid namespace anyway", box('web', { proc: 'fresh' })],
    ['it lies under a new root', box('web', { ns: { pid: 'own' }, proc: 'fresh', root: 'chroot' })],
    ['a user namespace forbids the mount', box('web', { ns: { pid: 'own', user: 'own' }, proc: 'fresh' })],
  ])("leaves the host's ps alone when %s", (_why, spec) => {
    expect(hostProcBroken(machineOf(spec))).toBe(false)
  })
})

describe("the host's root through /proc/1/root", () => {
  it.each([
    ['all capabilities of the host open it', box('web'), 'ok'],
    ['a pid namespace alone does not close it', box('web', { ns: { pid: 'own' } }), 'ok'],
    ["Docker's default set lacks CAP_SYS_PTRACE", box('web', { caps: 'docker' }), 'EACCES'],
    ['no capabilities do not open it', box('web', { caps: 'none' }), 'EACCES'],
    ['another uid than root does not open it', box('web', { uid: 1000 }), 'EACCES'],
    ['a user namespace closes it', box('web', { ns: { user: 'own' } }), 'EACCES'],
    [
      'pid, mnt and a new /proc hide it',
      box('web', { ns: { pid: 'own', mnt: 'own' }, proc: 'fresh' }),
      'ENOENT',
    ],
    ['a new root hides it', box('web', { ns: { mnt: 'own' }, root: 'pivot_root' }), 'ENOENT'],
    [
      "a read-only bind of the host's /proc does not protect it",
      box('web', { ns: { pid: 'own', mnt: 'own' }, proc: 'fresh', root: 'pivot_root', binds: [HOST_PROC] }),
      'ok',
    ],
  ])('%s', (_why, spec, errno) => {
    expect(hostRootThroughProc(machineOf(spec), 'web')).toBe(errno)
  })

  it('is reached through a bind that leads to files read-only', () => {
    const spec = box('web', { ns: { mnt: 'own' }, root: 'pivot_root', binds: [HOST_PROC] })
    expect(resolvePath(machineOf(spec), 'web', '/host/proc/1')).toEqual({
      type: 'host',
      path: '/proc/1',
      readOnly: true,
    })
  })
})

describe('kill', () => {
  const app = box('app', { ns: { pid: 'own' } })
  it.each([
    ['root of the host reaches every box', [box('web'), app], 0, 'ok'],
    ['an own pid namespace has no number for others', [box('web', { ns: { pid: 'own' } }), app], 0, 'ESRCH'],
    ['a joined one has', [box('web', { ns: { pid: 'join:app' } }), app], 0, 'ok'],
    ['CAP_KILL reaches other uids', [box('web', { caps: 'docker' }), app], 1000, 'ok'],
    ['without it other uids are refused', [box('web', { caps: 'none' }), app], 1000, 'EPERM'],
    ['and the same uid is not', [box('web', { uid: 1000 }), app], 1000, 'ok'],
    [
      'shifted root is nobody to root of the host',
      [box('web', { ns: { user: 'own' }, ids: 'shifted' }), app],
      0,
      'EPERM',
    ],
    ['root mapped to root has the same uid', [box('web', { ns: { user: 'own' } }), app], 0, 'ok'],
  ] as const)('%s', (_why, boxes, uid, errno) => {
    expect(kill(machineOf(...boxes), 'web', 'app', uid)).toBe(errno)
  })
})
