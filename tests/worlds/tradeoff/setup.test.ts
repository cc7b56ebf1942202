import { expect, test } from 'vitest'
import { faultsOf } from './boards.ts'

const base = {
  hosts: { metal: { memory: 1024 } },
  workloads: { app: { memory: 100 } },
  controls: { app: { pack: ['container', 'vm'] } },
}
const app = (more: object) => ({ ...base, workloads: { app: { memory: 100, ...more } } })
const controls = (more: object) => ({ ...base, controls: more })

test('a small setup is enough', () => {
  expect(faultsOf(base)).toEqual([])
})

test.each([
  ['no host', { ...base, hosts: {} }, ['hosts: a level needs a host']],
  [
    'an unknown owner',
    controls({ ap: { pack: ['container', 'vm'] } }),
    ["controls.ap: no workload or host 'ap' (did you mean 'app'?)"],
  ],
  [
    'an id that is both',
    { ...base, workloads: { metal: { memory: 1 } }, controls: {} },
    ["workloads.metal: 'metal' is a host already; controls go by id"],
  ],
  [
    'a keyword',
    { ...base, workloads: { app: { memory: 1 }, import: { memory: 1 } } },
    ["workloads.import: 'import' is a word of the rules' language; choose another id"],
  ],
  ['a case twice', { ...base, cases: ['day', 'day'] }, ['cases: a case stands twice']],
  [
    'an amount for no case',
    app({ memory: { day: 1, nigt: 2 } }),
    ["workloads.app.memory.nigt: no case 'nigt'; there are day"],
  ],
  [
    'a case without an amount',
    { ...app({ instances: { day: 1 } }), cases: ['day', 'night'] },
    ["workloads.app.instances: no amount for the case 'night'"],
  ],
  [
    'an unknown packaging',
    controls({ app: { pack: ['container', 'jail'] } }),
    ["controls.app.pack: pack is one of container, userns, gvisor, kata, microvm, vm, found 'jail'"],
  ],
  [
    'packagings out of order',
    controls({ app: { pack: ['vm', 'container'] } }),
    ['controls.app.pack: packagings stand from the thinnest wall to the thickest: container, vm'],
  ],
  [
    'a start that is not offered',
    controls({ app: { pack: ['kata', 'vm'] } }),
    [
      "controls.app.pack: the start 'container' is not among the values; add it, or set another start under build",
    ],
  ],
  ['a value twice', controls({ app: { net: ['nat', 'nat'] } }), ['controls.app.net: a value stands twice']],
  [
    'an engine on a workload',
    controls({ app: { engine: ['docker', 'containerd'] } }),
    ['controls.app.engine: engine is a setting of hosts'],
  ],
  [
    'a packaging on a host',
    controls({ metal: { pack: ['container', 'vm'] } }),
    ["controls.metal.pack: a host has no setting 'pack'; it has engine"],
  ],
  [
    'a host that is not there',
    app({ needs: { hosts: ['metl'] } }),
    ["workloads.app.needs.hosts: no host 'metl' (did you mean 'metal'?)"],
  ],
  [
    'a wall against nobody',
    app({ needs: { wall: 'guest', from: ['shop'] } }),
    ["workloads.app.needs.from: no other workload 'shop'"],
  ],
  [
    'a wrong start',
    app({ build: { base: 'fedora' } }),
    ["workloads.app.build.base: base is one of alpine, debian, ubuntu, found 'fedora'"],
  ],
  [
    'a need that no study can judge',
    {
      ...app({ needs: { speed: { database: 90 } } }),
      controls: { app: { pack: ['container', 'kata', 'vm'] } },
    },
    [
      'workloads.app.needs.speed.database: no source gives a figure for database under kata; leave out the need, or do not offer kata here',
    ],
  ],
  [
    'a base without a size',
    { ...app({ app: { debian: 1 } }), controls: { app: { base: ['alpine', 'debian'] } } },
    ['workloads.app.app: no size of its layers on alpine'],
  ],
])('%s is a fault with a path', (_, setup, faults) => {
  expect(faultsOf(setup)).toEqual(faults)
})
