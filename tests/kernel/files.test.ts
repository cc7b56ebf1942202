import { describe, expect, it } from 'vitest'
import { hostUid, uidSeen } from '../../src/kernel/credentials.ts'
import { open } from '../../src/kernel/files.ts'
import { seesIpcOf, seesShmOf } from '../../src/kernel/ipc.ts'
import { escapeRoot } from '../../src/kernel/permit.ts'
import { startError } from '../../src/kernel/start.ts'
import { resolvePath } from '../../src/kernel/view.ts'
import { box, machineOf } from './machine-of.ts'

const SHADOW = { path: '/etc/shadow', owner: 0, mode: 0o640 } as const
const HOSTS = { path: '/etc/hosts', owner: 0, mode: 0o644 } as const
const USERS = { path: '/home/kim/diary', owner: 1000, mode: 0o600 } as const
const NEW_ROOT = { ns: { mnt: 'own' }, root: 'pivot_root' } as const

describe('files are checked against the host uid', () => {
  it.each([
    ['root of the host', box('web'), 0, 0, 'ok'],
    ['root without capabilities, by owning the file', box('web', { caps: 'none' }), 0, 0, 'ok'],
    ['an ordinary uid', box('web', { uid: 1000 }), 1000, 1000, 'EACCES'],
    ['root mapped to root', box('web', { ns: { user: 'own' }, ids: 'root' }), 0, 0, 'ok'],
    ['an unmapped root', box('web', { ns: { user: 'own' }, ids: 'none' }), 65534, 0, 'ok'],
    ['a shifted root', box('web', { ns: { user: 'own' }, ids: 'shifted' }), 0, 100000, 'EACCES'],
  ])('%s reads /etc/shadow accordingly', (_who, spec, inside, outside, errno) => {
    const machine = machineOf(spec)
    expect([uidSeen(machine, 'web'), hostUid(machine, 'web')]).toEqual([inside, outside])
    expect(open(machine, 'web', SHADOW, 'read')).toBe(errno)
    expect(open(machine, 'web', HOSTS, 'write')).toBe(errno)
    expect(open(machine, 'web', HOSTS, 'delete')).toBe(errno)
    expect(open(machine, 'web', HOSTS, 'read')).toBe('ok')
  })

  it.each([
    ["Docker's set on the host", box('web', { caps: 'docker' }), 'ok'],
    ['no capability', box('web', { caps: 'none' }), 'EACCES'],
    ['all of them where the owner is not mapped', box('web', { ns: { user: 'own' } }), 'EACCES'],
  ])('CAP_DAC_OVERRIDE opens a stranger’s file: %s', (_who, spec, errno) => {
    expect(open(machineOf(spec), 'web', USERS, 'read')).toBe(errno)
  })
})

describe('where a path leads', () => {
  it('is the host through a mount namespace of its own: the mounts are copied, the files are not', () => {
    expect(open(machineOf(box('web', { ns: { mnt: 'own' } })), 'web', HOSTS, 'delete')).toBe('ok')
  })

  it('is not the host after pivot_root, but for what is bound in', () => {
    const bind = { from: '/run/app.sock', to: '/run/app.sock', readOnly: false } as const
    const machine = machineOf(box('web', { ...NEW_ROOT, binds: [bind] }))
    expect(open(machine, 'web', HOSTS, 'delete')).toBe('ENOENT')
    expect(resolvePath(machine, 'web', '/etc/hosts')).toEqual({ type: 'own', path: '/etc/hosts', of: 'web' })
    expect(resolvePath(machine, 'web', '/run/other.sock')).toEqual({ type: 'nothing' })
    expect(resolvePath(machine, 'web', '/run/app.sock')).toEqual({
      type: 'host',
      path: '/run/app.sock',
      readOnly: false,
    })
  })

  it.each([
    ['a writable folder', { from: '/etc', to: '/host', readOnly: false }, 'ok', 'ok'],
    ['a read-only folder', { from: '/etc', to: '/host', readOnly: true }, 'EROFS', 'EROFS'],
    ['the file itself', { from: '/etc/hosts', to: '/hosts', readOnly: false }, 'ok', 'EBUSY'],
    ['the whole root', { from: '/', to: '/host', readOnly: false }, 'ok', 'ok'],
    ['something else', { from: '/srv', to: '/etc', readOnly: false }, 'ENOENT', 'ENOENT'],
  ] as const)('under a new root, with a bind of %s', (_what, bind, write, remove) => {
    const machine = machineOf(box('web', { ...NEW_ROOT, binds: [bind] }))
    expect(open(machine, 'web', HOSTS, 'write')).toBe(write)
    expect(open(machine, 'web', HOSTS, 'delete')).toBe(remove)
  })

  // Tried on Linux 6.18 as uid 1000: `echo >>file`, `rm file`.
  it.each([
    ['a read-only folder', { from: '/etc', to: '/host', readOnly: true }, 'EACCES', 'EROFS'],
    ['the file itself', { from: '/etc/hosts', to: '/hosts', readOnly: false }, 'EACCES', 'EACCES'],
  ] as const)(
    'asks an ordinary user for the mode and the mount in this order, with a bind of %s',
    (_what, bind, write, remove) => {
      const machine = machineOf(box('web', { ...NEW_ROOT, uid: 1000, binds: [bind] }))
      expect(open(machine, 'web', HOSTS, 'write')).toBe(write)
      expect(open(machine, 'web', HOSTS, 'delete')).toBe(remove)
    },
  )

  it('shows a bind made without a mount namespace on the host', () => {
    const bind = { from: '/srv/data', to: '/mnt', readOnly: true } as const
    const leaky = machineOf(box('web', { binds: [bind] }))
    expect(resolvePath(leaky, 'host', '/mnt/a')).toEqual({
      type: 'host',
      path: '/srv/data/a',
      readOnly: true,
    })
    const tight = machineOf(box('web', { ns: { mnt: 'own' }, binds: [bind] }))
    expect(resolvePath(tight, 'host', '/mnt/a')).toEqual({ type: 'host', path: '/mnt/a', readOnly: false })
  })
})

describe('the way out of a new root', () => {
  it.each([
    ['chroot falls to CAP_SYS_CHROOT', box('web', { root: 'chroot' }), 'ok'],
    ["which Docker's default set has", box('web', { root: 'chroot', caps: 'docker' }), 'ok'],
    ['and a user namespace gives', box('web', { root: 'chroot', ns: { user: 'own' } }), 'ok'],
    ['chroot holds without it', box('web', { root: 'chroot', caps: 'none' }), 'EPERM'],
    ['pivot_root holds', box('web', NEW_ROOT), 'ENOENT'],
  ])('%s', (_why, spec, errno) => {
    expect(escapeRoot(machineOf(spec), 'web')).toBe(errno)
  })
})

describe('/dev/shm is a mount, not IPC', () => {
  const other = box('other')
  it.each([
    [
      'an ipc namespace takes SysV objects away and leaves the files',
      box('web', { ns: { ipc: 'own' } }),
      false,
      true,
    ],
    ['an own mnt namespace alone takes nothing away', box('web', { ns: { mnt: 'own' } }), true, true],
    ['a fresh /dev/shm takes the files away', box('web', { ns: { mnt: 'own' }, shm: 'fresh' }), true, false],
    ['without a mnt namespace everybody gets the fresh one', box('web', { shm: 'fresh' }), true, true],
    ['a new root takes the files away', box('web', NEW_ROOT), true, false],
  ])('%s', (_why, spec, ipc, shm) => {
    const machine = machineOf(spec, other)
    expect([seesIpcOf(machine, 'web', 'other'), seesShmOf(machine, 'web', 'other')]).toEqual([ipc, shm])
  })
})

describe('a box that cannot be started as built', () => {
  it.each([
    ["pivot_root in the host's mount namespace", box('web', { root: 'pivot_root' }), 'EINVAL'],
    ['a uid that root-to-root does not map', box('web', { ns: { user: 'own' }, uid: 1000 }), 'EINVAL'],
    ['a uid where none is mapped', box('web', { ns: { user: 'own' }, ids: 'none', uid: 1000 }), 'EINVAL'],
    ['a join to a box that is not there', box('web', { ns: { net: 'join:gone' } }), 'ENOENT'],
    [
      'a mount where the user namespace owns no mounts',
      box('web', { ns: { user: 'own' }, shm: 'fresh' }),
      'EPERM',
    ],
    [
      'a procfs of a pid namespace that the user namespace does not own',
      box('web', { ns: { user: 'own', mnt: 'own' }, proc: 'fresh' }),
      'EPERM',
    ],
    [
      'and one of its own is fine',
      box('web', { ns: { user: 'own', mnt: 'own', pid: 'own' }, proc: 'fresh' }),
      'ok',
    ],
  ])('%s', (_why, spec, errno) => {
    expect(startError(machineOf(spec), 'web')).toBe(errno)
  })
})
