import { expect, test } from 'vitest'
import { shopOn } from './boards.ts'

const SHOP = 'docker.io/library/shop:3'
const PULLING = `failed to pull and unpack image "${SHOP}"`

// Sources: CTD release branches 1.2 to 2.1, remotes/docker/resolver.go, pull.go, cri image_pull.go, core/transfer; containerd
// 2.0's NotFound in provider-aws-test-infra#281; kubernetes remote_image.go as vendored by cri-tools v1.27.0 and v1.28.0.
test.each([
  {
    kubelet: '1.12',
    containerd: '1.2',
    text: `rpc error: code = Unknown desc = failed to resolve image "${SHOP}": ${SHOP} not found`,
  },
  {
    kubelet: '1.24',
    containerd: '1.6',
    text: `rpc error: code = NotFound desc = ${PULLING}: failed to resolve reference "${SHOP}": ${SHOP}: not found`,
  },
  {
    kubelet: '1.31',
    containerd: '2.0',
    text: `rpc error: code = NotFound desc = ${PULLING}: failed to resolve reference "${SHOP}": ${SHOP}: not found`,
  },
  {
    kubelet: '1.34',
    containerd: '2.1',
    text: `rpc error: code = NotFound desc = ${PULLING}: failed to resolve image: ${SHOP}: not found`,
  },
])('containerd $containerd has no such image: $text', ({ text, ...node }) => {
  expect(shopOn(node, { registry: 'none' }).error).toBe(`Failed to pull image "shop:3": ${text}`)
})

test.each([
  ['1.27', 'rpc error: code = Unknown desc = '],
  ['1.28', ''],
])('a kubelet %s leaves of a code that says nothing: "%s"', (kubelet, left) => {
  expect(shopOn({ kubelet, containerd: '1.7' }, { registry: 'private' }).error).toBe(
    `Failed to pull image "shop:3": ${left}${PULLING}: failed to resolve reference "${SHOP}": pull access denied, repository does not exist or may require authorization`,
  )
})

// Sources: CTD pkg/cri/server/sandbox_run.go 1.6, internal/cri/server/sandbox_run.go and podsandbox 2.0; the shim's part in
// runtime/v2/manager.go from 1.6 on.
test.each([
  {
    kubelet: '1.24',
    containerd: '1.5',
    begins: 'failed to create containerd task: OCI runtime create failed',
  },
  {
    kubelet: '1.24',
    containerd: '1.6',
    begins: 'failed to create containerd task: failed to create shim task: OCI runtime create failed',
  },
  {
    kubelet: '1.30',
    containerd: '2.0',
    begins:
      'failed to start sandbox: failed to create containerd task: failed to create shim task: OCI runtime create failed',
  },
])('containerd $containerd fails to start pause with: $begins', ({ begins, ...node }) => {
  expect(shopOn({ ...node, kubeletDriver: 'cgroupfs' }).error).toContain(
    `Failed to create pod sandbox: rpc error: code = Unknown desc = ${begins}`,
  )
})
