import type { TranscriptLine } from '../../core/scene.ts'
import { endpointUrl } from './endpoint.ts'
import type { NodePlan } from './plan.ts'
import { crictlRefused, refusalAt } from './refusals.ts'
import { atLeast, type Version } from './versions.ts'

/** A question to a node. */
export type Ask = 'kubelet' | 'crictl' | 'plugins' | 'versions' | 'cni'

/** The questions, and the commands behind them. */
export const ASKS: readonly { readonly id: Ask; readonly command: string }[] = [
  { id: 'kubelet', command: 'ps -o args= -C kubelet' },
  { id: 'crictl', command: 'crictl info >/dev/null && echo answered' },
  { id: 'plugins', command: 'ctr plugins ls | grep cri' },
  { id: 'versions', command: 'for d in kubelet containerd crio {cri-,}dockerd; do $d --version; done' },
  { id: 'cni', command: 'ls /etc/cni/net.d' },
]

const output = (text: string): TranscriptLine => ({ type: 'output', text })
const failed = (text: string): TranscriptLine => ({ type: 'error', text })

/** What a question prints on a node. */
export function configLines(node: NodePlan, ask: Ask): readonly TranscriptLine[] {
  switch (ask) {
    case 'kubelet':
      return [output(`kubelet ${kubeletFlags(node).join(' ')}`)]
    case 'crictl':
      return crictlInfo(node)
    case 'plugins':
      return pluginLines(node)
    case 'versions':
      return versionLines(node)
    case 'cni':
      return node.cni === 'none' || node.cni === 'agent' ? [] : [output('10-bridge.conflist')]
    default:
      return ask satisfies never
  }
}

/** The kubelet's flags that matter to the road. */
export function kubeletFlags(node: NodePlan): readonly string[] {
  const network = node.networkPlugin === 'none' ? [] : [`--network-plugin=${node.networkPlugin}`]
  if (node.endpoint === 'dockershim') return ['--container-runtime=docker', ...network]
  return [
    ...(isRemoteFlagKnown(node.kubelet) ? ['--container-runtime=remote'] : []),
    `--container-runtime-endpoint=${endpointUrl(node.endpoint)}`,
    ...network,
  ]
}

/** --container-runtime is gone from 1.27 on; from 1.24 on `remote` is all it can be. Kubernetes 1.27 changelog. */
const isRemoteFlagKnown = (kubelet: string): boolean => Number(kubelet.split('.')[1] ?? 0) < 24

function crictlInfo(node: NodePlan): readonly TranscriptLine[] {
  const refusal = refusalAt(node)
  return refusal === null ? [output('answered')] : [failed(crictlRefused(node, refusal, 'info'))]
}

function pluginLines({ containerd, cri }: NodePlan): readonly TranscriptLine[] {
  if (containerd === null) return [notFound('ctr')]
  if (containerd === '1.0' || !cri) return []
  return [output('io.containerd.grpc.v1           cri                      linux/amd64    ok')]
}

/** Each program's own first line, its version without the patch; the shell's, where there is no such program. */
function versionLines(node: NodePlan): readonly TranscriptLine[] {
  const line = (program: string, version: Version | null, words: (version: Version) => string) =>
    version === null ? notFound(program) : output(words(version))
  return [
    output(`Kubernetes v${node.kubelet}`),
    line('containerd', node.containerd, version => `containerd ${containerdModule(version)} v${version}`),
    line('crio', node.crio, version => `crio version ${version}`),
    line('cri-dockerd', node.criDockerd, version => `cri-dockerd ${version}`),
    line('dockerd', node.dockerd, version => `Docker version ${version}`),
  ]
}

const notFound = (program: string): TranscriptLine => failed(`bash: ${program}: command not found`)

/** The package that `containerd --version` names: a Go module, which carries its major version from 2 on. */
const containerdModule = (version: Version): string =>
  `github.com/containerd/containerd${atLeast(version, '2.0') ? '/v2' : ''}`
