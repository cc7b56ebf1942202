import { expect, test } from 'vitest'
import { nightOf, shopOn } from './boards.ts'

const CRI_DOCKERD = {
  kubelet: '1.24',
  endpoint: 'cri-dockerd',
  dockerd: '20.10',
  containerd: '1.6',
  criDockerd: '0.2',
}
const DOCKERSHIM = {
  kubelet: '1.20',
  networkPlugin: 'cni',
  endpoint: 'dockershim',
  dockerd: '20.10',
  containerd: '1.4',
}
const CRI_CONTAINERD = { kubelet: '1.9', endpoint: 'cri-containerd', containerd: '1.0', criContainerd: 'on' }
const PLUGIN_1_1 = { kubelet: '1.10', endpoint: 'containerd', containerd: '1.1' }
const PLUGIN_2 = { kubelet: '1.34', endpoint: 'containerd', containerd: '2.1' }
const CRIO = { kubelet: '1.30', endpoint: 'crio', crio: '1.30', ociRuntime: 'crun' }

// Sources: FACTS C2 (links, sockets, counts) and C4 (place of CNI); calls from CRI api.proto; PullImage by policy.
test.each([
  {
    path: 'dockershim',
    node: DOCKERSHIM,
    source: 'FACTS C2.1, C4; KBLOG 2018/05',
    cri: 'v1alpha2',
    links: ['CRI v1alpha2', 'REST', 'containerd gRPC', 'ttrpc', 'exec', 'clone'],
    parts: ['kubelet', 'dockershim', 'dockerd', 'containerd', 'shim', 'runc', 'app'],
    hops: 3,
    daemons: 3,
    sandbox: ['pause-image', 'start-pause', 'cni-add'],
  },
  {
    path: 'cri-containerd',
    node: CRI_CONTAINERD,
    source: 'FACTS C2.2, C4; KBLOG 2017/11',
    cri: 'v1alpha1',
    links: ['CRI v1alpha1', 'containerd gRPC', 'ttrpc', 'exec', 'clone'],
    parts: ['kubelet', 'cri-containerd', 'containerd', 'shim', 'runc', 'app'],
    hops: 2,
    daemons: 3,
    sandbox: ['pause-image', 'start-pause', 'cni-add'],
  },
  {
    path: 'cri-plugin',
    node: PLUGIN_1_1,
    source: 'FACTS C2.3, C4 (1.1); KBLOG 2018/05',
    cri: 'v1alpha2',
    links: ['CRI v1alpha2', 'in-process', 'ttrpc', 'exec', 'clone'],
    parts: ['kubelet', 'cri-plugin', 'containerd', 'shim', 'runc', 'app'],
    hops: 1,
    daemons: 2,
    sandbox: ['pause-image', 'netns', 'cni-add', 'start-pause'],
  },
  {
    path: 'cri-plugin',
    node: PLUGIN_2,
    source: 'FACTS C2.3, C4 (2.x)',
    cri: 'v1',
    links: ['CRI v1', 'in-process', 'ttrpc', 'exec', 'clone'],
    parts: ['kubelet', 'cri-plugin', 'containerd', 'shim', 'runc', 'app'],
    hops: 1,
    daemons: 2,
    sandbox: ['netns', 'cni-add', 'pause-image', 'start-pause'],
  },
  {
    path: 'cri-o',
    node: CRIO,
    source: 'FACTS C2.4; CRI-O server/sandbox_run_linux.go; drop_infra_ctr',
    cri: 'v1',
    links: ['CRI v1', 'exec', 'exec', 'clone'],
    parts: ['kubelet', 'crio', 'conmon', 'crun', 'app'],
    hops: 1,
    daemons: 2,
    sandbox: ['pause-image', 'netns', 'cni-add'],
  },
  {
    path: 'cri-dockerd',
    node: CRI_DOCKERD,
    source: 'FACTS C2.5, C4; cri-dockerd#136',
    cri: 'v1alpha2',
    links: ['CRI v1alpha2', 'REST', 'containerd gRPC', 'ttrpc', 'exec', 'clone'],
    parts: ['kubelet', 'cri-dockerd', 'dockerd', 'containerd', 'shim', 'runc', 'app'],
    hops: 3,
    daemons: 4,
    sandbox: ['pause-image', 'start-pause', 'cni-add'],
  },
])(
  '$path ($cri) carries the message as $source says',
  ({ path, node, cri, links, parts, hops, daemons, sandbox }) => {
    const pod = shopOn(node)
    expect(pod.status).toBe('Running')
    expect(pod.road).toEqual({ path, cri, hops, daemons, parts, protocols: links })
    expect(pod.acts).toEqual([
      ...sandbox,
      'image-status',
      'pull-image',
      'create-container',
      'start-container',
    ])
    expect(pod.calls).toEqual([
      'RunPodSandbox',
      'ImageStatus',
      'PullImage',
      'CreateContainer',
      'StartContainer',
    ])
  },
)

// The sixth path: as the CRI plugin's, but the handler of a RuntimeClass picks the shim. FACTS C2.6, C7; KEP-585.
test.each([
  {
    handler: 'runsc',
    parts: ['kubelet', 'cri-plugin', 'containerd', 'shim-runsc', 'runsc', 'app'],
    links: ['CRI v1', 'in-process', 'ttrpc', 'exec', 'clone'],
  },
  {
    handler: 'kata',
    parts: ['kubelet', 'cri-plugin', 'containerd', 'shim-kata', 'vm', 'app'],
    links: ['CRI v1', 'in-process', 'ttrpc', 'ttrpc over vsock', 'clone'],
  },
])('a RuntimeClass for $handler ends the road in its own shim', ({ handler, parts, links }) => {
  const setup = {
    nodes: { n: { build: { ...PLUGIN_2, [handler]: 'on' } } },
    pods: { shop: { build: { runtimeClass: 'untrusted' } } },
    classes: { untrusted: { build: { handler } } },
    controls: {},
  }
  const pod = nightOf(setup).pod['shop']
  expect(pod).toMatchObject({ status: 'Running', handler, ownKernel: true })
  expect(pod?.road).toMatchObject({ path: 'cri-plugin', hops: 1, daemons: 2, parts, protocols: links })
})

test('a pod on the host network gets no CNI call', () => {
  expect(shopOn({ ...PLUGIN_2, cni: 'none' }, { hostNetwork: 'on' })).toMatchObject({
    status: 'Running',
    acts: ['pause-image', 'start-pause', 'image-status', 'pull-image', 'create-container', 'start-container'],
  })
})

// K8S network-plugins (1.23): without the flag the noop plugin leaves the network to Docker's bridge.
test('dockershim without --network-plugin calls no CNI', () => {
  const shop = shopOn({ ...DOCKERSHIM, networkPlugin: 'none', cni: 'none' }, { stored: 'docker' })
  expect([shop.status, shop.acts.includes('cni-add')]).toEqual(['Running', false])
})

// k/k#73189: docker-containerd.sock; MOBY 18.09 notes.
test.each([
  { node: { ...DOCKERSHIM, dockerd: '18.03' }, engine: 'docker-containerd' },
  { node: { ...DOCKERSHIM, containerd: 'none' }, engine: 'docker-containerd' },
  { node: DOCKERSHIM, engine: 'containerd' },
])('dockerd goes to the $engine', ({ node, engine }) => {
  expect(shopOn(node).road).toMatchObject({
    hops: 3,
    daemons: 3,
    parts: ['kubelet', 'dockershim', 'dockerd', engine, 'shim', 'runc', 'app'],
  })
})
