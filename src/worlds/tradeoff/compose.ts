import type { Artifact } from '../../core/world.ts'
import { imageRef, numberLines, ownMiB } from './numbers.ts'
import type { Option } from './option.ts'
import { TRAITS } from './packs.ts'
import type { Placed } from './placement.ts'
import type { Setup } from './setup.ts'

/** A compose file for the OCI workloads of a host with dockerd, and the daemon.json that it needs beside it. */
export function composeArtifacts(setup: Setup, at: Placed): readonly Artifact[] {
  const options = at.options.filter(({ choice }) => TRAITS[choice.pack].oci)
  if (at.engine !== 'docker' || options.length === 0) return []
  const name = at.host.id
  const isRemapped = options.some(({ choice }) => choice.pack === 'userns')
  const volumes = options.filter(({ choice }) => choice.disk === 'volume')
  const text = [
    ...options.flatMap(option => numberLines(option, at)),
    'services:',
    ...options.flatMap(option => serviceLines(setup, option, isRemapped ? 'remapped' : 'plain')),
    ...(volumes.length === 0 ? [] : ['volumes:', ...volumes.map(({ id }) => `  ${id}-data: {}`)]),
  ].join('\n')
  const file: Artifact = {
    id: `compose.${name}`,
    title: { en: `On ${name}: compose.yaml`, ko: `${name}에서: compose.yaml` },
    language: 'yaml',
    text,
  }
  return [file, ...daemonArtifacts(name, options)]
}

function serviceLines(setup: Setup, option: Option, daemon: 'remapped' | 'plain'): readonly string[] {
  const { id, choice, peakInstances } = option
  const { port, publish } = setup.workloads[id] ?? {}
  const isHost = choice.net === 'host'
  const ports =
    isHost || port === undefined || publish === undefined ? [] : [`    ports: ["${publish}:${port}"]`]
  return [
    `  ${id}:`,
    `    image: ${imageRef(option)}`,
    `    mem_limit: ${Math.ceil(ownMiB(option))}m`,
    ...(choice.pack === 'gvisor' ? ['    runtime: runsc'] : []),
    ...(choice.pack === 'kata' ? ['    runtime: io.containerd.kata.v2'] : []),
    // One daemon maps the ids of all its containers; those that shall keep the host's say so.
    ...(daemon === 'remapped' && choice.pack !== 'userns' ? ['    userns_mode: host'] : []),
    ...(isHost ? ['    network_mode: host'] : []),
    ...ports,
    ...(choice.disk === 'volume' ? ['    volumes:', `      - ${id}-data:/data`] : []),
    ...(choice.logs === 'shipped' ? ['    logging: { driver: fluentd }'] : []),
    ...(peakInstances > 1 ? ['    deploy:', `      replicas: ${peakInstances}`] : []),
  ]
}

/** What dockerd has to be told once: id mapping and the runtimes besides runc. */
function daemonArtifacts(host: string, options: readonly Option[]): readonly Artifact[] {
  const has = (pack: string): boolean => options.some(({ choice }) => choice.pack === pack)
  const settings = {
    ...(has('userns') ? { 'userns-remap': 'default', features: { 'containerd-snapshotter': false } } : {}),
    ...(has('gvisor') ? { runtimes: { runsc: { path: '/usr/local/bin/runsc' } } } : {}),
  }
  if (Object.keys(settings).length === 0) return []
  return [
    {
      id: `daemon.${host}`,
      title: { en: `On ${host}: /etc/docker/daemon.json`, ko: `${host}에서: /etc/docker/daemon.json` },
      language: 'json',
      text: JSON.stringify(settings, null, 2),
    },
  ]
}
