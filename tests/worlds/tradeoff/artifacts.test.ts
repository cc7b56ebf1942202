import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { boardOf } from './boards.ts'

const SETUP = {
  hosts: { metal: { memory: 4096 }, node: { memory: 4096, engine: 'containerd' } },
  workloads: {
    web: { memory: 256, app: 33.3, port: 80, publish: 8080, instances: 2 },
    db: { memory: 512, port: 3306 },
  },
  controls: {
    web: {
      pack: ['container', 'userns', 'gvisor', 'kata', 'microvm', 'vm'],
      host: ['metal', 'node'],
      net: ['nat', 'host'],
      disk: ['overlay', 'volume'],
      ref: ['tag', 'digest'],
      logs: ['inside', 'shipped'],
    },
    db: { pack: ['container', 'vm'] },
  },
}

const artifacts = (choices: object) => {
  const board = boardOf(SETUP)
  return board.artifacts({ ...board.start, ...choices })
}
const text = (id: string, choices: object): string => {
  const found = artifacts(choices).find(artifact => artifact.id === id)
  if (found === undefined)
    throw new Error(
      `no ${id} among ${artifacts(choices)
        .map(a => a.id)
        .join(', ')}`,
    )
  return found.text
}
const withoutComments = (lines: string): string =>
  lines
    .split('\n')
    .filter(line => !line.startsWith('#'))
    .join('\n')

test('a docker host gets a compose file', () => {
  expect(parse(text('compose.metal', { 'web.disk': 'volume', 'web.ref': 'digest' }))).toEqual({
    services: {
      web: {
        image: 'registry.example/web@sha256:DIGEST',
        mem_limit: '256m',
        ports: ['8080:80'],
        volumes: ['web-data:/data'],
        deploy: { replicas: 2 },
      },
      db: { image: 'registry.example/db:1', mem_limit: '512m' },
    },
    volumes: { 'web-data': {} },
  })
})

test('one daemon maps ids for all, so the others say that they keep the host’s', () => {
  const plan = { 'web.pack': 'userns' }
  expect(parse(text('compose.metal', plan))).toMatchObject({ services: { db: { userns_mode: 'host' } } })
  expect(JSON.parse(text('daemon.metal', plan))).toMatchObject({ 'userns-remap': 'default' })
})

test.each([
  ['gvisor', 'runsc'],
  ['kata', 'io.containerd.kata.v2'],
])('%s on docker is the runtime %s', (pack, runtime) => {
  expect(parse(text('compose.metal', { 'web.pack': pack }))).toMatchObject({ services: { web: { runtime } } })
})

describe('on containerd', () => {
  test.each([
    ['gvisor', { runtimeClassName: 'gvisor' }],
    ['kata', { runtimeClassName: 'kata' }],
    ['userns', { hostUsers: false }],
  ])('%s is a pod with %j', (pack, spec) => {
    expect(parse(text('pods.node', { 'web.host': 'node', 'web.pack': pack }))).toMatchObject({
      kind: 'Pod',
      spec,
    })
  })

  test('a RuntimeClass names the handler and what a pod costs more', () => {
    const kata = { 'web.host': 'node', 'web.pack': 'kata' }
    expect(parse(text('runtime-class', kata))).toEqual({
      apiVersion: 'node.k8s.io/v1',
      kind: 'RuntimeClass',
      metadata: { name: 'kata' },
      handler: 'kata',
      overhead: { podFixed: { memory: '130Mi', cpu: '250m' } },
    })
    expect(text('runtime-class', kata)).toContain(
      '# Kata Containers Helm chart, RuntimeClass overhead (2026)',
    )
    expect(artifacts({ 'web.pack': 'kata' }).map(({ id }) => id)).not.toContain('runtime-class')
  })
})

test('a micro-VM gets a Firecracker configuration with room for its kernel', () => {
  const lines = withoutComments(text('firecracker.web', { 'web.pack': 'microvm' }))
  const json = lines.slice(lines.indexOf('{'), lines.lastIndexOf('}') + 1)
  expect(JSON.parse(json)).toMatchObject({ 'machine-config': { vcpu_count: 1, mem_size_mib: 256 + 85 } })
})

test('a full VM gets a QEMU command', () => {
  expect(text('qemu.web', { 'web.pack': 'vm' })).toContain('-m 341M -smp 1')
})

test.each([
  ['compose.metal', {}, 'the shim beside each container; Boxwright'],
  ['firecracker.web', { 'web.pack': 'microvm' }, 'Firecracker SPECIFICATION.md (2026)'],
  ['qemu.web', { 'web.pack': 'vm' }, 'measured under emulation'],
  [
    'qemu.web',
    { 'web.pack': 'vm' },
    "Agache et al., Firecracker, NSDI'20 (2020) · quoted · older than five years",
  ],
])('%s states the numbers it rests on: %j, %s', (id, choices, said) => {
  expect(text(id, choices)).toContain(said)
})
