import { expect, test } from 'vitest'
import type { Choices } from '../../../src/core/product.ts'
import { boardOf, shopOn } from './boards.ts'

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

/** What a probe of the one node prints, line by line. */
function answerTo(build: Choices, ask: string): readonly string[] {
  const board = boardOf({ nodes: { n: { build } }, pods: { shop: {} }, controls: {}, hidden: ['n'] })
  return board.answer(board.start, `n:${ask}`).say.en.split('\n').slice(1)
}

// Sources: cri-tools cmd/crictl, tags v1.17.0 to v1.30.0.
test.each([
  { kubelet: '1.17', text: `getting status of runtime failed: ${UNKNOWN('v1alpha2')}` },
  { kubelet: '1.24', text: `getting status of runtime: ${UNKNOWN('v1alpha2')}` },
  {
    kubelet: '1.26',
    text: `validate service connection: CRI v1 runtime API is not implemented for endpoint "${SOCKET}": ${UNKNOWN('v1')}`,
  },
  {
    kubelet: '1.30',
    text: `validate service connection: validate CRI v1 runtime API for endpoint "${SOCKET}": ${UNKNOWN('v1')}`,
  },
])('crictl $kubelet prints of an unknown service: $text', ({ kubelet, text }) => {
  expect(answerTo({ ...OFF, kubelet }, 'crictl')).toEqual([`FATA[0000] ${text}`])
})

test.each([
  [
    '1.17',
    'FATA[0002] failed to connect: failed to connect, make sure you are running as root and the runtime has been started: context deadline exceeded',
  ],
  [
    '1.20',
    `FATA[0002] connect: connect endpoint '${SOCKET}', make sure you are running as root and the endpoint has been started: context deadline exceeded`,
  ],
  ['1.24', `FATA[0000] unable to determine runtime API version: ${DOWN('Error while dialing')}`],
  ['1.26', `FATA[0000] getting status of runtime: ${DOWN('Error while dialing')}`],
])('crictl %s prints of a socket that is not there: %s', (kubelet, text) => {
  expect(answerTo({ ...GONE, kubelet }, 'crictl')).toEqual([text])
})

const NODES: readonly { readonly id: string; readonly build: Choices }[] = [
  {
    id: 'its plugin off',
    build: { kubelet: '1.26', endpoint: 'containerd', containerd: '1.6', cri: 'disabled', dockerd: '20.10' },
  },
  { id: 'an old containerd', build: { kubelet: '1.26', endpoint: 'containerd', containerd: '1.5' } },
  {
    id: 'an old cri-dockerd',
    build: {
      kubelet: '1.26',
      endpoint: 'cri-dockerd',
      criDockerd: '0.2',
      dockerd: '20.10',
      containerd: '1.6',
    },
  },
]

test.each(NODES)('crictl says no more than the kubelet of a node with $id', ({ build }) => {
  const said = answerTo(build, 'crictl').join('\n').replace('FATA[0000] ', '')
  expect(shopOn(build).error).toBe(`failed to run Kubelet: ${said}`)
})

test('what tells three nodes of one error apart is what else they are asked', () => {
  const asked = NODES.map(({ build }) => ({
    plugin: answerTo(build, 'plugins').join('').includes('cri  '),
    containerd: answerTo(build, 'versions')[1],
    socket: answerTo(build, 'kubelet').join('').split('=').at(-1),
    adapter: answerTo(build, 'versions')[3],
  }))
  const none = 'bash: cri-dockerd: command not found'
  expect(asked).toEqual([
    {
      plugin: false,
      containerd: 'containerd github.com/containerd/containerd v1.6',
      socket: SOCKET,
      adapter: none,
    },
    {
      plugin: true,
      containerd: 'containerd github.com/containerd/containerd v1.5',
      socket: SOCKET,
      adapter: none,
    },
    {
      plugin: true,
      containerd: 'containerd github.com/containerd/containerd v1.6',
      socket: 'unix:///run/cri-dockerd.sock',
      adapter: 'cri-dockerd 0.2',
    },
  ])
})
