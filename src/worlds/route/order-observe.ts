import { daemonsOn } from './memory.ts'
import { roadFacts } from './observe.ts'
import { baseSetup } from './order-base.ts'
import type { OrderFacts } from './order-facts.ts'
import { lifeAfter, type NodeLife, type PodLife } from './order-operations.ts'
import { judgeRow, type RowState } from './order-rows.ts'
import type { OrderSetup } from './order-setup.ts'
import { cardsIn, type Laid, laidIn, operationsIn, STEPS, tables } from './order-state.ts'
import { planOf } from './plan.ts'

/** Everything that was placed, row by row. */
export const placedFacts = (setup: OrderSetup, state: Laid): string[] =>
  tables(setup).flatMap(({ row }) =>
    laidIn(state, row).map(card => (setup.steps.length > 0 ? card : `${row}.${card}`)),
  )

/** Values that are kept of one level at most. */
const MOST = 8192

/** Remembers what a function came to by a text. */
function remembered<T>(compute: (key: string, state: Laid) => T): (key: string, state: Laid) => T {
  const known = new Map<string, { readonly value: T }>()
  return (key, state) => {
    const before = known.get(key)
    if (before !== undefined) return before.value
    const value = compute(key, state)
    if (known.size >= MOST) known.clear()
    known.set(key, { value })
    return value
  }
}

const byId = <T extends { readonly id: string }>(list: readonly T[]) =>
  Object.fromEntries(list.map(item => [item.id, item]))

/** Reads what came of an order level's states: rows don't touch one another, so each is judged once for its cards. */
export function orderReaderOf(setup: OrderSetup): (state: Laid) => OrderFacts['run'] {
  const plan = planOf(baseSetup(setup), {})
  const rows = Object.entries(setup.rows).map(([id, row]) => {
    const judged = remembered((_, state) => rowFacts(id, judgeRow(plan, row, cardsIn(state, id))))
    return (state: Laid) => judged(laidIn(state, id).join(' '), state)
  })
  const lives = remembered((_, state) => {
    const { pods, nodes } = lifeAfter(setup, operationsIn(setup, state))
    return { pods: pods.map(podFacts), nodes: nodes.map(nodeFacts) }
  })
  return state => {
    const { pods, nodes } = lives(laidIn(state, STEPS).join(' '), state)
    const judged = rows.map(row => row(state))
    return { row: byId(judged), rows: judged, pod: byId(pods), pods, node: byId(nodes), nodes }
  }
}

/** Each row of calls, judged. */
export function rowStates(setup: OrderSetup, state: Laid): readonly (readonly [string, RowState])[] {
  const plan = planOf(baseSetup(setup), {})
  return Object.entries(setup.rows).map(([id, row]) => [id, judgeRow(plan, row, cardsIn(state, id))])
}

const rowFacts = (
  id: string,
  { placed, right, wrong, isComplete }: RowState,
): OrderFacts['run']['rows'][number] => ({
  id,
  placed: [...placed],
  right,
  ok: isComplete,
  stoppedAt: wrong?.card ?? 'none',
})

const podFacts = ({
  id,
  isRunning,
  last,
  interruptions,
  isEvicted,
}: PodLife): OrderFacts['run']['pods'][number] => ({
  id,
  running: isRunning,
  status: last.status,
  failure: last.failure,
  interruptions,
  evicted: isEvicted,
  road: roadFacts(last.road),
})

const nodeFacts = ({
  id,
  isReady,
  unready,
  restarted,
  plan,
}: NodeLife): OrderFacts['run']['nodes'][number] => ({
  id,
  ready: isReady,
  unready,
  kubelet: plan.kubelet,
  endpoint: plan.endpoint,
  daemons: daemonsOn(plan).length,
  restarted: [...restarted],
})
