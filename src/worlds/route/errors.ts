import type { FailureId } from './failures.ts'
import type { NodePlan, PodPlan } from './plan.ts'
import { kubeletRefused, refusalAt } from './refusals.ts'
import { roadOf } from './road.ts'
import { atLeast } from './versions.ts'

/** What an error is about. */
export type Scene = { readonly node: NodePlan; readonly pod: PodPlan }

/** The real text of a failure, as the kubelet logs it or `kubectl describe` shows it; ids and times are left out. */
export function errorText(failure: FailureId, scene: Scene): string {
  return failure === 'none' ? '' : TEXTS[failure](scene)
}

/** The kubelet's own log where its socket gives it no CRI. */
const refused = ({ node }: Scene): string => {
  const refusal = refusalAt(node)
  return refusal === null ? '' : kubeletRefused(node, refusal)
}

const isDocker = ({ node }: Scene): boolean => roadOf(node, 'plain')?.store === 'docker'
const isShim = ({ node }: Scene): boolean => node.endpoint === 'dockershim'
const isCrio = ({ node }: Scene): boolean => node.endpoint === 'crio'

const rpc = (text: string): string => `rpc error: code = Unknown desc = ${text}`
const sandbox = (text: string): string => `Failed to create pod sandbox: ${rpc(text)}`

/** How CRI-O words that it cannot get an image is in no source that was read: the text says so and gives the cause. */
const unverified = (about: string): string => `${about} (how CRI-O words this is not verified)`

/** `shop:3` in full: registries are part of a name. */
const reference = (image: string): string => (image.includes('/') ? image : `docker.io/library/${image}`)

/** The sandbox image that each release named: kubeadm's constants; k8s.gcr.io was left with 1.25. */
const PAUSE_TAGS: readonly (readonly [since: string, image: string])[] = [
  ['1.5', 'k8s.gcr.io/pause:3.1'],
  ['1.18', 'k8s.gcr.io/pause:3.2'],
  ['1.22', 'k8s.gcr.io/pause:3.5'],
  ['1.23', 'k8s.gcr.io/pause:3.6'],
  ['1.24', 'k8s.gcr.io/pause:3.7'],
  ['1.25', 'registry.k8s.io/pause:3.8'],
  ['1.26', 'registry.k8s.io/pause:3.9'],
  ['1.31', 'registry.k8s.io/pause:3.10'],
  ['1.34', 'registry.k8s.io/pause:3.10.1'],
  ['1.36', 'registry.k8s.io/pause:3.10.2'],
]

/** The sandbox image of a node. */
export function pauseImage({ node }: Pick<Scene, 'node'>): string {
  if (node.pause === 'wrong') return 'registry.example/pause:none'
  return PAUSE_TAGS.findLast(([since]) => atLeast(node.kubelet, since))?.[1] ?? 'k8s.gcr.io/pause:3.1'
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

const NOT_READY = 'network not ready: NetworkReady=false reason:NetworkPluginNotReady'
const DOCKER_NETWORK = 'docker: network plugin is not ready: cni config uninitialized'
const CRIO_NETWORK = 'no CNI configuration file in /etc/cni/net.d/. Has your network provider started?'

const TEXTS: { readonly [F in Exclude<FailureId, 'none'>]: (scene: Scene) => string } = {
  'insufficient-memory': () => '0/1 nodes are available: 1 Insufficient memory.',
  'unknown-flag': () => 'Error: failed to parse kubelet flag: unknown flag: --network-plugin',
  'cgroup-v1': () =>
    'failed to validate kubelet configuration, error: kubelet is configured to not run on a host using cgroup v1. cgroup v1 support is unsupported and will be removed in a future release',
  'driver-mismatch-kubelet': ({ node }) =>
    `failed to run Kubelet: failed to create kubelet: misconfiguration: kubelet cgroup driver: "${node.kubeletDriver}" is different from docker cgroup driver: "${node.runtimeDriver}"`,
  'docker-down': () =>
    'failed to run Kubelet: failed to create kubelet: failed to get docker version: Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
  'no-socket': refused,
  'rest-is-not-cri': refused,
  'cri-disabled': refused,
  'cri-missing': refused,
  'cri-version': refused,
  'network-not-ready': scene => {
    if (isShim(scene)) return `network is not ready: runtime ${NOT_READY} message:${DOCKER_NETWORK}`
    const why = isDocker(scene)
      ? DOCKER_NETWORK
      : `Network plugin returns error: ${isCrio(scene) ? CRIO_NETWORK : 'cni plugin not initialized'}`
    return `network is not ready: container runtime ${NOT_READY} message:${why}`
  },
  'secret-volume': ({ pod }) =>
    `MountVolume.SetUp failed for volume "${pod.id}-secret" : secret "${pod.id}-secret" not found`,
  'unknown-handler': scene => {
    const handler = scene.pod.runtimeClass?.handler ?? scene.node.defaultHandler
    if (isCrio(scene)) return sandbox(`failed to find runtime handler ${handler} from runtime list map[]`)
    if (isShim(scene)) return sandbox(`RuntimeHandler "${handler}" not supported`)
    if (isDocker(scene))
      return sandbox(`Error response from daemon: unknown or invalid runtime name: ${handler}`)
    return sandbox(
      `${atLeast(scene.node.containerd ?? '1.0', '1.3') ? 'failed to get sandbox runtime: ' : ''}no runtime for "${handler}" is configured`,
    )
  },
  'pause-image': scene => {
    const image = pauseImage(scene)
    if (isCrio(scene)) return sandbox(unverified(`sandbox image "${image}"`))
    return isDocker(scene)
      ? sandbox(
          `failed pulling image "${image}": Error response from daemon: Get "https://${image.split('/')[0]}/v2/": dial tcp: i/o timeout`,
        )
      : sandbox(
          `failed to get sandbox image "${image}": failed to pull image "${image}": failed to pull and unpack image "${image}": failed to resolve reference "${image}": ${unresolved(image, scene.node.pause === 'wrong' ? 'no such host' : 'i/o timeout')}`,
        )
  },
  'cni-add': scene => {
    const why = 'failed to find plugin "bridge" in path [/opt/cni/bin]'
    if (isDocker(scene))
      return sandbox(
        `failed to set up sandbox container network for pod "${scene.pod.id}": networkPlugin cni failed to set up pod "${scene.pod.id}_default" network: ${why}`,
      )
    if (isCrio(scene)) return sandbox(`failed to create pod network sandbox: ${why}`)
    return sandbox(`failed to setup network for sandbox: plugin type="bridge" failed (add): ${why}`)
  },
  'driver-mismatch': scene =>
    isCrio(scene)
      ? sandbox(
          'cri-o configured with systemd cgroup manager, but did not receive slice as parent: /kubepods/burstable',
        )
      : sandbox(
          'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: expected cgroupsPath to be of format "slice:prefix:name" for systemd cgroups, got "/kubepods/burstable" instead: unknown',
        ),
  'invalid-image': ({ pod }) =>
    `Failed to apply default image tag "${pod.image}": couldn't parse image reference "${pod.image}": invalid reference format: repository name must be lowercase`,
  'never-pulled': ({ pod }) => `Container image "${pod.image}" is not present with pull policy of Never`,
  'image-not-found': scene => pullError(scene, 'not found'),
  'registry-denied': scene =>
    pullError(scene, 'pull access denied, repository does not exist or may require authorization'),
  'registry-down': scene =>
    pullError(
      scene,
      isDocker(scene) || isCrio(scene)
        ? 'dial tcp: i/o timeout'
        : unresolved(reference(scene.pod.image), 'i/o timeout'),
    ),
  'secret-env': ({ pod }) => `Error: secret "${pod.id}-secret" not found`,
  'bad-command': scene => {
    const exec = 'exec: "/bin/shp": stat /bin/shp: no such file or directory: unknown'
    if (isCrio(scene))
      return scene.node.ociRuntime === 'crun'
        ? 'Error: container create failed: executable file `/bin/shp` not found: No such file or directory'
        : `Error: container create failed: runc create failed: unable to start container process: ${exec}`
    if (isDocker(scene))
      return `Error: failed to start container "${scene.pod.id}": Error response from daemon: OCI runtime create failed: ${exec}`
    return `Error: failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: ${exec}`
  },
  'crash-loop': ({ pod }) => `back-off 5m0s restarting failed container=${pod.id} pod=${pod.id}_default`,
  oom: () => 'Last State: Terminated, Reason: OOMKilled, Exit Code: 137',
}

function pullError(scene: Scene, why: string): string {
  const image = scene.pod.image
  const full = reference(image)
  if (isCrio(scene)) return `Failed to pull image "${image}": ${rpc(unverified(`${full}: ${why}`))}`
  if (isDocker(scene))
    return `Failed to pull image "${image}": ${rpc(`Error response from daemon: ${why === 'not found' ? `manifest for ${image} not found` : why}`)}`
  return `Failed to pull image "${image}": ${rpc(`failed to pull and unpack image "${full}": failed to resolve reference "${full}": ${why === 'not found' ? `${full}: not found` : why}`)}`
}
