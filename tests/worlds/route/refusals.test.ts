import { expect, test } from 'vitest'
import { shopOn } from './boards.ts'

const OFF = { endpoint: 'containerd', containerd: '1.6', cri: 'disabled' }
const GONE = { endpoint: 'containerd' }
const UNKNOWN = (version: string): string =>
  `rpc error: code = Unimplemented desc = unknown service runtime.${version}.RuntimeService`
const SOCKET = 'unix:///run/containerd/containerd.sock'

// Sources: kubernetes#73189 (1.13); kubernetes-the-hard-way#591 (1.18); mmumshad/kubernetes-the-hard-way#304 (2022/12);
// cri-dockerd#136 (1.26.0); kubernetes#131164 (1.30).
test.each([
  ['1.13', `failed to create kubelet: ${UNKNOWN('v1alpha2')}`],
  ['1.18', `failed to create kubelet: get remote runtime typed version failed: ${UNKNOWN('v1alpha2')}`],
  ['1.20', `failed to create kubelet: get remote runtime typed version failed: ${UNKNOWN('v1alpha2')}`],
  ['1.24', `failed to create kubelet: get remote runtime typed version failed: ${UNKNOWN('v1alpha2')}`],
  [
    '1.26',
    `validate service connection: CRI v1 runtime API is not implemented for endpoint "${SOCKET}": ${UNKNOWN('v1')}`,
  ],
  [
    '1.30',
    `validate service connection: validate CRI v1 runtime API for endpoint "${SOCKET}": ${UNKNOWN('v1')}`,
  ],
])('a kubelet %s that is told of an unknown service ends with: %s', (kubelet, text) => {
  expect(shopOn({ ...OFF, kubelet }).error).toBe(`failed to run Kubelet: ${text}`)
})

const DIAL = 'dial unix /run/containerd/containerd.sock: connect: no such file or directory'
const DOWN = (dialing: string): string =>
  `rpc error: code = Unavailable desc = connection error: desc = "transport: ${dialing} ${DIAL}"`

// Sources: kubernetes remote_runtime.go as vendored by cri-tools v1.24.0, v1.26.0, v1.27.0 and v1.30.0.
test.each([
  [
    '1.22',
    `failed to create kubelet: get remote runtime typed version failed: ${DOWN('Error while dialing')}`,
  ],
  ['1.24', `unable to determine runtime API version: ${DOWN('Error while dialing')}`],
  [
    '1.26',
    `failed to create kubelet: get remote runtime typed version failed: ${DOWN('Error while dialing')}`,
  ],
  [
    '1.30',
    `validate service connection: validate CRI v1 runtime API for endpoint "${SOCKET}": ${DOWN('Error while dialing:')}`,
  ],
])('a kubelet %s that finds no socket ends with: %s', (kubelet, text) => {
  expect(shopOn({ ...GONE, kubelet }).error).toBe(`failed to run Kubelet: ${text}`)
})
