/** The same pod on two runtimes, its calls to be put in order. */
export const TWO_ROWS = {
  nodes: {
    a: { build: { kubelet: '1.34', endpoint: 'containerd', containerd: '2.1' } },
    b: {
      build: {
        kubelet: '1.34',
        endpoint: 'cri-dockerd',
        dockerd: '28.0',
        containerd: '2.1',
        criDockerd: '0.3',
      },
    },
  },
  pods: { new: { node: 'a' }, old: { node: 'b' } },
  rows: {
    new: { pod: 'new', cards: ['cni-add', 'netns', 'pause-image', 'start-pause'] },
    old: {
      pod: 'old',
      given: ['pause-image'],
      cards: ['cni-add', 'netns', 'start-pause', 'create-container'],
    },
  },
}

/** Every daemon is patched at noon, and nobody may notice. */
export const NOON = {
  nodes: {
    node7: {
      build: {
        kubelet: '1.30',
        endpoint: 'cri-dockerd',
        dockerd: '26.1',
        containerd: '1.7',
        criDockerd: '0.3',
      },
    },
  },
  pods: { shop: {} },
  steps: [
    { id: 'keep', do: 'write', on: 'node7', setting: 'liveRestore', value: 'on' },
    { id: 'reload', do: 'reload', on: 'node7', daemon: 'dockerd' },
    { id: 'dockerd', do: 'restart', on: 'node7', daemon: 'dockerd' },
    { id: 'containerd', do: 'restart', on: 'node7', daemon: 'containerd' },
    { id: 'drain', do: 'drain', on: 'node7' },
  ],
}

/** From cri-containerd to the plugin of containerd 1.1, with the node Ready after every step. */
export const UPGRADES = {
  nodes: {
    n: { build: { kubelet: '1.9', endpoint: 'cri-containerd', containerd: '1.0', criContainerd: 'on' } },
  },
  pods: { shop: {} },
  steps: [
    { id: 'kubelet', do: 'upgrade', on: 'n', daemon: 'kubelet', to: '1.10' },
    { id: 'containerd', do: 'upgrade', on: 'n', daemon: 'containerd', to: '1.1' },
    { id: 'endpoint', do: 'write', on: 'n', setting: 'endpoint', value: 'containerd' },
    { id: 'remove', do: 'remove', on: 'n', daemon: 'cri-containerd' },
  ],
}
