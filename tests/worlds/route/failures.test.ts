import { expect, test } from 'vitest'
import type { Choices } from '../../../src/core/product.ts'
import { FAILURE_ROWS, FAILURES, type FailureId } from '../../../src/worlds/route/failures.ts'
import { nightOf, shopOn } from './boards.ts'

type Row = {
  readonly failure: FailureId
  readonly node: Choices
  readonly pod?: Choices
  readonly image?: string
  readonly stage: string
  readonly status: string
  readonly ready?: boolean
  /** Part of the text. */
  readonly text: string
  /** Choices that mend it. */
  readonly repair: Choices
  readonly repairImage?: string
  readonly source: string
}

const NEW = { kubelet: '1.34', endpoint: 'containerd', containerd: '2.1' }
const CRIO = { kubelet: '1.30', endpoint: 'crio', crio: '1.30' }
const SHIM = { kubelet: '1.20', endpoint: 'dockershim', dockerd: '20.10', containerd: '1.4' }
const DOCKER = {
  kubelet: '1.26',
  endpoint: 'cri-dockerd',
  dockerd: '23.0',
  containerd: '1.6',
  criDockerd: '0.3',
}

const rows: readonly Row[] = [
  {
    failure: 'cri-disabled',
    source: 'containerd#4581, #8139',
    node: { kubelet: '1.20', endpoint: 'containerd', containerd: '1.6', cri: 'disabled' },
    stage: 'connect',
    status: 'Pending',
    ready: false,
    text: 'rpc error: code = Unimplemented desc = unknown service runtime.v1alpha2.RuntimeService',
    repair: { 'n.cri': 'enabled' },
  },
  {
    failure: 'cri-disabled',
    source: 'kubernetes#131164: the words of kubelets from 1.27 on',
    node: { ...NEW, cri: 'disabled' },
    stage: 'connect',
    status: 'Pending',
    ready: false,
    text: 'validate service connection: validate CRI v1 runtime API for endpoint "unix:///run/containerd/containerd.sock": rpc error: code = Unimplemented desc = unknown service runtime.v1.RuntimeService',
    repair: { 'n.cri': 'enabled' },
  },
  {
    failure: 'cri-version',
    source: 'containerd#7799, containerd#8032: a runtime with v1alpha2 alone',
    node: { kubelet: '1.26', endpoint: 'containerd', containerd: '1.5' },
    stage: 'connect',
    status: 'Pending',
    ready: false,
    text: 'validate service connection: CRI v1 runtime API is not implemented for endpoint "unix:///run/containerd/containerd.sock": rpc error: code = Unimplemented desc = unknown service runtime.v1.RuntimeService',
    repair: { 'n.containerd': '1.6' },
  },
  {
    failure: 'cri-version',
    source: 'cri-dockerd#136',
    node: { ...DOCKER, criDockerd: '0.2' },
    stage: 'connect',
    status: 'Pending',
    ready: false,
    text: 'not implemented for endpoint "unix:///run/cri-dockerd.sock"',
    repair: { 'n.criDockerd': '0.3' },
  },
  {
    failure: 'cri-version',
    source: 'containerd/cri#619: the first generation had no version in its name',
    node: { kubelet: '1.9', endpoint: 'containerd', containerd: '1.1' },
    stage: 'connect',
    status: 'Pending',
    ready: false,
    text: 'failed to create kubelet: rpc error: code = Unimplemented desc = unknown service runtime.RuntimeService',
    repair: { 'n.kubelet': '1.10' },
  },
  {
    failure: 'cri-missing',
    source: 'KBLOG 2018/05: the plugin came with containerd 1.1',
    node: { kubelet: '1.10', endpoint: 'containerd', containerd: '1.0' },
    stage: 'connect',
    status: 'Pending',
    ready: false,
    text: 'unknown service runtime.v1alpha2.RuntimeService',
    repair: { 'n.containerd': '1.1' },
  },
  {
    failure: 'rest-is-not-cri',
    source: 'cri-dockerd#422: gRPC meets HTTP/1.1',
    node: { kubelet: '1.31', endpoint: 'docker', dockerd: '26.1', containerd: '1.7' },
    stage: 'connect',
    status: 'Pending',
    ready: false,
    text: 'error reading server preface: http2: frame too large',
    repair: { 'n.endpoint': 'containerd' },
  },
  {
    failure: 'no-socket',
    source: 'KEP-2221: dockershim.sock went with dockershim',
    node: { kubelet: '1.24', endpoint: 'dockershim', dockerd: '20.10', containerd: '1.6' },
    stage: 'connect',
    status: 'Pending',
    ready: false,
    text: 'dial unix /var/run/dockershim.sock: connect: no such file or directory',
    repair: { 'n.endpoint': 'containerd' },
  },
  {
    failure: 'docker-down',
    source: 'kubernetes 1.23 dockershim',
    node: { ...SHIM, dockerd: 'none' },
    stage: 'kubelet',
    status: 'Pending',
    ready: false,
    text: 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock',
    repair: { 'n.dockerd': '20.10' },
  },
  {
    failure: 'unknown-flag',
    source: 'KEP-2221; kubernetes 1.24 changelog',
    node: { kubelet: '1.24', endpoint: 'containerd', containerd: '1.6', networkPlugin: 'cni' },
    stage: 'kubelet',
    status: 'Pending',
    ready: false,
    text: 'failed to parse kubelet flag: unknown flag: --network-plugin',
    repair: { 'n.networkPlugin': 'none' },
  },
  {
    failure: 'cgroup-v1',
    source: 'KEP-5573',
    node: { ...NEW, kubelet: '1.35', cgroup: 'v1' },
    stage: 'kubelet',
    status: 'Pending',
    ready: false,
    text: 'kubelet is configured to not run on a host using cgroup v1',
    repair: { 'n.cgroup': 'v2' },
  },
  {
    failure: 'network-not-ready',
    source: 'containerd go-cni',
    node: { ...NEW, cni: 'none' },
    stage: 'network',
    status: 'ContainerCreating',
    ready: false,
    text: 'NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized',
    repair: { 'n.cni': 'conf' },
  },
  {
    failure: 'network-not-ready',
    source: 'FACTS C6: the wording of dockershim',
    node: { ...SHIM, networkPlugin: 'cni', cni: 'none' },
    stage: 'network',
    status: 'ContainerCreating',
    ready: false,
    text: 'cni config uninitialized',
    repair: { 'n.networkPlugin': 'none' },
  },
  {
    failure: 'network-not-ready',
    source: 'cri-o#8999',
    node: { ...CRIO, cni: 'none' },
    stage: 'network',
    status: 'ContainerCreating',
    ready: false,
    text: 'no CNI configuration file in /etc/cni/net.d/. Has your network provider started?',
    repair: { 'n.cni': 'conf' },
  },
  {
    failure: 'pause-image',
    source: 'CTD internal/cri/server',
    node: { ...NEW, pause: 'wrong' },
    stage: 'sandbox',
    status: 'ContainerCreating',
    text: 'rpc error: code = Unknown desc = failed to start sandbox: failed to get sandbox image "registry.example/pause:none": failed to pull image "registry.example/pause:none": failed to pull and unpack image "registry.example/pause:none": failed to resolve image: failed to do request: Head',
    repair: { 'n.pause': 'cached' },
  },
  {
    failure: 'pause-image',
    source: 'FACTS C6 has no wording of CRI-O: the text says so',
    node: { ...CRIO, pause: 'wrong' },
    stage: 'sandbox',
    status: 'ContainerCreating',
    text: 'sandbox image "registry.example/pause:none" (how CRI-O words this is not verified)',
    repair: { 'n.pause': 'cached' },
  },
  {
    failure: 'cni-add',
    source: 'CTD internal/cri/server/sandbox_run.go',
    node: { ...NEW, cni: 'broken' },
    stage: 'sandbox',
    status: 'ContainerCreating',
    text: 'failed to setup network for sandbox',
    repair: { 'n.cni': 'conf' },
  },
  {
    failure: 'driver-mismatch',
    source: 'containerd#4857',
    node: { kubelet: '1.24', endpoint: 'containerd', containerd: '1.6', kubeletDriver: 'cgroupfs' },
    stage: 'sandbox',
    status: 'ContainerCreating',
    text: 'expected cgroupsPath to be of format "slice:prefix:name" for systemd cgroups',
    repair: { 'n.kubeletDriver': 'systemd' },
  },
  {
    failure: 'driver-mismatch',
    source: 'CRI-O internal/config/cgmgr',
    node: { ...CRIO, crio: '1.27', kubeletDriver: 'cgroupfs' },
    stage: 'sandbox',
    status: 'ContainerCreating',
    text: 'cri-o configured with systemd cgroup manager, but did not receive slice as parent',
    repair: { 'n.runtimeDriver': 'cgroupfs' },
  },
  {
    failure: 'driver-mismatch-kubelet',
    source: 'kubernetes 1.23 dockershim/docker_service.go',
    node: { ...SHIM, runtimeDriver: 'cgroupfs' },
    stage: 'kubelet',
    status: 'Pending',
    ready: false,
    text: 'kubelet cgroup driver: "systemd" is different from docker cgroup driver: "cgroupfs"',
    repair: { 'n.runtimeDriver': 'systemd' },
  },
  {
    failure: 'never-pulled',
    source: 'kubernetes pkg/kubelet/images; FACTS E6',
    node: NEW,
    pod: { pull: 'Never', stored: 'docker', registry: 'none' },
    stage: 'image',
    status: 'ErrImageNeverPull',
    text: 'Container image "shop:3" is not present with pull policy of Never',
    repair: { 'shop.import': 'k8s.io' },
  },
  {
    failure: 'image-not-found',
    source: 'K8S concepts/containers/images',
    node: NEW,
    pod: { stored: 'docker', registry: 'none' },
    stage: 'image',
    status: 'ImagePullBackOff',
    text: 'Failed to pull image "shop:3": rpc error: code = NotFound desc = failed to pull and unpack image "docker.io/library/shop:3": failed to resolve image: docker.io/library/shop:3: not found',
    repair: { 'shop.import': 'k8s.io' },
  },
  {
    failure: 'registry-denied',
    source: 'K8S pull-image-private-registry',
    node: NEW,
    pod: { registry: 'private' },
    stage: 'image',
    status: 'ImagePullBackOff',
    text: 'pull access denied',
    repair: { 'shop.pullSecret': 'set' },
  },
  {
    failure: 'invalid-image',
    source: 'OCI distribution-spec: names are lower case',
    node: NEW,
    image: 'Shop:3',
    stage: 'image',
    status: 'InvalidImageName',
    text: 'invalid reference format: repository name must be lowercase',
    repair: {},
    repairImage: 'shop:3',
  },
  {
    failure: 'secret-env',
    source: 'K8S concepts/configuration/secret',
    node: NEW,
    pod: { secret: 'env', secretObject: 'missing' },
    stage: 'create',
    status: 'CreateContainerConfigError',
    text: 'secret "shop-secret" not found',
    repair: { 'shop.secretObject': 'present' },
  },
  {
    failure: 'secret-volume',
    source: 'eirini#111',
    node: NEW,
    pod: { secret: 'volume', secretObject: 'missing' },
    stage: 'volumes',
    status: 'ContainerCreating',
    text: 'MountVolume.SetUp failed for volume "shop-secret" : secret "shop-secret" not found',
    repair: { 'shop.secretObject': 'present' },
  },
  {
    failure: 'bad-command',
    source: 'CTD container_start.go: the task is made in StartContainer',
    node: NEW,
    pod: { command: 'bad' },
    stage: 'start',
    status: 'RunContainerError',
    text: 'exec: "/bin/shp": stat /bin/shp: no such file or directory',
    repair: { 'shop.command': 'good' },
  },
  {
    failure: 'bad-command',
    source: 'CRI-O server/container_create.go: the container is made in CreateContainer',
    node: { ...CRIO, ociRuntime: 'crun' },
    pod: { command: 'bad' },
    stage: 'create',
    status: 'CreateContainerError',
    text: 'executable file `/bin/shp` not found',
    repair: { 'shop.command': 'good' },
  },
  {
    failure: 'crash-loop',
    source: 'K8S pod-lifecycle',
    node: NEW,
    pod: { app: 'exits' },
    stage: 'running',
    status: 'CrashLoopBackOff',
    text: 'back-off 5m0s restarting failed container=shop',
    repair: { 'shop.app': 'serves' },
  },
  {
    failure: 'oom',
    source: 'REALITY: limits; CRI for real',
    node: NEW,
    pod: { app: 'leaks', limit: '128' },
    stage: 'running',
    status: 'OOMKilled',
    text: 'Reason: OOMKilled, Exit Code: 137',
    repair: { 'shop.app': 'serves' },
  },
  {
    failure: 'insufficient-memory',
    source: 'K8S pod-overhead: the scheduler adds requests and overheads',
    node: NEW,
    pod: { request: '5000' },
    stage: 'schedule',
    status: 'Pending',
    text: '0/1 nodes are available: 1 Insufficient memory.',
    repair: { 'shop.request': '64' },
  },
]

test.each(rows)('$failure stops the pod at $stage as $status ($source)', row => {
  const { failure, node, pod = {}, image = 'shop:3', stage, status, ready = true, text, repair } = row
  const setup = (name: string) => ({
    nodes: { n: { build: node } },
    pods: { shop: { image: name, build: pod } },
    controls: {},
  })
  const night = nightOf(setup(image))
  expect(night.pod['shop']).toMatchObject({ failure, stage, status, running: false })
  expect(night.pod['shop']?.error).toContain(text)
  expect(night.node['n']?.ready).toBe(ready)
  expect(nightOf(setup(row.repairImage ?? image), repair).pod['shop']?.status).toBe('Running')
})

const CLASSED = (node: Choices, handler: string) => ({
  nodes: { n: { build: node } },
  pods: { shop: { build: { runtimeClass: 'untrusted' } } },
  classes: { untrusted: { build: { handler } } },
  controls: {},
})

// KEP-585: an unknown handler must be refused; dockershim never knew any.
test.each([
  {
    node: NEW,
    text: 'rpc error: code = Unknown desc = unable to get OCI runtime for sandbox: no runtime for "runsc" is configured',
    repair: { 'n.runsc': 'on' },
  },
  {
    node: { kubelet: '1.30', containerd: '1.7' },
    text: 'rpc error: code = Unknown desc = failed to get sandbox runtime: no runtime for "runsc" is configured',
    repair: { 'n.runsc': 'on' },
  },
  { node: CRIO, text: 'failed to find runtime handler runsc from runtime list', repair: { 'n.runsc': 'on' } },
  { node: DOCKER, text: 'unknown or invalid runtime name: runsc', repair: { 'n.runsc': 'on' } },
  { node: SHIM, text: 'RuntimeHandler "runsc" not supported', repair: { 'shop.runtimeClass': 'none' } },
])('an unknown handler is refused in RunPodSandbox: $text', ({ node, text, repair }) => {
  const shop = nightOf(CLASSED(node, 'runsc')).pod['shop']
  expect(shop).toMatchObject({ failure: 'unknown-handler', stage: 'sandbox', status: 'ContainerCreating' })
  expect(shop?.error).toContain(text)
  expect(nightOf(CLASSED(node, 'runsc'), repair).pod['shop']?.status).toBe('Running')
})

test('a registry that is down matters only to who has to pull', () => {
  const setup = (pod: Choices) => ({
    nodes: { n: { build: NEW } },
    pods: { shop: { build: { stored: 'k8s.io', ...pod } } },
    cases: [{ id: 'night', registry: 'down' }],
    controls: {},
  })
  expect(nightOf(setup({ pull: 'Always' })).pod['shop']).toMatchObject({
    failure: 'registry-down',
    status: 'ImagePullBackOff',
    acts: ['netns', 'cni-add', 'pause-image', 'start-pause', 'image-status', 'pull-image'],
  })
  expect(nightOf(setup({ pull: 'IfNotPresent' })).pod['shop']?.status).toBe('Running')
})

test('different cgroup drivers behind cri-dockerd run, in two trees', () => {
  const night = nightOf({
    nodes: { n: { build: { ...DOCKER, runtimeDriver: 'cgroupfs' } } },
    pods: { shop: {} },
    controls: {},
  })
  expect([night.pod['shop']?.status, night.node['n']?.splitCgroups]).toEqual(['Running', true])
})

test('a kubelet that asks its runtime for the cgroup driver cannot disagree with it', () => {
  expect(shopOn({ ...NEW, kubeletDriver: 'cgroupfs' }).status).toBe('Running')
})

test('every failure is shown above', () => {
  const shown = new Set<string>([...rows.map(({ failure }) => failure), 'unknown-handler', 'registry-down'])
  expect(FAILURES.filter(id => id !== 'none' && !shown.has(id))).toEqual([])
  for (const row of Object.values(FAILURE_ROWS)) expect(row.source).not.toBe('')
})
