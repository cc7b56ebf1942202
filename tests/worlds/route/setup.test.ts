import { expect, test } from 'vitest'
import { faultsOf } from './boards.ts'

const base = { nodes: { node7: { build: { kubelet: '1.24' } } }, pods: { shop: {} }, controls: {} }

test.each([
  ['no node', { ...base, nodes: {} }, ['nodes: give at least one node']],
  ['no pod', { ...base, pods: {} }, ['pods: give a pod to start: pod or pods']],
  ['pod and pods', { ...base, pod: {} }, ['pods: give pod (the same on each node) or pods, not both']],
  [
    'a version that YAML read as a number',
    { ...base, nodes: { node7: { build: { kubelet: 1.1 } } } },
    ['nodes.node7.build.kubelet: write a version in quotes, "1.10": YAML would read it as the number 1.1'],
  ],
  [
    'a version that is none',
    { ...base, nodes: { node7: { build: { kubelet: 'new' } } } },
    [`nodes.node7.build.kubelet: kubelet is a version such as "1.24", found 'new'`],
  ],
  [
    'a control of nobody',
    { ...base, controls: { node8: { cri: ['disabled', 'enabled'] } } },
    ["controls.node8: no node, pod or class 'node8' (did you mean 'node7'?)"],
  ],
  [
    'a setting that a node does not have',
    { ...base, controls: { node7: { endpiont: ['containerd', 'docker'] } } },
    ["controls.node7.endpiont: a node has no setting 'endpiont' (did you mean 'endpoint'?)"],
  ],
  [
    'a start outside the values',
    { ...base, controls: { node7: { endpoint: ['docker', 'crio'] } } },
    [
      "controls.node7.endpoint: the start 'containerd' is not among the values; add it, or set another start under build",
    ],
  ],
  ['a pod without its node', { ...base, nodes: { a: {}, b: {} } }, ['pods.shop.node: say which node: a, b']],
  [
    'a class that is not there',
    { ...base, pods: { shop: { build: { runtimeClass: 'untrusted' } } } },
    ["pods.shop.build.runtimeClass: runtimeClass is none or one of the classes , found 'untrusted'"],
  ],
  [
    'a crash of nobody',
    { ...base, cases: [{ id: 'day', crash: ['shp'] }] },
    ["cases.0.crash: no pod 'shp' (did you mean 'shop'?)"],
  ],
  [
    'something hidden that is not there',
    { ...base, hidden: ['node'] },
    ["hidden: cannot hide 'node' (did you mean 'node7'?)"],
  ],
  [
    'an id twice',
    { ...base, nodes: { shop: {} }, pods: { shop: {} } },
    ["pods.shop: 'shop' is also the id of one of nodes; controls would mix them up"],
  ],
])('%s is a fault with its place', (_, setup, faults) => {
  expect(faultsOf(setup)).toEqual(faults)
})
