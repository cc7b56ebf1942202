import { SetupSchema } from './setup-schema.ts'
import type { Setup } from './setup.ts'

const KUBELETS = ['1.9', '1.10', '1.20', '1.23', '1.24', '1.26', '1.30', '1.35']

/** Every control on one node and one pod, no goals: a place to try things. */
export const SANDBOX: Setup = SetupSchema.parse({
  nodes: {
    node7: {
      name: { en: 'node-7', ko: 'node-7' },
      build: { kubelet: '1.23', endpoint: 'dockershim', containerd: '1.6', dockerd: '20.10' },
    },
  },
  pods: { shop: { image: 'shop:3', build: { stored: 'docker' } } },
  classes: { untrusted: {} },
  cases: [
    { id: 'quiet', name: { en: 'all quiet', ko: '평온할 때' } },
    {
      id: 'noon',
      name: { en: 'dockerd and containerd are restarted', ko: 'dockerd와 containerd 재시작' },
      restart: ['dockerd', 'containerd'],
    },
    { id: 'dark', name: { en: 'the registry is down', ko: '레지스트리 장애' }, registry: 'down' },
  ],
  controls: {
    node7: {
      kubelet: KUBELETS,
      endpoint: ['dockershim', 'docker', 'cri-containerd', 'containerd', 'crio', 'cri-dockerd'],
      networkPlugin: ['none', 'cni'],
      kubeletDriver: ['cgroupfs', 'systemd'],
      containerd: ['none', '1.0', '1.1', '1.6', '2.0'],
      cri: ['disabled', 'enabled'],
      criContainerd: ['off', 'on'],
      dockerd: ['none', '18.03', '20.10', '29.0'],
      liveRestore: ['off', 'on'],
      criDockerd: ['none', '0.2', '0.3'],
      crio: ['none', '1.24', '1.30'],
      dropInfra: ['off', 'on'],
      runtimeDriver: ['cgroupfs', 'systemd'],
      ociRuntime: ['runc', 'crun'],
      runsc: ['off', 'on'],
      kata: ['off', 'on'],
      cni: ['none', 'conf', 'broken'],
      pause: ['cached', 'registry', 'wrong'],
      cgroup: ['v1', 'v2'],
    },
    untrusted: { handler: ['runc', 'runsc', 'kata'], overhead: ['0', '130'] },
    shop: {
      pull: ['Always', 'IfNotPresent', 'Never'],
      registry: ['public', 'private', 'none'],
      import: ['off', 'default', 'k8s.io', 'crio'],
      rebuild: ['off', 'docker', 'nerdctl'],
      hostNetwork: ['off', 'on'],
      runtimeClass: ['none', 'untrusted'],
      secret: ['none', 'env', 'volume'],
      secretObject: ['missing', 'present'],
      command: ['good', 'bad'],
      app: ['serves', 'exits', 'leaks'],
      limit: ['none', '128'],
    },
  },
})
