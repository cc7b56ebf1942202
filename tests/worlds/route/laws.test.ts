import { describe } from 'vitest'
import { anyWorld } from '../../../src/core/world.ts'
import { route, routeOrder } from '../../../src/worlds/route/index.ts'
import { lawsHold } from '../../support/laws.ts'
import { NOON, TWO_ROWS, UPGRADES } from './order-levels.ts'

const FOUR_ERAS = {
  nodes: {
    y2018: { build: { kubelet: '1.9', endpoint: 'dockershim', dockerd: '18.03' } },
    y2022: { build: { kubelet: '1.24', endpoint: 'dockershim', containerd: '1.6' } },
  },
  pod: { image: 'shop:3' },
  controls: {
    y2018: { endpoint: ['dockershim', 'docker'] },
    y2022: { endpoint: ['dockershim', 'containerd'] },
    pod: { rebuild: ['off', 'docker'] },
  },
  hidden: ['y2022'],
}

describe('the route world', () => {
  lawsHold(anyWorld(route), [FOUR_ERAS])
})

describe('the world of order', () => {
  lawsHold(anyWorld(routeOrder), [TWO_ROWS, NOON, UPGRADES])
})
