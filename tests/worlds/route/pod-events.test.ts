import { expect, test } from 'vitest'
import type { Choices } from '../../../src/core/product.ts'
import { route } from '../../../src/worlds/route/index.ts'
import { boardOf } from './boards.ts'

const NODE = { kubelet: '1.30', containerd: '1.7' }

/** What a person reads of the pod on a node after the run, line by line. */
function shellOf(pod: Choices, image = 'shop:3', node: Choices = NODE): readonly string[] {
  const board = boardOf({
    nodes: { n: { build: node } },
    pods: { shop: { image, build: pod } },
    controls: {},
  })
  const { panels } = board.scene(board.start, { phase: 'ran', probed: [] })
  const shell = panels.find(({ id }) => id === 'shell.night.n')
  return shell?.type === 'transcript' ? shell.lines.map(({ text }) => text) : []
}

const eventsIn = (lines: readonly string[]): readonly string[] =>
  lines.filter(line => /^ {2}(Warning|Normal)/.test(line)).map(line => line.replace(/ {2,}/g, ' ').trim())

// Sources: kubernetes pkg/kubelet/images/image_manager.go, kuberuntime_container.go; kubernetes#113216.
test.each([
  {
    pod: { pull: 'Never', registry: 'none' },
    events: [
      'Warning ErrImageNeverPull Container image "shop:3" is not present with pull policy of Never',
      'Warning Failed Error: ErrImageNeverPull',
    ],
  },
  {
    pod: { registry: 'none' },
    events: [
      expect.stringMatching(/^Warning Failed Failed to pull image "shop:3": rpc error/),
      'Warning Failed Error: ErrImagePull',
      'Normal BackOff Back-off pulling image "shop:3"',
      'Warning Failed Error: ImagePullBackOff',
    ],
  },
  {
    pod: {},
    image: 'Shop:3',
    events: [
      expect.stringMatching(/^Warning InspectFailed Failed to apply default image tag "Shop:3"/),
      'Warning Failed Error: InvalidImageName',
    ],
  },
  {
    pod: { secret: 'env', secretObject: 'missing' },
    events: ['Warning Failed Error: secret "shop-secret" not found'],
  },
  {
    pod: { app: 'exits' },
    events: ['Warning BackOff Back-off restarting failed container shop in pod shop_default'],
  },
  {
    pod: { app: 'exits' },
    node: { kubelet: '1.24', containerd: '1.6' },
    events: ['Warning BackOff Back-off restarting failed container'],
  },
  { pod: { app: 'leaks', limit: '128' }, events: [] },
])('$pod ends in the events $events', ({ pod, image, node, events }) => {
  expect(eventsIn(shellOf(pod, image, node))).toEqual(events)
})

test('a container that was killed for its memory is told of beside the container, not as an event', () => {
  const lines = shellOf({ app: 'leaks', limit: '128' })
  expect(lines).toContain('      Reason:    OOMKilled')
  expect(lines).not.toContain('Events:')
})

test.each([
  ['exits', 'CrashLoopBackOff'],
  ['leaks', 'OOMKilled'],
])('in the sandbox an app can be set to one that %s: %s', (app, status) => {
  const board = route.open(route.sandbox)
  const { quiet } = board.observe.run({ ...board.start, 'shop.app': app, 'shop.limit': '128' })
  expect(quiet?.pod['shop']?.status).toBe(status)
  expect(quiet?.pod['shop']?.restarts).toBeGreaterThan(0)
})
