import type { Text } from '../../core/text.ts'

/** The stages of a pod start, in order. A start that goes well ends at `running`. */
export const STAGES = [
  'schedule',
  'kubelet',
  'connect',
  'network',
  'volumes',
  'sandbox',
  'image',
  'create',
  'start',
  'running',
] as const

/** A stage of a pod start. */
export type Stage = (typeof STAGES)[number]

/** What kubectl shows in its STATUS column. */
export const STATUSES = [
  'Pending',
  'ContainerCreating',
  'ImagePullBackOff',
  'InvalidImageName',
  'ErrImageNeverPull',
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
  'CrashLoopBackOff',
  'OOMKilled',
  'Running',
] as const

/** A pod's status as kubectl shows it. */
export type Status = (typeof STATUSES)[number]

/** Ways in which a pod start fails. `none` stands where it did not. */
export const FAILURES = [
  'none',
  'insufficient-memory',
  'unknown-flag',
  'cgroup-v1',
  'driver-mismatch-kubelet',
  'docker-down',
  'no-socket',
  'rest-is-not-cri',
  'cri-disabled',
  'cri-missing',
  'cri-version',
  'network-not-ready',
  'secret-volume',
  'unknown-handler',
  'pause-image',
  'cni-add',
  'driver-mismatch',
  'invalid-image',
  'never-pulled',
  'image-not-found',
  'registry-denied',
  'registry-down',
  'secret-env',
  'bad-command',
  'crash-loop',
  'oom',
] as const

/** The id of a failure. */
export type FailureId = (typeof FAILURES)[number]

/** A row of FACTS C6: where it stops, what kubectl shows, whether the node is Ready, what mends it, who says so. */
export type Failure = {
  readonly stage: Stage
  readonly status: Status
  readonly node: 'Ready' | 'NotReady'
  readonly repair: Text
  readonly source: string
}

const row = (
  stage: Stage,
  status: Status,
  node: Failure['node'],
  en: string,
  ko: string,
  source: string,
): Failure => ({ stage, status, node, repair: { en, ko }, source })

/** Every failure. `bad-command` stands for containerd and Docker; CRI-O fails a call earlier (see `start.ts`). */
export const FAILURE_ROWS: { readonly [F in Exclude<FailureId, 'none'>]: Failure } = {
  'insufficient-memory': row(
    'schedule',
    'Pending',
    'Ready',
    'Ask for less, or make room: requests and RuntimeClass overheads are what counts.',
    '요청량을 줄이거나 자리를 만드세요. 요청량과 런타임클래스 오버헤드의 합으로 따집니다.',
    'K8S concepts/scheduling-eviction/pod-overhead',
  ),
  'unknown-flag': row(
    'kubelet',
    'Pending',
    'NotReady',
    'Take --network-plugin out of the kubelet flags; it went with dockershim.',
    'kubelet 플래그에서 --network-plugin을 빼세요. dockershim과 함께 사라졌습니다.',
    'KEP-2221; kubernetes 1.24 changelog',
  ),
  'cgroup-v1': row(
    'kubelet',
    'Pending',
    'NotReady',
    'Boot the host with cgroup v2 (or set failCgroupV1: false while that is still possible).',
    '호스트를 cgroup v2로 부팅하세요(아직 가능한 동안은 failCgroupV1: false로 둘 수도 있습니다).',
    'KEP-5573',
  ),
  'driver-mismatch-kubelet': row(
    'kubelet',
    'Pending',
    'NotReady',
    'Give the kubelet and dockerd the same cgroup driver.',
    'kubelet과 dockerd의 cgroup 드라이버를 같게 맞추세요.',
    'kubernetes 1.23 pkg/kubelet/dockershim/docker_service.go',
  ),
  'docker-down': row(
    'kubelet',
    'Pending',
    'NotReady',
    'Start dockerd, or point the kubelet at a runtime that runs here.',
    'dockerd를 띄우거나, 이 노드에서 도는 런타임을 kubelet에 알려 주세요.',
    'kubernetes 1.23 pkg/kubelet/dockershim',
  ),
  'no-socket': row(
    'connect',
    'Pending',
    'NotReady',
    'Point the kubelet at a socket that somebody listens on, or start the one who should.',
    '누군가 듣고 있는 소켓을 kubelet에 알려 주거나, 들어야 할 데몬을 띄우세요.',
    'man:unix(7); kubernetes#109917',
  ),
  'rest-is-not-cri': row(
    'connect',
    'Pending',
    'NotReady',
    'docker.sock speaks REST. Put a translator between: dockershim up to 1.23, cri-dockerd from 1.24.',
    'docker.sock은 REST를 씁니다. 사이에 통역사를 두세요. 1.23까지는 dockershim, 1.24부터는 cri-dockerd입니다.',
    'cri-dockerd#422',
  ),
  'cri-disabled': row(
    'connect',
    'Pending',
    'NotReady',
    'Take "cri" out of disabled_plugins in containerd’s config.toml.',
    'containerd config.toml의 disabled_plugins에서 "cri"를 빼세요.',
    'containerd#4581; containerd#8139',
  ),
  'cri-missing': row(
    'connect',
    'Pending',
    'NotReady',
    'containerd 1.0 has no CRI plugin: add cri-containerd, or go to containerd 1.1.',
    'containerd 1.0에는 CRI 플러그인이 없습니다. cri-containerd를 더하거나 containerd 1.1로 올리세요.',
    'KBLOG 2018/05 kubernetes-containerd-integration-goes-ga',
  ),
  'cri-version': row(
    'connect',
    'Pending',
    'NotReady',
    'Bring the two to versions that share a CRI version: upgrade the older one.',
    '둘이 같은 CRI 버전을 쓰도록 더 오래된 쪽을 올리세요.',
    'containerd#7799; containerd/cri#619',
  ),
  'network-not-ready': row(
    'network',
    'ContainerCreating',
    'NotReady',
    'Put a CNI configuration into /etc/cni/net.d; an agent that does so must run on the host network.',
    '/etc/cni/net.d에 CNI 설정을 두세요. 그 일을 하는 에이전트는 호스트 네트워크에서 돌아야 합니다.',
    'containerd go-cni; K8S concepts/cluster-administration/network-plugins',
  ),
  'secret-volume': row(
    'volumes',
    'ContainerCreating',
    'Ready',
    'Create the Secret; the kubelet tries again by itself.',
    '시크릿을 만드세요. kubelet이 알아서 다시 시도합니다.',
    'eirini#111',
  ),
  'unknown-handler': row(
    'sandbox',
    'ContainerCreating',
    'Ready',
    'Configure the handler in the runtime, or name one that is there.',
    '런타임 설정에 그 핸들러를 더하거나, 있는 핸들러 이름을 쓰세요.',
    'KEP-585; containerd internal/cri/config; CRI-O internal/oci',
  ),
  'pause-image': row(
    'sandbox',
    'ContainerCreating',
    'Ready',
    'Name a sandbox image that can be pulled, or put it on the node beforehand.',
    '받을 수 있는 샌드박스 이미지를 지정하거나 미리 노드에 받아 두세요.',
    'containerd internal/cri/server/podsandbox; CRI-O’s wording is not verified',
  ),
  'cni-add': row(
    'sandbox',
    'ContainerCreating',
    'Ready',
    'Mend what the CNI configuration calls: here the plugin is missing in /opt/cni/bin.',
    'CNI 설정이 부르는 것을 고치세요. 여기서는 /opt/cni/bin에 플러그인이 없습니다.',
    'containerd internal/cri/server/sandbox_run.go; CNI spec',
  ),
  'driver-mismatch': row(
    'sandbox',
    'ContainerCreating',
    'Ready',
    'Give the kubelet and the runtime the same cgroup driver.',
    'kubelet과 런타임의 cgroup 드라이버를 같게 맞추세요.',
    'containerd#4857; CRI-O internal/config/cgmgr',
  ),
  'invalid-image': row(
    'image',
    'InvalidImageName',
    'Ready',
    'Write the image’s name in lower case.',
    '이미지 이름을 소문자로 쓰세요.',
    'K8S concepts/containers/images; OCI distribution-spec',
  ),
  'never-pulled': row(
    'image',
    'ErrImageNeverPull',
    'Ready',
    'Put the image into the store that this runtime reads, or allow pulling.',
    '이 런타임이 읽는 저장소에 이미지를 넣거나, 받을 수 있게 하세요.',
    'K8S concepts/containers/images; kubernetes pkg/kubelet/images/types.go',
  ),
  'image-not-found': row(
    'image',
    'ImagePullBackOff',
    'Ready',
    'No registry has it: push it, or import it into the store that this runtime reads.',
    '어느 레지스트리에도 없습니다. 푸시하거나, 이 런타임이 읽는 저장소로 가져오세요.',
    'K8S concepts/containers/images; CRI-O’s wording is not verified',
  ),
  'registry-denied': row(
    'image',
    'ImagePullBackOff',
    'Ready',
    'Give the pod an imagePullSecret.',
    '파드에 imagePullSecret을 주세요.',
    'K8S tasks/configure-pod-container/pull-image-private-registry; CRI-O’s wording is not verified',
  ),
  'registry-down': row(
    'image',
    'ImagePullBackOff',
    'Ready',
    'Let the node use the image it has: IfNotPresent, and have it there beforehand.',
    '노드에 있는 이미지를 쓰게 하세요. IfNotPresent로 두고 미리 받아 두면 됩니다.',
    'K8S concepts/containers/images; CRI-O’s wording is not verified',
  ),
  'secret-env': row(
    'create',
    'CreateContainerConfigError',
    'Ready',
    'Create the Secret; as an environment variable it is needed before the container is made.',
    '시크릿을 만드세요. 환경 변수로 쓰면 컨테이너를 만들기 전에 있어야 합니다.',
    'K8S concepts/configuration/secret',
  ),
  'bad-command': row(
    'start',
    'RunContainerError',
    'Ready',
    'Write a command that the image has.',
    '이미지에 있는 명령을 쓰세요.',
    'CTD internal/cri/server/container_start.go; CRI-O server/container_create.go',
  ),
  'crash-loop': row(
    'running',
    'CrashLoopBackOff',
    'Ready',
    'The road is fine: look at the app’s own log.',
    '길은 멀쩡합니다. 앱의 로그를 보세요.',
    'K8S concepts/workloads/pods/pod-lifecycle',
  ),
  oom: row(
    'running',
    'OOMKilled',
    'Ready',
    'Raise the memory limit to what the app needs, or mend its leak.',
    '메모리 제한을 앱이 필요한 만큼 올리거나, 새는 곳을 고치세요.',
    'REALITY: limits; K8S manage-resources-containers',
  ),
}
