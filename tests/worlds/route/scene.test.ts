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
])('the processes of a node with $build', ({ build, tree }) => {
  expect(
    panel(build, 'tree.night.n')
      .say.en.split('\n')
      .map(line => line.trim()),
  ).toEqual(tree)
})

test('a hidden node shows what was asked, and nothing else', () => {
  const say = panel({ ...PLUGIN, cri: 'disabled' }, 'wiring.n', 'build', ['n']).say.en
  expect(say).toContain('$ crictl info\nrpc error: code = Unimplemented desc = unknown service')
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
