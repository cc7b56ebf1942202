import { same, type Text } from '../../../core/text.ts'
import type { Artifact } from '../../../core/world.ts'
import { endpointUrl } from '../endpoint.ts'
import { CONTAINER_NAMESPACES, holdersOf } from '../namespaces.ts'
import type { Handler, NodePlan, PodPlan } from '../plan.ts'
import { type PathId, roadOf } from '../road.ts'
import { handlerFor } from '../start.ts'
import { atLeast, criVersions } from '../versions.ts'

/** NamespaceMode as crictl's JSON takes it: the numbers of the enum. */
const MODES = { POD: 0, CONTAINER: 1, NODE: 2 } as const

/** The name of a file for crictl, as it is exported. */
const fileName = ({ id }: PodPlan, part: 'pod' | 'container'): string => `${id}.crictl-${part}.json`

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
      title: same(`${pod.id}: ${fileName(pod, 'pod')}`),
      language: 'json',
      text: json(sandbox),
    },
    {
      id: `${pod.id}.crictl-container`,
      title: same(`${pod.id}: ${fileName(pod, 'container')}`),
      language: 'json',
      text: json(container),
    },
  ]
}

/** The pod that is started by hand: one with a RuntimeClass, if there is any, as it shows more. */
export const podByHand = (pods: readonly PodPlan[]): PodPlan | undefined =>
  pods.find(({ runtimeClass }) => runtimeClass !== null) ?? pods[0]

/** Commands that do it and look at the result. */
export function lookFile(node: NodePlan, pods: readonly PodPlan[], name: Text): Artifact {
  const pod = podByHand(pods)
  const store = roadOf(node, 'plain')?.store
  const { endpoint, runPod, listPods } = commandsOf(node)
  const lines = [
    `export ${endpoint}=${endpointUrl(node.endpoint)}`,
    'crictl info        # does anybody answer, in which version, is the network ready?',
    `crictl ${listPods}; crictl ps -a; crictl images`,
    ...(pod === undefined ? [] : startLines(node, pod, runPod)),
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

/** crictl's words before Kubernetes 1.10, and since. cri-tools cmd/crictl, tags v1.0.0-alpha.0 and v1.0.0-beta.0. */
function commandsOf({ kubelet }: NodePlan): {
  readonly endpoint: string
  readonly runPod: string
  readonly listPods: string
} {
  return atLeast(kubelet, '1.10')
    ? { endpoint: 'CONTAINER_RUNTIME_ENDPOINT', runPod: 'runp', listPods: 'pods' }
    : { endpoint: 'CRI_RUNTIME_ENDPOINT', runPod: 'runs', listPods: 'sandboxes' }
}

/** A pod's start by hand, call by call, and who stays with it. */
function startLines(node: NodePlan, pod: PodPlan, runPod: string): readonly string[] {
  const handler = pod.runtimeClass === null ? '' : `--runtime ${pod.runtimeClass.handler} `
  const path = roadOf(node, 'plain')?.path
  return [
    `POD=$(crictl ${runPod} ${handler}${fileName(pod, 'pod')})`,
    ...(pod.pull === 'Never' ? [] : [`crictl pull ${pod.image}`]),
    `CTR=$(crictl create $POD ${fileName(pod, 'container')} ${fileName(pod, 'pod')})`,
    'crictl start $CTR',
    lookAtProcesses(node, pod, path),
    ...(path === 'cri-plugin' && handlerFor(node, pod) === 'plain' ? [lookAtNamespaces(pod)] : []),
  ]
}

/** The newest process that holds a container, with what hangs below it. */
function lookAtProcesses(node: NodePlan, pod: PodPlan, path: PathId | undefined): string {
  const handler = handlerFor(node, pod)
  const isConmon = path === 'cri-o' && handler !== 'kata'
  const found = isConmon ? '$(pgrep -n conmon)' : '$(pgrep -n -f containerd-shim)'
  return `pstree -a ${found}   # ${isConmon ? 'conmon' : 'the shim'} ${HELD[handler](node.ociRuntime)}`
}

const HELD: { readonly [H in Handler]: (low: string) => string } = {
  plain: low => `holds the app; ${low} is gone`,
  runsc: () => 'holds a gofer and the sandbox; the app is inside',
  kata: () => 'holds the virtual machine; the app is inside',
}

/** Pause and app side by side: what they share has one number. */
function lookAtNamespaces(pod: PodPlan): string {
  const holders = holdersOf(pod)
  const shared = CONTAINER_NAMESPACES.filter(type => holders[type] === 'pod')
  const host = CONTAINER_NAMESPACES.filter(type => holders[type] === 'host')
  const ofHost = host.length === 0 ? '' : `; the host's: ${host.join(', ')}`
  return `lsns -o NS,TYPE,PID,COMMAND   # pause and app share: ${shared.join(', ')}${ofHost}`
}
