import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import type { Choices } from '../../../src/core/product.ts'
import type { Artifact } from '../../../src/core/world.ts'
import { route } from '../../../src/worlds/route/index.ts'
import { tries } from '../../support/full.ts'
import { boardOf } from './boards.ts'
import { REAL_FIELDS, REAL_TOML_KEYS } from './real-fields.ts'

const isMap = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The paths of all leaves of data. */
function paths(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(item => paths(item).map(path => join('[]', path)))
  if (!isMap(value)) return ['']
  return Object.entries(value).flatMap(([key, inner]) => paths(inner).map(path => join(key, path)))
}

const join = (head: string, tail: string): string => (tail === '' ? head : `${head}.${tail}`)

/** What is set on the sandbox's node: the versions that its files follow. */
type Versions = { readonly kubelet: string; readonly containerd: string }

const kindOf = (id: string, data: unknown, { kubelet }: Versions): string => {
  if (isMap(data) && typeof data['kind'] === 'string') return data['kind']
  const version = kubelet === '1.9' ? 'v1alpha1' : 'v1alpha2'
  if (id.endsWith('.crictl-pod')) return `PodSandboxConfig ${version}`
  return id.endsWith('.crictl-container') ? `ContainerConfig ${version}` : 'daemon.json'
}

/** Fields of a YAML or JSON file that no real type has, or that it does not parse. */
function strangers({ id, language, text }: Artifact, versions: Versions): readonly string[] {
  const documents = language === 'json' ? [jsonOf(text)] : yamlDocuments(text)
  return documents.flatMap(data => {
    const kind = kindOf(id, data, versions)
    const known = REAL_FIELDS[kind]?.fields ?? []
    return paths(data)
      .filter(path => !known.includes(path))
      .map(path => `${id}: ${kind} has no ${path}`)
  })
}

function jsonOf(text: string): unknown {
  const data: unknown = JSON.parse(text)
  return data
}

function yamlDocuments(text: string): readonly unknown[] {
  const documents = parseAllDocuments(text, { version: '1.2', strict: true })
  return (Array.isArray(documents) ? documents : []).map(document => {
    expect([...document.errors, ...document.warnings]).toEqual([])
    const data: unknown = document.toJS()
    return data
  })
}

/** Keys of a TOML file that no real configuration has, and lines that are no TOML. */
function tomlStrangers({ id, text }: Artifact, { containerd }: Versions): readonly string[] {
  const program = id.split('.').at(-1) ?? ''
  const known = REAL_TOML_KEYS[`${program} ${containerd}`]?.keys ?? REAL_TOML_KEYS[program]?.keys ?? []
  return text.split('\n').flatMap(line => {
    if (line.trim() === '' || /^\[[\w."'-]+\]$/.test(line)) return []
    const key = /^\s*(\w+) = ("[^"]*"|true|false|\d+|\[[^\]]*\])$/.exec(line)?.[1]
    return key !== undefined && known.includes(key) ? [] : [`${id}: ${line}`]
  })
}

const faultsOfFile = (artifact: Artifact, versions: Versions): readonly string[] =>
  artifact.language === 'toml'
    ? tomlStrangers(artifact, versions)
    : artifact.language === 'json' || artifact.language === 'yaml'
      ? strangers(artifact, versions)
      : []

test('whatever is set, exported files parse and carry only fields that the real types have', () => {
  const board = route.open(route.sandbox)
  const axes = board.axes?.list ?? []
  const choices = fc.tuple(...axes.map(({ values }) => fc.nat({ max: values.length - 1 })))
  fc.assert(
    fc.property(choices, choice => {
      const state = board.axes?.state(choice) ?? board.start
      const artifacts = board.artifacts(state)
      const versions = {
        kubelet: state['node7.kubelet'] ?? '',
        containerd: state['node7.containerd'] ?? '',
      }
      expect(artifacts.length).toBeGreaterThan(4)
      expect(artifacts.flatMap(artifact => faultsOfFile(artifact, versions))).toEqual([])
    }),
    { numRuns: tries(40, 1000) },
  )
})

function fileOf(build: Choices, id: string): string {
  const board = boardOf({ nodes: { n: { build } }, pods: { shop: {} }, controls: {} })
  return board.artifacts(board.start).find(artifact => artifact.id === id)?.text ?? ''
}

// containerd docs/cri/config.md and docs/containerd-2.0.md: the format follows the version.
test.each([
  { containerd: '1.1', has: '[plugins.cri]' },
  { containerd: '1.6', has: '[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]' },
  { containerd: '2.1', has: "[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc.options]" },
])('containerd $containerd gets a config.toml of its own format', ({ containerd, has }) => {
  expect(fileOf({ containerd }, 'n.containerd')).toContain(has)
})

// Kubernetes 1.27: containerRuntimeEndpoint in KubeletConfiguration.
test.each([
  {
    kubelet: '1.20',
    flags: '--container-runtime=remote --container-runtime-endpoint=unix:///run/containerd/containerd.sock',
  },
  { kubelet: '1.24', flags: '--container-runtime-endpoint=unix:///run/containerd/containerd.sock' },
  { kubelet: '1.30', flags: '--config=/var/lib/kubelet/config.yaml' },
])('a kubelet $kubelet is told its endpoint as its time does', ({ kubelet, flags }) => {
  const build = { kubelet, endpoint: 'containerd', containerd: '1.6' }
  expect(fileOf(build, 'n.kubelet')).toBe(`KUBELET_EXTRA_ARGS="${flags}"\n`)
  expect(fileOf(build, 'n.kubelet-config').includes('containerRuntimeEndpoint')).toBe(kubelet === '1.30')
})

const OLD = { kubelet: '1.9', endpoint: 'cri-containerd', containerd: '1.0', criContainerd: 'on' }

// containerd release/1.0 server/config.go; containerd/cri v1.0.0-beta.1 cmd/cri-containerd/options/options.go.
test('containerd 1.0 is configured without a CRI plugin, and cri-containerd in a file of its own', () => {
  expect(fileOf(OLD, 'n.containerd')).toBe('[grpc]\n  address = "/run/containerd/containerd.sock"\n')
  expect(fileOf(OLD, 'n.cri-containerd')).toContain('socket_path = "/var/run/cri-containerd.sock"')
  expect(fileOf({ ...OLD, criContainerd: 'off' }, 'n.cri-containerd')).toBe('')
})

// The kubelet's configuration file is v1beta1 from 1.10 on.
test('a kubelet 1.9 has its cgroup driver in a flag and no configuration file', () => {
  expect(fileOf({ ...OLD, kubeletDriver: 'cgroupfs' }, 'n.kubelet')).toContain(' --cgroup-driver=cgroupfs"')
  expect(fileOf(OLD, 'n.kubelet-config')).toBe('')
})

// CRI api.proto: NamespaceOption in v1alpha1 and in v1alpha2.
test.each([
  ['1.9', { host_network: false, host_pid: false, host_ipc: false }],
  ['1.10', { network: 0, pid: 1, ipc: 0 }],
])('crictl of kubelet %s tells the namespaces as %o', (kubelet, options) => {
  const pod = jsonOf(fileOf({ ...OLD, kubelet }, 'shop.crictl-pod'))
  expect(pod).toMatchObject({ linux: { security_context: { namespace_options: options } } })
})

/** The pods of runtime-class, one behind a wall; what is run to look at them. */
function lookOf(build: Choices, script: Choices = {}): readonly string[] {
  const board = boardOf({
    nodes: { n: { build } },
    classes: { sandboxed: { build: { handler: 'runsc' } } },
    pods: { shop: {}, script: { build: script } },
    controls: {},
  })
  const text = board.artifacts(board.start).find(({ id }) => id === 'n.look')?.text ?? ''
  return text.split('\n')
}

const CRIO = { endpoint: 'crio', crio: '1.30' }

// CRI-O docs/crio.8.md: conmon; gVisor runsc/sandbox; cri-tools tags v1.0.0-alpha.0 and v1.0.0-beta.0 for crictl's words.
test.each([
  {
    name: 'on CRI-O conmon holds the app',
    build: { ...CRIO, ociRuntime: 'crun' },
    has: 'pstree -a $(pgrep -n conmon)   # conmon holds the app; crun is gone',
  },
  {
    name: 'on containerd the shim holds the app',
    build: { containerd: '1.7' },
    has: 'pstree -a $(pgrep -n -f containerd-shim)   # the shim holds the app; runc is gone',
  },
  {
    name: 'a handler by default is looked at as such',
    build: { containerd: '1.7', runsc: 'on', defaultHandler: 'runsc' },
    has: 'pstree -a $(pgrep -n -f containerd-shim)   # the shim holds a gofer and the sandbox; the app is inside',
  },
  {
    name: 'crictl of 1.9 runs sandboxes',
    build: { ...OLD },
    has: 'POD=$(crictl runs shop.crictl-pod.json)',
  },
])('to look: $name', ({ build, has }) => {
  expect(lookOf(build)).toContain(has)
})

test('a pod with a RuntimeClass is the one to start by hand, with its handler and its files', () => {
  const build = { containerd: '1.7', runsc: 'on' }
  expect(lookOf(build, { runtimeClass: 'sandboxed' })).toContain(
    'POD=$(crictl runp --runtime runsc script.crictl-pod.json)',
  )
  const board = boardOf({
    nodes: { n: { build } },
    classes: { sandboxed: { build: { handler: 'runsc' } } },
    pods: { shop: {}, script: { build: { runtimeClass: 'sandboxed' } } },
    controls: {},
  })
  const ids = board.artifacts(board.start).map(({ id }) => id)
  expect(ids).toContain('script.crictl-pod')
  expect(ids).not.toContain('shop.crictl-pod')
})
