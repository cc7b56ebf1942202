import type { Choices, SetSlot } from '../../../src/core/product.ts'
import type { Board } from '../../../src/core/world.ts'
import type { CaseFacts, Facts, PodFacts } from '../../../src/worlds/route/facts.ts'
import { route } from '../../../src/worlds/route/index.ts'
import { SetupSchema } from '../../../src/worlds/route/setup-schema.ts'

/** A board of the route world from a setup as a level writes it. */
export const boardOf = (setup: unknown): Board<Choices, SetSlot, Facts> =>
  route.open(SetupSchema.parse(setup))

/** The one case of a setup, after some choices: `{ 'node7.endpoint': 'containerd' }`. */
export function nightOf(setup: unknown, choices: Choices = {}): CaseFacts {
  const board = boardOf(setup)
  const night = board.observe.run({ ...board.start, ...choices })['night']
  if (night === undefined) throw new Error('no case night')
  return night
}

/** What became of the pod `shop` on the node `n`, both built as given, everything else sound. */
export function shopOn(node: Choices, pod: Choices = {}, more: object = {}): PodFacts {
  const setup = { nodes: { n: { build: node } }, pods: { shop: { build: pod, ...more } }, controls: {} }
  const shop = nightOf(setup).pod['shop']
  if (shop === undefined) throw new Error('no shop')
  return shop
}

/** The faults of a setup, as `path: message`. */
export function faultsOf(setup: unknown): readonly string[] {
  const parsed = SetupSchema.safeParse(setup)
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}
