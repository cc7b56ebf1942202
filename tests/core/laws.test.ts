import { describe } from 'vitest'
import { WORLDS } from '../../src/catalog/worlds.ts'
import { anyWorld } from '../../src/core/world.ts'
import { lawsHold } from '../support/laws.ts'
import { BY_HAND, byHand } from '../worlds/by-hand.ts'
import { SHOP_AND_LEAK, twoBoxes } from '../worlds/two-boxes.ts'

const worlds = [
  { world: anyWorld(byHand), setups: [{ ...BY_HAND, room: 2 }] },
  { world: anyWorld(twoBoxes), setups: [{ ...SHOP_AND_LEAK, hidden: true }] },
  ...WORLDS.map(world => ({ world, setups: [] })),
]

describe.each(worlds)('the world $world.id', ({ world, setups }) => {
  lawsHold(world, setups)
})
