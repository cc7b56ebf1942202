import type { TranscriptLine } from '../../core/scene.ts'
import { endpointUrl } from './endpoint.ts'
import { daemonsOn } from './memory.ts'
import type { NodePlan } from './plan.ts'
import { answerAt } from './road.ts'
import { commonCri, serviceAsked } from './versions.ts'

/** A question to a node. */
export type Ask = 'kubelet' | 'crictl' | 'plugins' | 'versions' | 'cni'

/** The questions, and the commands behind them. */
export const ASKS: readonly { readonly id: Ask; readonly command: string }[] = [
  { id: 'kubelet', command: 'ps -o args= -C kubelet' },
  { id: 'crictl', command: 'crictl info' },
  { id: 'plugins', command: 'ctr plugins ls | grep cri' },
  { id: 'versions', command: 'for d in kubelet containerd dockerd crio; do $d --version; done' },
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
  const answer = answerAt(node)
  switch (answer.type) {
    case 'silence':
      return [failed(`connect: no such file or directory: ${endpointUrl(node.endpoint)}`)]
    case 'rest':
      return [
        failed(
          'rpc error: code = Unavailable desc = connection error: desc = "error reading server preface: http2: frame too large"',
        ),
      ]
    case 'no-cri':
      return [failed(`rpc error: code = Unimplemented desc = unknown service ${serviceAsked(node.kubelet)}`)]
    case 'cri': {
      const versions = answer.speaks.join(', ')
      const isCommon = commonCri(node.kubelet, answer.speaks) !== null
      const line = `runtimeApiVersions: ${versions}`
      return [isCommon ? output(line) : failed(`${line}; the kubelet asks for ${serviceAsked(node.kubelet)}`)]
    }
    default:
      return answer satisfies never
  }
}

function pluginLines({ containerd, cri }: NodePlan): readonly TranscriptLine[] {
  if (containerd === null) return [failed('ctr: command not found')]
  if (containerd === '1.0' || !cri) return []
  return [output('io.containerd.grpc.v1           cri                      linux/amd64    ok')]
}

function versionLines(node: NodePlan): readonly TranscriptLine[] {
  const found = daemonsOn(node)
  const line = (name: string, version: string | null) =>
    version === null ? [] : [output(`${name} ${version}`)]
  return [
    output(`Kubernetes v${node.kubelet}`),
    ...line('containerd', node.containerd),
    ...line('Docker version', node.dockerd),
    ...line('crio version', node.crio),
    output(`(running: ${found.join(', ')})`),
  ]
}
