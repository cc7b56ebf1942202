import type { FailureId } from './failures.ts'
import type { NodePlan, PodPlan } from './plan.ts'
import {
  containerdPull,
  DENIED,
  type PullCause,
  pullEvent,
  type RpcFailure,
  rpcError,
} from './pull-errors.ts'
import { kubeletRefused, refusalAt } from './refusals.ts'
import { roadOf } from './road.ts'
import { atLeast, type Version } from './versions.ts'

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

const sandbox = (text: string): string =>
  `Failed to create pod sandbox: ${rpcError({ code: 'Unknown', text })}`

/** The containerd behind the CRI plugin, or behind cri-containerd. */
const containerdOf = ({ node }: Scene): Version => node.containerd ?? '1.0'

/** From 2.0 on pause is a sandbox's matter, and what fails there carries its name. CTD internal/cri/server/sandbox_run.go. */
const startingPause = (scene: Scene, text: string): string =>
  sandbox(`${atLeast(containerdOf(scene), '2.0') ? 'failed to start sandbox: ' : ''}${text}`)

/** The shim's part is named from 1.6 on. CTD runtime/v2/manager.go. */
const creatingTask = (scene: Scene, text: string): string =>
  `failed to create containerd task: ${atLeast(containerdOf(scene), '1.6') ? 'failed to create shim task: ' : ''}OCI runtime create failed: runc create failed: ${text}`

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
    const looking = atLeast(containerdOf(scene), '2.0')
      ? 'unable to get OCI runtime for sandbox'
      : 'failed to get sandbox runtime'
    return sandbox(`${looking}: no runtime for "${handler}" is configured`)
  },
  'pause-image': scene => {
    const image = pauseImage(scene)
    if (isCrio(scene)) return sandbox(unverified(`sandbox image "${image}"`))
    if (isDocker(scene))
      return sandbox(
        `failed pulling image "${image}": Error response from daemon: Get "https://${image.split('/')[0]}/v2/": dial tcp: i/o timeout`,
      )
    const why = scene.node.pause === 'wrong' ? 'no such host' : 'i/o timeout'
    const { text } = containerdPull(containerdOf(scene), image, { type: 'unreachable', why })
    return startingPause(
      scene,
      `failed to get sandbox image "${image}": failed to pull image "${image}": ${text}`,
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
      : startingPause(
          scene,
          creatingTask(
            scene,
            'expected cgroupsPath to be of format "slice:prefix:name" for systemd cgroups, got "/kubepods/burstable" instead: unknown',
          ),
        ),
  'invalid-image': ({ pod }) =>
    `Failed to apply default image tag "${pod.image}": couldn't parse image reference "${pod.image}": invalid reference format: repository name must be lowercase`,
  'never-pulled': ({ pod }) => `Container image "${pod.image}" is not present with pull policy of Never`,
  'image-not-found': scene => pullError(scene, { type: 'not-found' }),
  'registry-denied': scene => pullError(scene, { type: 'denied' }),
  'registry-down': scene => pullError(scene, { type: 'unreachable', why: 'i/o timeout' }),
  'secret-env': ({ pod }) => `Error: secret "${pod.id}-secret" not found`,
  'bad-command': scene => {
    const exec = 'exec: "/bin/shp": stat /bin/shp: no such file or directory: unknown'
    if (isCrio(scene))
      return scene.node.ociRuntime === 'crun'
        ? 'Error: container create failed: executable file `/bin/shp` not found: No such file or directory'
        : `Error: container create failed: runc create failed: unable to start container process: ${exec}`
    if (isDocker(scene))
      return `Error: failed to start container "${scene.pod.id}": Error response from daemon: OCI runtime create failed: ${exec}`
    return `Error: ${creatingTask(scene, `unable to start container process: ${exec}`)}`
  },
  'crash-loop': ({ pod }) => `back-off 5m0s restarting failed container=${pod.id} pod=${pod.id}_default`,
  oom: () => 'Last State: Terminated, Reason: OOMKilled, Exit Code: 137',
}

const pullError = (scene: Scene, cause: PullCause): string =>
  pullEvent(scene.node.kubelet, scene.pod.image, refusedPull(scene, cause))

function refusedPull(scene: Scene, cause: PullCause): RpcFailure {
  const { image } = scene.pod
  const full = reference(image)
  if (isCrio(scene)) {
    const why = { 'not-found': 'not found', denied: DENIED, unreachable: 'dial tcp: i/o timeout' }[cause.type]
    return { code: 'Unknown', text: unverified(`${full}: ${why}`) }
  }
  if (!isDocker(scene)) return containerdPull(containerdOf(scene), full, cause)
  const why = {
    'not-found': `manifest for ${image} not found`,
    denied: DENIED,
    unreachable: 'dial tcp: i/o timeout',
  }[cause.type]
  return { code: 'Unknown', text: `Error response from daemon: ${why}` }
}
