import { expect, test } from 'vitest'
import type { Choices } from '../../../src/core/product.ts'
import { holdersOf } from '../../../src/worlds/route/namespaces.ts'
import { boardOf, shopOn } from './boards.ts'

/** The programs that calls execute on a node, as the run tells them: one line for each act that executes any. */
function executedOn(build: Choices): readonly string[] {
  const setup = { nodes: { n: { build: { kubelet: '1.30', ...build } } }, pods: { shop: {} }, controls: {} }
  const board = boardOf(setup)
  const said = board.beats(board.start).flatMap(({ changed }) => changed.map(({ say }) => say.en))
  return said
    .join('\n')
    .split('\n')
    .flatMap(line => /(\w+): .*\[(.*)\]$/.exec(line)?.slice(1).join(': ') ?? [])
}

const startedWith = (containerd: string): string =>
  executedOn({ containerd }).find(line => line.startsWith('StartContainer')) ?? ''

// Sources: CTD runtime/v2/manager.go 1.6 (seen for real in tests/reality), core/runtime/v2/shim_manager.go 2.0.
test.each([
  ['1.6', true],
  ['1.7', true],
  ['2.0', false],
])('containerd %s executes the shim’s program again for a container: %s', (version, isExecuted) => {
  expect(startedWith(version)).toContain('runc create, runc init, runc start, app')
  expect(startedWith(version).includes('containerd-shim-runc-v2')).toBe(isExecuted)
})

const CRIO = { endpoint: 'crio', crio: '1.30' }
const GVISOR = { runsc: 'on', defaultHandler: 'runsc' }

// Sources: strace of runc 1.1.5 and crun 1.8.1; gVisor runsc/sandbox/sandbox.go, runsc/container/container.go.
test.each([
  {
    node: { ...CRIO, ociRuntime: 'runc' },
    executes: ['CreateContainer: conmon, runc create, runc init', 'StartContainer: runc start, app'],
  },
  {
    node: { ...CRIO, ociRuntime: 'crun' },
    executes: ['CreateContainer: conmon, crun create', 'StartContainer: crun start, app'],
  },
  {
    node: { ...CRIO, ...GVISOR, dropInfra: 'off' },
    executes: [
      'RunPodSandbox: conmon, runsc create, runsc-gofer, runsc-sandbox, runsc start, /pause',
      'CreateContainer: conmon, runsc create, runsc-gofer',
      'StartContainer: runsc start, app',
    ],
  },
  {
    node: { containerd: '2.1', ...GVISOR },
    executes: [
      'RunPodSandbox: containerd-shim-runsc-v1, runsc create, runsc-gofer, runsc-sandbox, runsc start, /pause',
      'StartContainer: runsc create, runsc-gofer, runsc start, app',
    ],
  },
])('$node executes for a pod: $executes', ({ node, executes }) => {
  expect(executedOn(node).filter(line => !/pinns|bridge/.test(line))).toEqual(executes)
})

// Source: CRI api.proto NamespaceOption; all three seen for real in tests/reality.
test.each([
  [{ hostNetwork: false, sharePid: false }, 'mnt own, pid own, net pod, ipc pod, uts pod'],
  [{ hostNetwork: false, sharePid: true }, 'mnt own, pid pod, net pod, ipc pod, uts pod'],
  [{ hostNetwork: true, sharePid: false }, 'mnt own, pid own, net host, ipc pod, uts host'],
])('a container of %o is in these namespaces: %s', (pod, told) => {
  const holders = Object.entries(holdersOf(pod)).map(([type, holder]) => `${type} ${holder}`)
  expect(holders.join(', ')).toBe(told)
})

test.each([
  ['off', true],
  ['on', false],
])('with the host’s network %s the pod’s JSON sets a host name: %s', (hostNetwork, isSet) => {
  const setup = {
    nodes: { n: { build: { containerd: '1.7' } } },
    pods: { shop: { build: { hostNetwork } } },
    controls: {},
  }
  const board = boardOf(setup)
  const file = board.artifacts(board.start).find(({ id }) => id === 'shop.crictl-pod')
  expect(file?.text.includes('"hostname"')).toBe(isSet)
})

// Source: CTD remotes/docker/resolver.go; the text up to its cause was compared in tests/reality.
test('containerd says which manifest of a sandbox image it asked for', () => {
  const { error } = shopOn({ kubelet: '1.30', containerd: '1.7', pause: 'wrong' })
  const asked = 'failed to do request: Head "https://registry.example/v2/pause/manifests/none"'
  expect(error).toContain(`${asked}: dial tcp: lookup registry.example: no such host`)
})
