import { atLeast, type Version } from './versions.ts'

/** A call that a runtime refuses: the gRPC code and what it says. */
export type RpcFailure = { readonly code: 'Unknown' | 'NotFound'; readonly text: string }

/** Why an image could not be had: no registry has it, this pod may not, or nobody could be asked. */
export type PullCause =
  | { readonly type: 'not-found' }
  | { readonly type: 'denied' }
  | { readonly type: 'unreachable'; readonly why: 'i/o timeout' | 'no such host' }

/** What a registry's refusal is called on the way through containerd and Docker alike. */
export const DENIED = 'pull access denied, repository does not exist or may require authorization'

/**
 * How containerd refuses a pull, image in full. Not found is a code of its own from 1.3 on. Up to 1.2 the plugin resolves the
 * image before it pulls; from 2.1 on the transfer service pulls. CTD remotes/docker/resolver.go, pull.go,
 * pkg/cri/server/image_pull.go of 1.1 to 2.0; core/transfer/local/pull.go and internal/cri/server/images of 2.1.
 */
export function containerdPull(containerd: Version, image: string, cause: PullCause): RpcFailure {
  const isCoded = atLeast(containerd, '1.3')
  const pulling = `failed to pull and unpack image "${image}"`
  const resolving = atLeast(containerd, '2.1')
    ? `${pulling}: failed to resolve image`
    : isCoded
      ? `${pulling}: failed to resolve reference "${image}"`
      : `failed to resolve image "${image}"`
  const why = causeWords(image, cause, isCoded ? `${image}: not found` : `${image} not found`)
  const code = cause.type === 'not-found' && isCoded ? 'NotFound' : 'Unknown'
  return { code, text: `${resolving}: ${why}` }
}

function causeWords(image: string, cause: PullCause, notFound: string): string {
  switch (cause.type) {
    case 'not-found':
      return notFound
    case 'denied':
      return DENIED
    case 'unreachable':
      return unresolved(image, cause.why)
    default:
      return cause satisfies never
  }
}

/**
 * How containerd says that it could not ask a registry: it asks for the manifest first. The address is left out. CTD
 * remotes/docker/resolver.go; distribution-spec, pulling manifests; compared in tests/reality up to the cause.
 */
function unresolved(image: string, cause: 'i/o timeout' | 'no such host'): string {
  const [name = '', tag = 'latest'] = image.split(/:(?=[^/]*$)/)
  const [host = '', ...path] = name.split('/')
  const server = host === 'docker.io' ? 'registry-1.docker.io' : host
  return `failed to do request: Head "https://${server}/v2/${path.join('/')}/manifests/${tag}": dial tcp: lookup ${server}: ${cause}`
}

/** A refused call as gRPC words it. */
export const rpcError = ({ code, text }: RpcFailure): string => `rpc error: code = ${code} desc = ${text}`

/**
 * A refused pull in the kubelet's event. From 1.28 on it strips a code that says nothing. kubernetes
 * pkg/kubelet/cri/remote/remote_image.go.
 */
export function pullEvent(kubelet: Version, image: string, failure: RpcFailure): string {
  const isBare = atLeast(kubelet, '1.28') && failure.code === 'Unknown'
  return `Failed to pull image "${image}": ${isBare ? failure.text : rpcError(failure)}`
}
