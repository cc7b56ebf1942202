import type { Control, Group, Panel, Scene } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import type { Look } from '../../core/world.ts'
import { wiring } from './graph.ts'
import { baseSetup } from './order-base.ts'
import { lifeAfter } from './order-operations.ts'
import { orderOutcome } from './order-outcome.ts'
import { CARD_WORDS } from './order-rows.ts'
import type { OrderSetup } from './order-setup.ts'
import { cardsLeft, type Laid, laidIn, operationsIn, STEPS, tables } from './order-state.ts'
import { cardWords, rowName } from './order-words.ts'
import { placedPods, type Setup } from './setup.ts'
import { nodeName } from './stage.ts'

/** The step id of a card: `newer.netns`, or an operation's own id. */
export const layId = (row: string, card: string): string => (row === STEPS ? card : `${row}.${card}`)

/** The picture of an order level: its rows of cards, the nodes; after a run also how far each row came. */
export function orderScene(setup: OrderSetup, state: Laid, look: Look): Scene {
  const base = baseSetup(setup)
  // While building, the nodes stand as they did at the start: what steps do to them is told by a run.
  const done = look.phase === 'ran' ? operationsIn(setup, state) : []
  const nodes = lifeAfter(setup, done).nodes.map(({ plan }) => plan)
  return {
    groups: [
      ...tables(setup).map(({ row }): Group => ({ id: row, label: rowName(setup, row), about: [] })),
      ...nodes.map(({ id }): Group => ({ id, label: nodeName(base, id), about: aboutNode(base, id) })),
    ],
    controls: tables(setup).map(({ row }) => control(setup, state, row)),
    sides: { inside: { en: 'On the node', ko: '노드' }, outside: { en: 'Beside it', ko: '그 밖에' } },
    panels: [
      ...(look.phase === 'ran' ? orderOutcome(setup, state) : []),
      ...nodes.map(node =>
        wiring(node, {
          id: `wiring.${node.id}`,
          title: { en: `Node ${nodeName(base, node.id).en}`, ko: `노드 ${nodeName(base, node.id).ko}` },
          group: rowOf(setup, base, node.id) ?? node.id,
        }),
      ),
    ],
  }
}

/** The row that puts the start of a node's pod in order: its picture belongs to it. */
const rowOf = (setup: OrderSetup, base: Setup, node: string): string | undefined =>
  Object.entries(setup.rows).find(([, { pod }]) =>
    placedPods(base).some(placed => placed.id === pod && placed.node === node),
  )?.[0]

/** What a node is for, and the pods on it: rows and steps speak of them. */
function aboutNode(base: Setup, id: string): readonly Text[] {
  const does = base.nodes[id]?.does
  const pods = placedPods(base)
    .filter(({ node }) => node === id)
    .map(
      ({ id: pod, pod: { does: use } }): Text =>
        use === undefined
          ? { en: `pod ${pod}`, ko: `파드 ${pod}` }
          : { en: `pod ${pod}: ${use.en}`, ko: `파드 ${pod}: ${use.ko}` },
    )
  return does === undefined ? pods : [does, ...pods]
}

function control(setup: OrderSetup, state: Laid, row: string): Control {
  const given = setup.rows[row]?.given ?? []
  return {
    type: 'cards',
    id: row,
    label: { en: 'in this order', ko: '차례' },
    help: {
      en: 'Puts a card at the end of the row; undo takes it back.',
      ko: '카드를 줄 맨 뒤에 놓습니다. 되돌리면 다시 가져옵니다.',
    },
    group: row,
    placed: [
      ...given.map(card => CARD_WORDS[card]),
      ...laidIn(state, row).map(card => cardWords(setup, row, card)),
    ],
    options: cardsLeft(setup, state, row).map(card => ({
      label: cardWords(setup, row, card),
      step: layId(row, card),
    })),
  }
}

/** A probe that is not there. */
export const noProbe: Panel = {
  id: 'none',
  type: 'transcript',
  title: { en: 'Probe', ko: '조사' },
  seat: 'both',
  say: same('no probe'),
  lines: [{ type: 'error', text: 'no probe' }],
}
