import { expect, test } from 'vitest'
import { factsOf } from './boards.ts'

const rooted = { mnt: 'own', root: 'pivot_root' }
const pair = (build: object) => ({
  boxes: {
    app: { build: rooted, acts: [{ listen: '/tmp/app.sock' }] },
    helper: { build, acts: [{ id: 'ask', connect: '/tmp/app.sock' }] },
  },
  controls: { app: { uts: ['host', 'own'] } },
})
const asked = (build: object) => factsOf(pair(build)).run['day']?.box['helper']?.did['ask']

test('a socket file below a new root is found by whoever joins that mount namespace, and by nobody else', () => {
  expect(asked({ mnt: 'join:app' })).toBe('ok')
  expect(factsOf(pair({ mnt: 'join:app' })).box['helper']?.sees.sockets).toEqual(['/tmp/app.sock'])
  expect(asked(rooted)).toBe('ENOENT')
  expect(asked({ mnt: 'own' })).toBe('ENOENT')
})

test.each([
  ['root', { uid: 0 }, '660', 'ok'],
  ['root without capabilities, by owning it', { uid: 0, caps: 'none' }, '660', 'ok'],
  ['an ordinary user', { uid: 1000 }, '660', 'EACCES'],
  ['an ordinary user where everybody may write', { uid: 1000 }, '777', 'ok'],
  ['a shifted root', { user: 'own', ids: 'shifted' }, '660', 'EACCES'],
  ['root through a read-only bind', { mnt: 'own', root: 'pivot_root' }, '660', 'ok'],
])('who may not write to a socket file may not connect to it: %s', (_who, build, mode, errno) => {
  const setup = {
    host: { services: [{ name: 'dockerd', listens: ['/run/docker.sock'], mode }] },
    boxes: {
      app: {
        build,
        binds: { socket: { from: '/run/docker.sock', mode: 'root' in build ? 'ro' : 'off' } },
        acts: [{ id: 'ask', connect: '/run/docker.sock' }],
      },
    },
    controls: { app: { uts: ['host', 'own'] } },
  }
  expect(factsOf(setup).run['day']?.box['app']?.did['ask']).toBe(errno)
})
