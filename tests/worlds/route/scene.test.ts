import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Choices } from '../../../src/core/product.ts'
import type { Panel } from '../../../src/core/scene.ts'
import { route } from '../../../src/worlds/route/index.ts'
import { tries } from '../../support/full.ts'
import { boardOf } from './boards.ts'

const PLUGIN = { kubelet: '1.24', endpoint: 'containerd', containerd: '1.6', dockerd: '20.10' }
const DOCKER = { ...PLUGIN, endpoint: 'cri-dockerd', criDockerd: '0.2' }

function panel(
  build: Choices,
  id: string,
  phase: 'build' | 'ran' = 'ran',
  hidden: readonly string[] = [],
): Panel {
  const board = boardOf({ nodes: { n: { build } }, pods: { shop: { containers: 2 } }, controls: {}, hidden })
  const found = board.scene(board.start, { phase, probed: ['n:crictl'] }).panels.find(p => p.id === id)
  if (found === undefined) throw new Error(`no panel ${id}`)
  return found
}

test('docker ps shows the pods of cri-dockerd, and is blind for those of containerd', () => {
  expect(panel(DOCKER, 'shell.night.n').say.en).toContain('k8s_POD_shop_default')
  expect(panel(PLUGIN, 'shell.night.n').say.en).toContain(
    "$ docker ps --format '{{.Names}}'\n(prints nothing)",
  )
  expect(panel(PLUGIN, 'shell.night.n').say.en).toMatch(/crictl ps\nCONTAINER.*\n.*Running {3}shop/)
})

// FACTS C2: one runc-v2 shim for a pod; Docker has one for each container; runc is gone.
test.each([
  {
    build: PLUGIN,
    tree: [
      'systemd',
      'kubelet 1.24',
      'dockerd 20.10',
      'containerd 1.6',
      'containerd-shim-runc-v2',
      'pause',
      'shop',
      'shop-2',
    ],
  },
  {
    build: { ...DOCKER, dockerd: '19.03' },
    tree: [
      'systemd',
      'kubelet 1.24',
      'cri-dockerd 0.2',
      'dockerd 19.03',
      'containerd 1.6',
      'containerd-shim',
      'pause',
      'containerd-shim',
      'shop',
      'containerd-shim',
      'shop-2',
    ],
  },
  {
    build: { kubelet: '1.24', endpoint: 'crio', crio: '1.24' },
    tree: ['systemd', 'kubelet 1.24', 'CRI-O 1.24', 'conmon', 'shop', 'conmon', 'shop-2'],
  },
  {
    build: { kubelet: '1.30', containerd: '1.7', runsc: 'on', defaultHandler: 'runsc' },
    tree: [
      'systemd',
      'kubelet 1.30',
      'containerd 1.7',
      'containerd-shim-runsc-v1',
      'runsc-gofer',
      'runsc-gofer',
      'runsc-gofer',
      'runsc-sandbox',
      'pause (in the sandbox)',
      'shop (in the sandbox)',
      'shop-2 (in the sandbox)',
    ],
  },
])('the processes of a node with $build', ({ build, tree }) => {
  expect(
    panel(build, 'tree.night.n')
      .say.en.split('\n')
      .map(line => line.trim()),
  ).toEqual(tree)
})

test('a hidden node shows what was asked, and nothing else', () => {
  const say = panel({ ...PLUGIN, cri: 'disabled' }, 'wiring.n', 'build', ['n']).say.en
  expect(say).toContain(
    'echo answered\nFATA[0000] getting status of runtime: rpc error: code = Unimplemented desc = unknown service',
  )
  expect(say).toContain('$ ctr plugins ls | grep cri\n(not known yet)')
})

test('a message that nobody answers stays at the kubelet, and its link is broken', () => {
  const road = panel({ ...PLUGIN, cri: 'disabled' }, 'road.night.shop')
  expect(road).toMatchObject({ type: 'graph', message: { at: 'kubelet' } })
  expect(road.type === 'graph' && road.links.find(({ from }) => from === 'kubelet')?.tone).toBe('bad')
})

/** Rows of a graph whose lanes run downwards: a head for each lane, a row for each node and link. */
const height = (panel: Panel): number =>
  panel.type === 'graph'
    ? panel.lanes.length + panel.links.length + panel.lanes.reduce((sum, { nodes }) => sum + nodes.length, 0)
    : 0

const width = (panel: Panel): number =>
  panel.type === 'graph'
    ? Math.max(...panel.links.map(({ to, label }) => 7 + Math.max(to.length + 8, 24) + label.en.length))
    : 0

test('whatever is set, every graph fits 80 by 24', () => {
  const board = route.open(route.sandbox)
  const axes = board.axes?.list ?? []
  const choices = fc.tuple(...axes.map(({ values }) => fc.nat({ max: values.length - 1 })))
  fc.assert(
    fc.property(choices, choice => {
      const state = board.axes?.state(choice) ?? board.start
      const { panels } = board.scene(state, { phase: 'ran', probed: [] })
      expect(Math.max(...panels.map(height))).toBeLessThanOrEqual(18)
      expect(Math.max(...panels.map(width))).toBeLessThanOrEqual(78)
    }),
    { numRuns: tries(40, 1000) },
  )
})

// Nobody measured CRI-O, conmon, cri-dockerd and cri-containerd: their source says so, and so does every picture.
test.each([
  { build: PLUGIN, says: /^n: 115 \/ 4096 MiB, [^~]*$/ },
  { build: DOCKER, says: /^n: ~145 \/ 4096 MiB.*\n~ an estimate: cri-dockerd$/ },
  {
    build: { kubelet: '1.24', endpoint: 'crio', crio: '1.24' },
    says: /^n: ~38 .*\n~ an estimate: CRI-O, conmon$/,
  },
  {
    build: { kubelet: '1.9', endpoint: 'cri-containerd', containerd: '1.0', criContainerd: 'on' },
    says: /^n: ~68 .*\n~ an estimate: cri-containerd$/,
  },
])('memory that nobody measured is marked as an estimate: $build', ({ build, says }) => {
  expect(panel(build, 'budget', 'build').say.en).toMatch(says)
  const strip = panel(build, 'strip.night').say
  const isEstimate = /an estimate/.test(says.source)
  expect([strip.en.includes('~'), strip.ko.includes('어림값')]).toEqual([isEstimate, isEstimate])
})

test('a RuntimeClass that has no control says what it is', () => {
  const board = boardOf({
    nodes: { n: { build: PLUGIN } },
    classes: { micro: { build: { handler: 'kata', overhead: '130' } } },
    pods: { shop: { build: { runtimeClass: 'micro' } } },
    controls: {},
  })
  const { groups } = board.scene(board.start, { phase: 'build', probed: [] })
  expect(groups.find(({ id }) => id === 'micro')).toMatchObject({
    label: { en: 'RuntimeClass micro' },
    about: [{ en: 'handler kata' }, { en: 'overhead 130 MiB a pod' }],
  })
  expect(groups.find(({ id }) => id === 'shop')?.about).toContainEqual({
    en: 'RuntimeClass micro',
    ko: 'RuntimeClass micro',
  })
})

test('a run ends with what came of each pod, and the error where a message was stopped', () => {
  const board = boardOf({
    nodes: { n: { build: { ...PLUGIN, cri: 'disabled' } } },
    pods: { shop: {} },
    controls: {},
  })
  const last = board
    .beats(board.start)
    .at(-1)
    ?.changed.find(({ id }) => id === 'run.calls')
  expect(last?.type === 'timeline' && last.moments.at(-1)).toMatchObject({
    tone: 'bad',
    say: { en: expect.stringContaining('unknown service runtime.v1') },
  })
})
