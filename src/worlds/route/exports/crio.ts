import type { Text } from '../../../core/text.ts'
import type { Artifact } from '../../../core/world.ts'
import { pauseImage } from '../errors.ts'
import type { NodePlan } from '../plan.ts'

/** CRI-O's drop-in. CRI-O docs/crio.conf.5. */
export function crioFiles(node: NodePlan, name: Text): readonly Artifact[] {
  if (node.crio === null) return []
  const lines = [
    '[crio.image]',
    `pause_image = "${pauseImage({ node })}"`,
    '',
    '[crio.runtime]',
    `cgroup_manager = "${node.runtimeDriver}"`,
    `default_runtime = "${node.defaultHandler === 'plain' ? node.ociRuntime : node.defaultHandler}"`,
    `drop_infra_ctr = ${node.dropInfra}`,
    '',
    `[crio.runtime.runtimes.${node.ociRuntime}]`,
    `runtime_path = "/usr/bin/${node.ociRuntime}"`,
    'runtime_type = "oci"',
    ...(node.handlers.includes('runsc')
      ? ['', '[crio.runtime.runtimes.runsc]', 'runtime_path = "/usr/local/bin/runsc"', 'runtime_type = "oci"']
      : []),
    ...(node.handlers.includes('kata')
      ? [
          '',
          '[crio.runtime.runtimes.kata]',
          'runtime_path = "/usr/bin/containerd-shim-kata-v2"',
          'runtime_type = "vm"',
        ]
      : []),
  ]
  return [
    {
      id: `${node.id}.crio`,
      title: {
        en: `${name.en}: /etc/crio/crio.conf.d/10-road.conf`,
        ko: `${name.ko}: /etc/crio/crio.conf.d/10-road.conf`,
      },
      language: 'toml',
      text: `${lines.join('\n')}\n`,
    },
  ]
}
