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

const kindOf = (id: string, data: unknown): string => {
  if (isMap(data) && typeof data['kind'] === 'string') return data['kind']
  if (id.endsWith('.crictl-pod')) return 'PodSandboxConfig'
  return id.endsWith('.crictl-container') ? 'ContainerConfig' : 'daemon.json'
}

/** Fields of a YAML or JSON file that no real type has, or that it does not parse. */
function strangers({ id, language, text }: Artifact): readonly string[] {
  const documents = language === 'json' ? [jsonOf(text)] : yamlDocuments(text)
  return documents.flatMap(data => {
    const kind = kindOf(id, data)
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
function tomlStrangers({ id, text }: Artifact): readonly string[] {
  const known = REAL_TOML_KEYS[id.endsWith('.crio') ? 'crio' : 'containerd']?.keys ?? []
  return text.split('\n').flatMap(line => {
    if (line.trim() === '' || /^\[[\w."'-]+\]$/.test(line)) return []
    const key = /^\s*(\w+) = ("[^"]*"|true|false|\d+|\[[^\]]*\])$/.exec(line)?.[1]
    return key !== undefined && known.includes(key) ? [] : [`${id}: ${line}`]
  })
}

const faultsOfFile = (artifact: Artifact): readonly string[] =>
  artifact.language === 'toml'
    ? tomlStrangers(artifact)
    : artifact.language === 'json' || artifact.language === 'yaml'
      ? strangers(artifact)
      : []

test('whatever is set, exported files parse and carry only fields that the real types have', () => {
  const board = route.open(route.sandbox)
  const axes = board.axes?.list ?? []
  const choices = fc.tuple(...axes.map(({ values }) => fc.nat({ max: values.length - 1 })))
  fc.assert(
    fc.property(choices, choice => {
      const artifacts = board.artifacts(board.axes?.state(choice) ?? board.start)
      expect(artifacts.length).toBeGreaterThan(4)
      expect(artifacts.flatMap(faultsOfFile)).toEqual([])
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
