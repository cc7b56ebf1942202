import { endpointUrl, SOCKETS } from './endpoint.ts'
import type { NodePlan } from './plan.ts'
import { answerAt } from './road.ts'
import { atLeast, commonCri, serviceAsked, type Version } from './versions.ts'

/** What a gRPC client gets that asks a socket for the CRI in vain: the code, and what it says. */
export type Refusal = { readonly code: 'Unimplemented' | 'Unavailable'; readonly text: string }

/** What a client of the kubelet's time gets where the kubelet asks; `null` where it is answered. */
export function refusalAt(node: NodePlan): Refusal | null {
  const answer = answerAt(node)
  switch (answer.type) {
    case 'silence':
      return silence(node)
    case 'rest':
      return unavailable('error reading server preface: http2: frame too large')
    case 'no-cri':
      return unknownService(node)
    case 'cri':
      return commonCri(node.kubelet, answer.speaks) === null ? unknownService(node) : null
    default:
      return answer satisfies never
  }
}

/** What a client gets where nobody listens. gRPC's words took a colon with the release that Kubernetes 1.28 has. */
export function silence({ kubelet, endpoint }: Pick<NodePlan, 'kubelet' | 'endpoint'>): Refusal {
  const dialing = atLeast(kubelet, '1.28') ? 'Error while dialing:' : 'Error while dialing'
  return unavailable(
    `transport: ${dialing} dial unix ${SOCKETS[endpoint].path}: connect: no such file or directory`,
  )
}

const unavailable = (why: string): Refusal => ({
  code: 'Unavailable',
  text: `connection error: desc = "${why}"`,
})

const unknownService = ({ kubelet }: NodePlan): Refusal => ({
  code: 'Unimplemented',
  text: `unknown service ${serviceAsked(kubelet)}`,
})

const rpcError = ({ code, text }: Refusal): string => `rpc error: code = ${code} desc = ${text}`

/**
 * What the kubelet logs last when its runtime's socket gives it no CRI. It asks for the version at once from 1.23 on, and
 * again when it sets up its runtime manager. kubernetes pkg/kubelet/cri/remote/remote_runtime.go (`determineAPIVersion` in
 * 1.23 to 1.25, `validateServiceConnection` from 1.26; every code is an error there from 1.27, kubernetes#115102) and
 * pkg/kubelet/kuberuntime (`getTypedVersion`, which names itself in logs of 1.18; not in those of 1.13 and 1.15:
 * kubernetes-the-hard-way#591, kubernetes#73189, microk8s#561). In full in cri-dockerd#136.
 */
export function kubeletRefused(node: NodePlan, refusal: Refusal): string {
  const early = earlyRefusal(node, refusal)
  if (early !== null) return `failed to run Kubelet: ${early}`
  const asked = atLeast(node.kubelet, '1.18') ? 'get remote runtime typed version failed: ' : ''
  return `failed to run Kubelet: failed to create kubelet: ${asked}${rpcError(refusal)}`
}

/**
 * How the connection itself is refused, in words that kubelet and crictl share; `null` where it is made all the same and a
 * later call fails: an Unimplemented v1 falls back to v1alpha2 up to 1.25, and 1.26 looks for nothing else.
 */
function earlyRefusal({ kubelet, endpoint }: NodePlan, refusal: Refusal): string | null {
  const rpc = rpcError(refusal)
  const isUnimplemented = refusal.code === 'Unimplemented'
  const url = endpointUrl(endpoint)
  if (atLeast(kubelet, '1.27'))
    return `validate service connection: validate CRI v1 runtime API for endpoint "${url}": ${rpc}`
  if (atLeast(kubelet, '1.26'))
    return isUnimplemented
      ? `validate service connection: CRI v1 runtime API is not implemented for endpoint "${url}": ${rpc}`
      : null
  return atLeast(kubelet, '1.23') && !isUnimplemented
    ? `unable to determine runtime API version: ${rpc}`
    : null
}

/** A command of crictl. */
export type CrictlCommand = 'info' | 'ps'

const DOING: { readonly [C in CrictlCommand]: string } = {
  info: 'getting status of runtime',
  ps: 'listing containers',
}

/**
 * What crictl of the kubelet's version prints where its endpoint gives it no CRI. From 1.24 on it connects with the
 * kubelet's own code; before, it waits two seconds for a connection. cri-tools cmd/crictl/main.go, util.go, info.go and
 * container.go, tags v1.16.0 to v1.30.0.
 */
export function crictlRefused(node: NodePlan, refusal: Refusal, command: CrictlCommand): string {
  const { kubelet } = node
  if (refusal.code === 'Unavailable' && !atLeast(kubelet, '1.24'))
    return neverConnected(node, refusal, command)
  const early = atLeast(kubelet, '1.24') ? earlyRefusal(node, refusal) : null
  return `FATA[0000] ${early ?? `${doing(kubelet, command)}: ${rpcError(refusal)}`}`
}

const doing = (kubelet: Version, command: CrictlCommand): string =>
  atLeast(kubelet, '1.19') ? DOING[command] : `${DOING[command]} failed`

function neverConnected({ kubelet, endpoint }: NodePlan, refusal: Refusal, command: CrictlCommand): string {
  if (atLeast(kubelet, '1.19'))
    return `FATA[0002] connect: connect endpoint '${endpointUrl(endpoint)}', make sure you are running as root and the endpoint has been started: context deadline exceeded`
  if (atLeast(kubelet, '1.16'))
    return 'FATA[0002] failed to connect: failed to connect, make sure you are running as root and the runtime has been started: context deadline exceeded'
  return `${doing(kubelet, command)}: ${rpcError(refusal)} (how crictl before 1.16 words this is not verified)`
}
