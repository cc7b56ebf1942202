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
