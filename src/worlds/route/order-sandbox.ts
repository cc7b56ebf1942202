import { OrderSchema } from './order-schema.ts'
import type { OrderSetup } from './order-setup.ts'

/** One node with Docker and containerd at work, and all that an admin may do at noon. */
export const ORDER_SANDBOX: OrderSetup = OrderSchema.parse({
  nodes: {
    node7: {
      name: { en: 'node-7', ko: 'node-7' },
      build: {
        kubelet: '1.30',
        endpoint: 'cri-dockerd',
        dockerd: '26.1',
        containerd: '1.7',
        criDockerd: '0.3',
      },
    },
  },
  pods: { shop: { build: { stored: 'docker' } } },
  steps: [
    { id: 'keep', do: 'write', on: 'node7', setting: 'liveRestore', value: 'on' },
    { id: 'reload', do: 'reload', on: 'node7', daemon: 'dockerd' },
    { id: 'dockerd', do: 'restart', on: 'node7', daemon: 'dockerd' },
    { id: 'containerd', do: 'restart', on: 'node7', daemon: 'containerd' },
    { id: 'kubelet', do: 'restart', on: 'node7', daemon: 'kubelet' },
    { id: 'drain', do: 'drain', on: 'node7' },
  ],
})
