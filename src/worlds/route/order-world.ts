import type { Board, Step, World } from '../../core/world.ts'
import { MANUAL } from './manual.ts'
import { type OrderFacts, orderFactsSchema } from './order-facts.ts'
import { orderReaderOf, placedFacts } from './order-observe.ts'
import { ORDER_SANDBOX } from './order-sandbox.ts'
import { orderBeats } from './order-outcome.ts'
import { orderArtifacts } from './order-artifacts.ts'
import { layId, noProbe, orderScene } from './order-scene.ts'
import { OrderSchema } from './order-schema.ts'
import type { OrderSetup } from './order-setup.ts'
import { cardsLeft, type Laid, type Lay, laidIn, lay, nothingLaid, tables } from './order-state.ts'
import { ORDER_TEMPLATE } from './order-template.ts'
import { cardWords, rowName } from './order-words.ts'
import { BUILDS_AT } from './settings.ts'

/** The same roads, as puzzles of order: the calls of a pod start, or what an admin does while pods run. */
export const routeOrder: World<OrderSetup, Laid, Lay, OrderFacts> = {
  id: 'route-order',
  name: { en: 'The road, step by step', ko: '길을 한 걸음씩' },
  manual: MANUAL,
  setup: OrderSchema,
  settings: BUILDS_AT,
  sandbox: ORDER_SANDBOX,
  template: ORDER_TEMPLATE,
  open,
}

function open(setup: OrderSetup): Board<Laid, Lay, OrderFacts> {
  return {
    facts: orderFactsSchema(setup),
    start: nothingLaid(setup),
    steps: state =>
      tables(setup).flatMap(({ row }) => cardsLeft(setup, state, row).map(card => step(setup, row, card))),
    apply: lay,
    key: state =>
      tables(setup)
        .map(({ row, cards }) => keyOf(cards, laidIn(state, row)))
        .join('|'),
    observe: {
      placed: state => placedFacts(setup, state),
      run: orderReaderOf(setup),
    },
    scene: (state, look) => orderScene(setup, state, look),
    probes: [],
    answer: () => noProbe,
    beats: state => orderBeats(setup, state),
    artifacts: state => orderArtifacts(setup, state),
    decoys: [],
  }
}

function step(setup: OrderSetup, row: string, card: string): Step<Lay> {
  const words = cardWords(setup, row, card)
  const name = rowName(setup, row)
  return {
    id: layId(row, card),
    slot: row,
    move: { row, card },
    say: { en: `${name.en}: ${words.en}`, ko: `${name.ko}: ${words.ko}` },
  }
}

const keyOf = (cards: readonly string[], laid: readonly string[]): string =>
  laid.map(card => cards.indexOf(card).toString(36)).join('')
