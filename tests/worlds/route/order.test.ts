import { expect, test } from 'vitest'
import { proofOf, levelOf, type RuleSource } from '../../support/levels.ts'
import { routeOrder } from '../../../src/worlds/route/index.ts'
import type { OrderFacts } from '../../../src/worlds/route/order-facts.ts'
import { OrderSchema } from '../../../src/worlds/route/order-schema.ts'
import { NOON, TWO_ROWS, UPGRADES } from './order-levels.ts'

const boardOf = (setup: unknown) => routeOrder.open(OrderSchema.parse(setup))

/** What came of laying cards, named by their steps. */
function after(setup: unknown, ...ids: readonly string[]): OrderFacts['run'] {
  const board = boardOf(setup)
  const end = ids.reduce((state, id) => {
    const step = board.steps(state).find(candidate => candidate.id === id)
    if (step === undefined) throw new Error(`no step ${id}`)
    return board.apply(state, step.move)
  }, board.start)
  return board.observe.run(end)
}

const solution = (setup: unknown, ...rules: readonly RuleSource[]) =>
  proofOf(levelOf(boardOf(setup), rules)).solution

test('CNI comes before pause in containerd 2, and after it with Docker', () => {
  const won = solution(TWO_ROWS, ['both', 'goal', 50, 'run.rows.all(r, r.ok)'])
  expect(won.filter(id => id.startsWith('new.'))).toEqual([
    'new.netns',
    'new.cni-add',
    'new.pause-image',
    'new.start-pause',
  ])
  expect(won.filter(id => id.startsWith('old.'))).toEqual([
    'old.start-pause',
    'old.cni-add',
    'old.create-container',
  ])
})

test.each([
  { cards: ['new.cni-add'], row: 'new', stoppedAt: 'cni-add', right: 0 },
  { cards: ['new.netns', 'new.pause-image'], row: 'new', stoppedAt: 'pause-image', right: 1 },
  { cards: ['old.netns'], row: 'old', stoppedAt: 'netns', right: 1 },
  { cards: ['old.start-pause', 'old.cni-add'], row: 'old', stoppedAt: 'none', right: 3 },
])('a row stops at its first card out of place: $cards', ({ cards, row, stoppedAt, right }) => {
  expect(after(TWO_ROWS, ...cards).row[row]).toMatchObject({ stoppedAt, right, ok: false })
})

const BOX = (build: object, cards: readonly string[]) => ({
  nodes: { n: { build } },
  pods: { shop: {} },
  rows: { shop: { pod: 'shop', cards } },
})

// FACTS C4: containerd makes the task in StartContainer, CRI-O in CreateContainer.
test.each([
  {
    runtime: 'containerd',
    build: { kubelet: '1.34', endpoint: 'containerd', containerd: '2.1' },
    order: ['shop.create-container', 'shop.start-container', 'shop.runc-create'],
  },
  {
    runtime: 'CRI-O',
    build: { kubelet: '1.34', endpoint: 'crio', crio: '1.34' },
    order: ['shop.create-container', 'shop.runc-create', 'shop.start-container'],
  },
])('$runtime has the box made where it does', ({ build, order }) => {
  const setup = BOX(build, ['create-container', 'start-container', 'runc-create'])
  expect(solution(setup, ['ok', 'goal', 50, 'run.row.shop.ok'])).toEqual(order)
})

// REALITY "CRI for real"; DDOC live-restore.
test.each([
  { steps: ['containerd'], interruptions: 0 },
  { steps: ['dockerd'], interruptions: 1 },
  { steps: ['keep', 'dockerd'], interruptions: 1 },
  { steps: ['keep', 'reload', 'dockerd'], interruptions: 0 },
  { steps: ['drain', 'dockerd'], interruptions: 1 },
])('after $steps the shop was interrupted $interruptions times', ({ steps, interruptions }) => {
  expect(after(NOON, ...steps).pod['shop']).toMatchObject({ running: true, interruptions })
})

test('no downtime takes live-restore, read before dockerd stops', () => {
  expect(
    solution(
      NOON,
      ['patched', 'goal', 50, "['dockerd', 'containerd'].all(d, d in run.node.node7.restarted)"],
      ['unnoticed', 'goal', 50, 'run.pod.shop.interruptions == 0'],
    ),
  ).toEqual(['keep', 'reload', 'dockerd', 'containerd'])
})

test('the upgrade of containerd comes before that of the kubelet, which lands on the new socket at once', () => {
  const won = solution(UPGRADES, [
    'plugin',
    'goal',
    50,
    "run.pod.shop.road.path == 'cri-plugin' && run.node.n.daemons == 2 && run.node.n.unready == 0",
  ])
  expect(won).toEqual(['containerd', 'endpoint', 'kubelet', 'remove'])
  expect(after(UPGRADES, 'kubelet').node['n']).toMatchObject({ ready: false, unready: 1 })
  expect(after(UPGRADES, 'kubelet').pod['shop']).toMatchObject({ running: true, status: 'Pending' })
})

test.each([
  [{ ...NOON, rows: TWO_ROWS.rows }, 'rows: give rows of calls, or steps for an admin: one of the two'],
  [
    { ...TWO_ROWS, rows: { new: { pod: 'nwe', cards: ['netns', 'cni-add'] } } },
    "rows.new.pod: no pod 'nwe' (did you mean 'new'?)",
  ],
  [
    { ...TWO_ROWS, rows: { new: { pod: 'new', given: ['pause-image'], cards: ['netns', 'cni-add'] } } },
    "rows.new.given: 'pause-image' is given out of order; the order is netns, cni-add, pause-image",
  ],
  [
    { ...NOON, steps: [{ id: 'x', do: 'restart', on: 'nod7', daemon: 'dockerd' }] },
    "steps.0.on: no node 'nod7' (did you mean 'node7'?)",
  ],
  [
    { ...NOON, steps: [{ id: 'x', do: 'write', on: 'node7', setting: 'pull', value: 'Never' }] },
    "steps.0.value: a node has no setting 'pull'",
  ],
])('a fault of an order setup has its place', (setup, fault) => {
  const parsed = OrderSchema.safeParse(setup)
  const found = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  expect(found).toEqual([fault])
})

test('a run tells what each step did, and then how the pods are', () => {
  const board = boardOf(UPGRADES)
  const [kubelet] = board.steps(board.start).filter(({ id }) => id === 'kubelet')
  if (kubelet === undefined) throw new Error('no step kubelet')
  const told = board.beats(board.apply(board.start, kubelet.move)).map(({ say }) => say.en)
  expect(told).toEqual([
    'n: kubelet to 1.10; n is NotReady',
    'pod: shop; status: Running; interruptions: 0; road: cri-containerd',
  ])
})
