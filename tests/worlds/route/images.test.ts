import { expect, test } from 'vitest'
import { shopOn } from './boards.ts'

const PLUGIN = { kubelet: '1.24', endpoint: 'containerd', containerd: '1.6', dockerd: '20.10' }
const DOCKER = { ...PLUGIN, endpoint: 'cri-dockerd', criDockerd: '0.2' }
const CRIO = { kubelet: '1.24', endpoint: 'crio', crio: '1.24' }

// FACTS C2: Kubernetes' objects are in k8s.io, Docker's in moby or its own store; CRI-O keeps containers-storage.
test.each([
  { road: 'the CRI plugin', node: PLUGIN, pod: { stored: 'docker' }, found: false },
  { road: 'the CRI plugin', node: PLUGIN, pod: { stored: 'docker', import: 'k8s.io' }, found: true },
  { road: 'the CRI plugin', node: PLUGIN, pod: { stored: 'docker', import: 'default' }, found: false },
  { road: 'the CRI plugin', node: PLUGIN, pod: { stored: 'none', import: 'k8s.io' }, found: false },
  { road: 'the CRI plugin', node: PLUGIN, pod: { stored: 'docker', rebuild: 'docker' }, found: false },
  { road: 'the CRI plugin', node: PLUGIN, pod: { stored: 'docker', rebuild: 'nerdctl' }, found: true },
  { road: 'cri-dockerd', node: DOCKER, pod: { stored: 'docker' }, found: true },
  { road: 'cri-dockerd', node: DOCKER, pod: { stored: 'k8s.io' }, found: false },
  { road: 'CRI-O', node: CRIO, pod: { stored: 'crio' }, found: true },
  { road: 'CRI-O', node: CRIO, pod: { stored: 'k8s.io' }, found: false },
])('$road with $pod and no pull finds the image: $found', ({ node, pod, found }) => {
  const status = shopOn(node, { ...pod, pull: 'Never', registry: 'none' }).status
  expect(status).toBe(found ? 'Running' : 'ErrImageNeverPull')
})

// K8S concepts/containers/images.
test.each([
  { pull: 'Always', stored: 'k8s.io', pulled: true },
  { pull: 'IfNotPresent', stored: 'k8s.io', pulled: false },
  { pull: 'IfNotPresent', stored: 'none', pulled: true },
])('with $pull and the image in $stored, it is pulled: $pulled', ({ pull, stored, pulled }) => {
  const shop = shopOn(PLUGIN, { pull, stored })
  expect([shop.pulled, shop.calls.includes('PullImage')]).toEqual([pulled, pulled])
})
