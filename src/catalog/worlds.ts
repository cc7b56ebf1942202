import { type AnyWorld, anyWorld } from '../core/world.ts'
import { container } from '../worlds/container/index.ts'
import { route, routeOrder } from '../worlds/route/index.ts'
import { tradeoff } from '../worlds/tradeoff/index.ts'

/** Every world of the game. Adding a world is one folder and one line here. */
export const WORLDS: readonly AnyWorld[] = [
  anyWorld(container),
  anyWorld(route),
  anyWorld(routeOrder),
  anyWorld(tradeoff),
]
