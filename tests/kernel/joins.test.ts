import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BoxSpec } from '../../src/kernel/box.ts'
import { cgroupPathSeen, cpusSeen } from '../../src/kernel/cgroup.ts'
import { hostUid, uidSeen } from '../../src/kernel/credentials.ts'
import { open } from '../../src/kernel/files.ts'
import { seesIpcOf, seesShmOf } from '../../src/kernel/ipc.ts'
import { UNLIMITED } from '../../src/kernel/limits.ts'
import type { KernelApi } from '../../src/kernel/machine.ts'
import { namespacesOf, shares } from '../../src/kernel/membership.ts'
import { type Membership, NAMESPACES } from '../../src/kernel/namespace.ts'
import { administerNet, bindPort, interfacesSeen, loopback, rawSocket } from '../../src/kernel/network.ts'
import {
  escapeRoot,
  makeDevice,
  mountLeaks,
  mountTmpfs,
  setClock,
  setHostname,
} from '../../src/kernel/permit.ts'
import { hostProcBroken, hostRootThroughProc, kill, processesSeen } from '../../src/kernel/proc.ts'
import { startError } from '../../src/kernel/start.ts'
import { resolvePath } from '../../src/kernel/view.ts'
import { box, machineOf } from './machine-of.ts'

const KERNEL: KernelApi = {
  namespacesOf,
  shares,
  startError,
  processesSeen,
  hostProcBroken,
  interfacesSeen,
  cpusSeen,
  uidSeen,
  hostUid,
  cgroupPathSeen,
  seesIpcOf,
  seesShmOf,
  resolvePath,
  setHostname,
  mountTmpfs,
  mountLeaks,
  bindPort,
  loopback,
  rawSocket,
  administerNet,
  makeDevice,
  setClock,
  kill,
  open,
  hostRootThroughProc,
  escapeRoot,
}

describe('a joined namespace', () => {
  it('has the state of its maker: lo is up or down for both', () => {
    const machine = machineOf(
      box('app', { ns: { net: 'own' }, lo: 'up' }),
      box('proxy', { ns: { net: 'join:app' } }),
    )
    expect(loopback(machine, 'proxy')).toBe('ok')
    expect(interfacesSeen(machine, 'proxy')).toEqual(['lo'])
    expect(shares(machine, 'proxy', 'app', 'net')).toBe(true)
    expect(shares(machine, 'proxy', 'host', 'net')).toBe(false)
  })

  it('belongs to the user namespace of its maker, which is closed to another one', () => {
    const app = box('app', { ns: { user: 'own', uts: 'own', net: 'own' } })
    const stranger = box('web', { ns: { user: 'own', uts: 'join:app', net: 'join:app' } })
    const friend = box('friend', { ns: { user: 'join:app', uts: 'join:app', net: 'join:app' } })
    const machine = machineOf(app, stranger, friend)
    expect([setHostname(machine, 'web'), bindPort(machine, 'web', 80)]).toEqual(['EPERM', 'EACCES'])
    expect([setHostname(machine, 'friend'), bindPort(machine, 'friend', 80)]).toEqual(['ok', 'ok'])
  })

  it("obeys the uid that made its user namespace, even without capabilities on the host's side", () => {
    const app = box('app', { ns: { user: 'own', uts: 'own' } })
    const bare = box('bare', { ns: { uts: 'join:app' }, caps: 'none' })
    const machine = machineOf(app, bare, box('plain', { caps: 'none' }))
    expect([setHostname(machine, 'bare'), setHostname(machine, 'plain')]).toEqual(['ok', 'EPERM'])
  })

  it('is followed through a chain of joins', () => {
    const machine = machineOf(
      box('a', { ns: { ipc: 'join:b' } }),
      box('b', { ns: { ipc: 'join:c' } }),
      box('c', { ns: { ipc: 'own' } }),
    )
    expect(namespacesOf(machine, 'a').ipc).toBe('c')
  })

  it("ends at the box's own when joins go round in a circle, which cannot be started", () => {
    const machine = machineOf(box('a', { ns: { net: 'join:b' } }), box('b', { ns: { net: 'join:a' } }))
    expect([namespacesOf(machine, 'a').net, namespacesOf(machine, 'b').net]).toEqual(['a', 'b'])
    expect(startError(machine, 'a')).toBe('ENOENT')
  })
})

describe('what is seen of limits', () => {
  const limits = { ...UNLIMITED, cpuMax: 0.5, cpuset: [1] }

  it('follows affinity, not the quota', () => {
    const machine = machineOf(
      box('pinned', { limits }),
      box('capped', { limits: { ...limits, cpuset: null } }),
    )
    expect([cpusSeen(machine, 'pinned'), cpusSeen(machine, 'capped'), cpusSeen(machine, 'host')]).toEqual([
      1, 4, 4,
    ])
  })

  it('changes with the cgroup namespace in view only', () => {
    const machine = machineOf(box('web', { ns: { cgroup: 'own' }, limits }), box('app', { limits }))
    expect([cgroupPathSeen(machine, 'web'), cgroupPathSeen(machine, 'app')]).toEqual(['/', '/boxes/app'])
    expect(cpusSeen(machine, 'web')).toBe(1)
  })
})

describe('power over what has no namespace', () => {
  it.each(['root', 'none', 'shifted'] as const)('no user namespace gives it, with ids %s', ids => {
    const ns = Object.fromEntries(NAMESPACES.map(type => [type, 'own'] as const))
    const machine = machineOf(box('web', { ns, ids }))
    expect([makeDevice(machine, 'web'), setClock(machine, 'web')]).toEqual(['EPERM', 'EPERM'])
  })

  it("Docker's default set makes devices and raw sockets, and sets neither clock nor host name", () => {
    const machine = machineOf(box('web', { caps: 'docker', ns: { uts: 'own' } }))
    expect([makeDevice(machine, 'web'), rawSocket(machine, 'web')]).toEqual(['ok', 'ok'])
    expect([setClock(machine, 'web'), setHostname(machine, 'web')]).toEqual(['EPERM', 'EPERM'])
  })
})

const IDS = ['a', 'b', 'c'] as const
const membership: fc.Arbitrary<Membership> = fc.constantFrom('host', 'own', 'join:a', 'join:b', 'join:c')
const someBox = (id: string): fc.Arbitrary<BoxSpec> =>
  fc
    .record({
      ns: fc.record({
        mnt: membership,
        uts: membership,
        ipc: membership,
        pid: membership,
        net: membership,
        user: membership,
        cgroup: membership,
        time: membership,
      }),
      proc: fc.constantFrom('inherited', 'fresh'),
      shm: fc.constantFrom('inherited', 'fresh'),
      root: fc.constantFrom('host', 'chroot', 'pivot_root'),
      ids: fc.constantFrom('none', 'root', 'shifted'),
      uid: fc.constantFrom(0, 1000),
      caps: fc.constantFrom('all', 'docker', 'none'),
      lo: fc.constantFrom('down', 'up'),
    })
    .map(given => box(id, given))
const machines = fc.tuple(...IDS.map(someBox)).map(boxes => machineOf(...boxes))

function askAll(machine: ReturnType<typeof machineOf>): unknown {
  const file = { path: '/etc/shadow', owner: 0, mode: 0o640 }
  return IDS.map(who => [
    KERNEL.namespacesOf(machine, who),
    KERNEL.startError(machine, who),
    KERNEL.processesSeen(machine, who, [{ box: who, name: 'sh' }]),
    KERNEL.resolvePath(machine, who, '/etc/hosts'),
    KERNEL.open(machine, who, file, 'write'),
    KERNEL.hostRootThroughProc(machine, who),
    KERNEL.escapeRoot(machine, who),
    IDS.map(other => KERNEL.kill(machine, who, other, 0)),
  ])
}

describe('every machine', () => {
  it('gets equal answers for equal questions, and is not changed by them', () => {
    fc.assert(
      fc.property(machines, machine => {
        const copy = structuredClone(machine)
        expect(askAll(machine)).toEqual(askAll(copy))
        expect(machine).toEqual(copy)
      }),
    )
  })

  it('shares namespaces symmetrically, and every box with itself', () => {
    fc.assert(
      fc.property(machines, fc.constantFrom(...IDS), fc.constantFrom(...IDS), (machine, a, b) => {
        for (const type of NAMESPACES) {
          expect(shares(machine, a, b, type)).toBe(shares(machine, b, a, type))
          expect(shares(machine, a, a, type)).toBe(true)
        }
      }),
    )
  })

  it('gives a box in another user namespace no power over the host', () => {
    fc.assert(
      fc.property(machines, fc.constantFrom(...IDS), (machine, who) => {
        if (namespacesOf(machine, who).user === 'host') return
        expect(makeDevice(machine, who)).toBe('EPERM')
        expect(hostRootThroughProc(machine, who)).not.toBe('ok')
        expect(mountLeaks(machine, who)).toBe(false)
      }),
    )
  })
})
