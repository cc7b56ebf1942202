import type { Text } from '../../../core/text.ts'
import type { Artifact } from '../../../core/world.ts'
import { endpointUrl } from '../endpoint.ts'
import { CONTAINER_NAMESPACES, holdersOf } from '../namespaces.ts'
import type { NodePlan, PodPlan } from '../plan.ts'
import { roadOf } from '../road.ts'
import { criVersions } from '../versions.ts'

/** NamespaceMode as crictl's JSON takes it: the numbers of the enum. */
const MODES = { POD: 0, CONTAINER: 1, NODE: 2 } as const

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`

/**
 * Whose namespaces a pod is in, as the CRI of the kubelet's time says it: up to v1alpha1 only whether they are the host's,
 * then a mode for each. CRI api.proto NamespaceOption, v1alpha1 and v1alpha2.
 */
function namespaceOptions({ kubelet }: NodePlan, { hostNetwork, sharePid }: PodPlan): object {
  if (criVersions('kubelet', kubelet)[0] === 'v1alpha1')
    return { host_network: hostNetwork, host_pid: false, host_ipc: false }
  return {
    network: hostNetwork ? MODES.NODE : MODES.POD,
    pid: sharePid ? MODES.POD : MODES.CONTAINER,
    ipc: MODES.POD,
  }
}

/**
 * The same start by hand, over the CRI: `crictl runp`, `create`, `start`, with a PodSandboxConfig and a ContainerConfig.
 * CRI api.proto; cri-tools docs/crictl.md.
 */
export function crictlFiles(node: NodePlan, pod: PodPlan): readonly Artifact[] {
  const namespaces = namespaceOptions(node, pod)
  const sandbox = {
    metadata: { name: pod.id, namespace: 'default', uid: `${pod.id}-uid`, attempt: 0 },
    // On the host's network a pod has the host's name: runc refuses to set another. kubernetes pkg/kubelet/kuberuntime.
    ...(pod.hostNetwork ? {} : { hostname: pod.id }),
    log_directory: `/var/log/pods/${pod.id}`,
    linux: {
      cgroup_parent: node.runtimeDriver === 'systemd' ? 'kubepods-burstable.slice' : '/kubepods/burstable',
      security_context: { namespace_options: namespaces },
    },
  }
  const container = {
    metadata: { name: pod.id, attempt: 0 },
    image: { image: pod.image },
    command: [pod.command === 'bad' ? '/bin/shp' : '/bin/shop'],
    log_path: `${pod.id}/0.log`,
    linux: {
      ...(pod.limit === null ? {} : { resources: { memory_limit_in_bytes: pod.limit * 1024 * 1024 } }),
      security_context: { namespace_options: namespaces },
    },
  }
  return [
    {
      id: `${pod.id}.crictl-pod`,
      title: { en: `${pod.id}: pod-config.json for crictl`, ko: `${pod.id}: crictl용 pod-config.json` },
      language: 'json',
      text: json(sandbox),
    },
    {
      id: `${pod.id}.crictl-container`,
      title: {
        en: `${pod.id}: container-config.json for crictl`,
        ko: `${pod.id}: crictl용 container-config.json`,
      },
      language: 'json',
      text: json(container),
    },
  ]
}

/** Commands that do it and look at the result. */
export function lookFile(node: NodePlan, pods: readonly PodPlan[], name: Text): Artifact {
  const road = roadOf(node, 'plain')
  const store = road?.store
  const [pod] = pods
  const handler =
    pod?.runtimeClass === undefined || pod.runtimeClass === null
      ? ''
      : `--runtime ${pod.runtimeClass.handler} `
  const lines = [
    `export CONTAINER_RUNTIME_ENDPOINT=${endpointUrl(node.endpoint)}`,
    'crictl info        # does anybody answer, in which version, is the network ready?',
    'crictl pods; crictl ps -a; crictl images',
    ...(pod === undefined
      ? []
      : [
          `POD=$(crictl runp ${handler}pod-config.json)`,
          ...(pod.pull === 'Never' ? [] : [`crictl pull ${pod.image}`]),
          'CTR=$(crictl create $POD container-config.json pod-config.json)',
          'crictl start $CTR',
          'pstree -a $(pgrep -f shim | head -1)   # the shim holds the app; runc is gone',
          ...(road?.path === 'cri-plugin' && handler === '' ? [lookAtNamespaces(pod)] : []),
        ]),
    ...(store === 'docker' ? ['docker ps            # here pods are Docker’s containers'] : []),
    ...(store === 'k8s.io' ? ['ctr -n k8s.io containers ls   # and docker ps shows none of them'] : []),
    ...pods.flatMap(({ image, stores }) =>
      stores.includes('docker') && stores.includes('k8s.io')
        ? [`docker save ${image} | ctr -n k8s.io images import -`]
        : [],
    ),
  ]
  return {
    id: `${node.id}.look`,
    title: { en: `${name.en}: do it and look`, ko: `${name.ko}: 해 보고 들여다보기` },
    language: 'sh',
    text: `${lines.join('\n')}\n`,
  }
}

/** Pause and app side by side: what they share has one number. */
function lookAtNamespaces(pod: PodPlan): string {
  const holders = holdersOf(pod)
  const shared = CONTAINER_NAMESPACES.filter(type => holders[type] === 'pod')
  const host = CONTAINER_NAMESPACES.filter(type => holders[type] === 'host')
  const ofHost = host.length === 0 ? '' : `; the host's: ${host.join(', ')}`
  return `lsns -o NS,TYPE,PID,COMMAND   # pause and app share: ${shared.join(', ')}${ofHost}`
}
