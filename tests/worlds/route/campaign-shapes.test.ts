import { expect, test } from 'vitest'
import type { Choices } from '../../../src/core/product.ts'
import { levelOf, proofOf, type RuleSource } from '../../support/levels.ts'
import { boardOf, nightOf } from './boards.ts'

/** The steps of a shortest plan for some rules over a setup. */
const won = (setup: unknown, ...rules: readonly RuleSource[]): readonly string[] =>
  proofOf(levelOf(boardOf(setup), rules)).solution

const RUNS: RuleSource = ['runs', 'goal', 50, 'run.night.pods.all(p, p.running)']

test('shedding a hop: without dockerd the CRI goes unanswered until cri-containerd translates', () => {
  const setup = {
    nodes: { n: { build: { kubelet: '1.9', endpoint: 'dockershim', dockerd: '18.03', containerd: '1.0' } } },
    pods: { shop: {} },
    controls: {
      n: {
        endpoint: ['dockershim', 'docker', 'containerd', 'cri-containerd'],
        dockerd: ['none', '18.03'],
        criContainerd: ['off', 'on'],
      },
    },
  }
  expect(won(setup, RUNS, ['hop', 'goal', 50, 'run.night.pod.shop.road.hops == 2'])).toEqual([
    'n.endpoint=cri-containerd',
    'n.criContainerd=on',
  ])
  const before = nightOf(setup).pod['shop']?.road
  const after = nightOf(setup, { 'n.endpoint': 'cri-containerd', 'n.criContainerd': 'on' }).pod['shop']?.road
  expect([before?.hops, after?.hops]).toEqual([3, 2])
  expect([before?.daemons, after?.daemons]).toEqual([3, 3])
})

test('three nodes: cri-dockerd stays only where somebody needs docker ps', () => {
  const build = { kubelet: '1.24', containerd: '1.6', dockerd: '20.10', criDockerd: 'none' }
  const controls = { endpoint: ['dockershim', 'containerd', 'cri-dockerd'], criDockerd: ['none', '0.2'] }
  const node = { build: { ...build, endpoint: 'dockershim' } }
  const setup = {
    nodes: { a: node, b: node, c: node },
    pod: {},
    controls: { a: controls, b: controls, c: controls },
  }
  const rules: readonly RuleSource[] = [
    RUNS,
    ['watched', 'goal', 50, 'run.night.pod.b.dockerSees'],
    ['lean', 'guard', 50, 'nodes.filter(n, n.daemons == 4).size() <= 1'],
  ]
  expect(won(setup, ...rules)).toEqual([
    'a.endpoint=containerd',
    'b.endpoint=cri-dockerd',
    'b.criDockerd=0.2',
    'c.endpoint=containerd',
  ])
})

test('one error, three causes: each node takes another repair', () => {
  const controls = { repair: ['nothing', 'plugin', 'runtime', 'socket', 'restart'] }
  const setup = {
    nodes: {
      a: { build: { kubelet: '1.26', containerd: '1.6', cri: 'disabled' } },
      b: { build: { kubelet: '1.26', containerd: '1.5' } },
      c: {
        build: {
          kubelet: '1.26',
          containerd: '1.6',
          endpoint: 'cri-dockerd',
          dockerd: '23.0',
          criDockerd: '0.2',
        },
      },
    },
    pod: {},
    controls: { a: controls, b: controls, c: controls },
    hidden: ['a', 'b', 'c'],
  }
  const errors = Object.values(nightOf(setup).pod).map(({ error }) => error.split('desc = ')[1])
  expect(new Set(errors)).toEqual(new Set(['unknown service runtime.v1.RuntimeService']))
  expect(won(setup, RUNS)).toEqual(['a.repair=plugin', 'b.repair=runtime', 'c.repair=socket'])
  expect(boardOf(setup).probes).toHaveLength(15)
})

test('the CNI agent is a pod: on the host network it starts first, and the others follow', () => {
  const setup = (pods: object) => ({
    nodes: { n: { build: { kubelet: '1.30', containerd: '1.7', cni: 'agent' } } },
    pods,
    controls: {},
  })
  const agent = (build: Choices) => ({ provides: 'cni', build })
  const stuck = nightOf(setup({ shop: {}, agent: agent({}) }))
  expect(stuck.pods.map(({ failure }) => failure)).toEqual(['network-not-ready', 'network-not-ready'])
  const mended = nightOf(setup({ shop: {}, agent: agent({ hostNetwork: 'on' }) }))
  expect(mended.pods.map(({ status }) => status)).toEqual(['Running', 'Running'])
  expect(mended.node['n']?.ready).toBe(true)
})

test('RuntimeClass: a default for all costs a kernel for each pod, a class for one costs one', () => {
  const setup = {
    nodes: { n: { memory: 600, build: { kubelet: '1.30', containerd: '1.7', kata: 'off' } } },
    pods: { tenant: {}, shop: {}, cache: {} },
    classes: { untrusted: { build: { handler: 'runc', overhead: 130 } } },
    controls: {
      n: { kata: ['off', 'on'], defaultHandler: ['plain', 'kata'] },
      untrusted: { handler: ['runc', 'runsc', 'kata'] },
      tenant: { runtimeClass: ['none', 'untrusted'] },
    },
  }
  const rules: readonly RuleSource[] = [
    RUNS,
    ['walls', 'goal', 50, 'run.night.pod.tenant.ownKernel'],
    ['fits', 'guard', 50, 'run.night.node.n.fits'],
  ]
  expect(won(setup, ...rules)).toEqual([
    'n.kata=on',
    'untrusted.handler=kata',
    'tenant.runtimeClass=untrusted',
  ])
  expect(nightOf(setup, { 'n.kata': 'on', 'n.defaultHandler': 'kata' }).node['n']?.fits).toBe(false)
})

test('CRI-O keeps the address of a pod whose app crashes, with or without a pause process', () => {
  const setup = (dropInfra: string) => ({
    nodes: { n: { build: { kubelet: '1.30', endpoint: 'crio', crio: '1.30', dropInfra } } },
    pods: { shop: { count: 50 } },
    cases: [{ id: 'night', crash: ['shop'] }],
    controls: {},
  })
  const [lean, full] = [nightOf(setup('on')), nightOf(setup('off'))]
  expect([lean.pod['shop'], full.pod['shop']]).toMatchObject([
    { addressKept: true, pause: false, restarts: 1, interruptions: 0 },
    { addressKept: true, pause: true, restarts: 1, interruptions: 0 },
  ])
  expect(full.memory - lean.memory).toBe(50 * (2 + 1))
})

// REALITY "CRI for real"; DDOC live-restore.
test.each([
  { build: { endpoint: 'cri-dockerd' }, interruptions: 1, addressKept: false },
  { build: { endpoint: 'cri-dockerd', liveRestore: 'on' }, interruptions: 0, addressKept: true },
  { build: { endpoint: 'containerd' }, interruptions: 0, addressKept: true },
])('restarts of every daemon with $build', ({ build, interruptions, addressKept }) => {
  const night = nightOf({
    nodes: {
      n: { build: { kubelet: '1.30', containerd: '1.7', dockerd: '26.1', criDockerd: '0.3', ...build } },
    },
    pods: { shop: {} },
    cases: [{ id: 'night', restart: ['kubelet', 'dockerd', 'containerd', 'cri-dockerd'] }],
    controls: {},
  })
  expect(night.pod['shop']).toMatchObject({ running: true, interruptions, addressKept })
})

test('four eras: one pod, and only endpoint and CRI version move', () => {
  const setup = {
    nodes: {
      y2018: {
        name: { en: '2018', ko: '2018년' },
        build: { kubelet: '1.9', endpoint: 'docker', dockerd: '18.03' },
      },
      y2019: {
        build: { kubelet: '1.14', endpoint: 'cri-containerd', containerd: '1.2', criContainerd: 'on' },
      },
      y2022: { build: { kubelet: '1.24', endpoint: 'dockershim', containerd: '1.6', cri: 'disabled' } },
      y2025: { build: { kubelet: '1.33', endpoint: 'containerd', containerd: '1.5' } },
    },
    pod: {},
    controls: {
      y2018: { endpoint: ['docker', 'dockershim'] },
      y2019: { endpoint: ['cri-containerd', 'containerd'] },
      y2022: { endpoint: ['dockershim', 'containerd'], cri: ['disabled', 'enabled'] },
      y2025: { containerd: ['1.5', '2.1'] },
      pod: { rebuild: { values: ['off', 'docker'], decoy: 'images-belong-to-docker' } },
    },
  }
  expect(won(setup, RUNS, ['same', 'guard', 50, 'run.night.images.rebuilt == 0'])).toHaveLength(5)
})
