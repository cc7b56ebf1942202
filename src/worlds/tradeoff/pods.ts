import type { Artifact } from '../../core/world.ts'
import { sourceWords } from './figures.ts'
import { imageRef, numberLines, ownMiB } from './numbers.ts'
import type { Option } from './option.ts'
import { TRAITS } from './packs.ts'
import { parameter } from './parameters.ts'
import type { Placed } from './placement.ts'
import type { Setup } from './setup.ts'

/** Pods for the OCI workloads of a host with containerd alone, which a kubelet drives over the CRI. */
export function podArtifacts(setup: Setup, at: Placed): readonly Artifact[] {
  const options = at.options.filter(({ choice }) => TRAITS[choice.pack].oci)
  if (at.engine !== 'containerd' || options.length === 0) return []
  const name = at.host.id
  const text = options
    .map(option => [...numberLines(option, at), ...podLines(setup, option, name)].join('\n'))
    .join('\n---\n')
  return [
    {
      id: `pods.${name}`,
      title: { en: `On ${name}: pods`, ko: `${name}에서: 파드` },
      language: 'yaml',
      text,
    },
  ]
}

function podLines(setup: Setup, option: Option, host: string): readonly string[] {
  const { id, choice } = option
  const { port, publish } = setup.workloads[id] ?? {}
  const isHost = choice.net === 'host'
  const hostPort = isHost || publish === undefined ? '' : `, hostPort: ${publish}`
  return [
    'apiVersion: v1',
    'kind: Pod',
    `metadata: { name: ${id} }`,
    ...(option.peakInstances > 1
      ? [`# ${option.peakInstances} of these: a Deployment with so many replicas`]
      : []),
    'spec:',
    `  nodeSelector: { kubernetes.io/hostname: ${host} }`,
    ...(choice.pack === 'gvisor' || choice.pack === 'kata' ? [`  runtimeClassName: ${choice.pack}`] : []),
    ...(choice.pack === 'userns' ? ['  hostUsers: false'] : []),
    ...(isHost ? ['  hostNetwork: true'] : []),
    '  containers:',
    `    - name: ${id}`,
    `      image: ${imageRef(option)}`,
    `      resources: { limits: { memory: ${Math.ceil(ownMiB(option))}Mi } }`,
    ...(port === undefined ? [] : [`      ports: [{ containerPort: ${port}${hostPort} }]`]),
    ...(choice.disk === 'volume' ? ['      volumeMounts: [{ name: data, mountPath: /data }]'] : []),
    ...(choice.disk === 'volume'
      ? [`  volumes: [{ name: data, persistentVolumeClaim: { claimName: ${id} } }]`]
      : []),
  ]
}

/** A RuntimeClass for each sandboxed runtime that a plan uses on containerd: the handler, and what each pod costs more. */
export function runtimeClasses(hosts: readonly Placed[]): readonly Artifact[] {
  const used = (pack: 'gvisor' | 'kata'): boolean =>
    hosts.some(at => at.engine === 'containerd' && at.options.some(({ choice }) => choice.pack === pack))
  const classes = [
    ...(used('gvisor') ? [runtimeClass('gvisor', 'runsc', [])] : []),
    ...(used('kata') ? [runtimeClass('kata', 'kata', kataOverhead())] : []),
  ]
  if (classes.length === 0) return []
  const title = { en: 'RuntimeClass: who may be different', ko: 'RuntimeClass: 다르게 실행될 파드' }
  return [{ id: 'runtime-class', title, language: 'yaml', text: classes.join('\n---\n') }]
}

const runtimeClass = (name: string, handler: string, more: readonly string[]): string =>
  [
    'apiVersion: node.k8s.io/v1',
    'kind: RuntimeClass',
    `metadata: { name: ${name} }`,
    `handler: ${handler}`,
    ...more,
  ].join('\n')

function kataOverhead(): readonly string[] {
  const memory = parameter('kataMemory')
  const cpu = parameter('kataCpu')
  return [
    `# ${sourceWords(memory).en}: ${memory.about.en}`,
    `overhead: { podFixed: { memory: ${memory.value}Mi, cpu: ${cpu.value}m } }`,
  ]
}
