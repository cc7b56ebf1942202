import type { Artifact } from '../../../core/world.ts'
import type { Text } from '../../../core/text.ts'
import { endpointUrl } from '../endpoint.ts'
import { kubeletFlags } from '../inspect.ts'
import type { NodePlan } from '../plan.ts'
import { atLeast } from '../versions.ts'
import { toYaml } from './yaml.ts'

/**
 * A node's kubelet for real: its flags, and from 1.27 on the endpoint in its KubeletConfiguration. Before 1.10 there is no
 * v1beta1 of that, and its settings are flags, too. kubernetes/website#7561.
 */
export function kubeletFiles(node: NodePlan, name: Text): readonly Artifact[] {
  const isInConfig = atLeast(node.kubelet, '1.27')
  const hasConfig = atLeast(node.kubelet, '1.10')
  const flags = [
    ...(isInConfig ? ['--config=/var/lib/kubelet/config.yaml'] : kubeletFlags(node)),
    ...(hasConfig ? [] : [`--cgroup-driver=${node.kubeletDriver}`]),
  ]
  const file: Artifact = {
    id: `${node.id}.kubelet`,
    title: { en: `${name.en}: /etc/default/kubelet`, ko: `${name.ko}: /etc/default/kubelet` },
    language: 'sh',
    text: `KUBELET_EXTRA_ARGS="${flags.join(' ')}"\n`,
  }
  if (!hasConfig) return [file]
  const config: Artifact = {
    id: `${node.id}.kubelet-config`,
    title: {
      en: `${name.en}: /var/lib/kubelet/config.yaml`,
      ko: `${name.ko}: /var/lib/kubelet/config.yaml`,
    },
    language: 'yaml',
    text: toYaml({
      apiVersion: 'kubelet.config.k8s.io/v1beta1',
      kind: 'KubeletConfiguration',
      cgroupDriver: node.kubeletDriver,
      ...(isInConfig ? { containerRuntimeEndpoint: endpointUrl(node.endpoint) } : {}),
    }),
  }
  return [file, config]
}
