import { daemonsOn } from './memory.ts'
import { roadFacts } from './observe.ts'
import { baseSetup } from './order-base.ts'
import type { OrderFacts } from './order-facts.ts'
import { lifeAfter, type NodeLife, type PodLife } from './order-operations.ts'
import { judgeRow, type RowState } from './order-rows.ts'
import type { OrderSetup } from './order-setup.ts'
import { cardsIn, type Laid, laidIn, operationsIn, tables } from './order-state.ts'
import { planOf } from './plan.ts'

/** Everything that was placed, row by row. */
export const placedFacts = (setup: OrderSetup, state: Laid): string[] =>
  tables(setup).flatMap(({ row }) =>
    laidIn(state, row).map(card => (setup.steps.length > 0 ? card : `${row}.${card}`)),
  )

/** What came of it: the rows of calls, the pods and nodes after the steps. */
export function orderRunFacts(setup: OrderSetup, state: Laid): OrderFacts['run'] {
  const life = lifeAfter(setup, operationsIn(setup, state))
  const rows = rowStates(setup, state).map(([id, row]) => rowFacts(id, row))
  const pods = life.pods.map(podFacts)
  const nodes = life.nodes.map(nodeFacts)
  const byId = <T extends { readonly id: string }>(list: readonly T[]) =>
    Object.fromEntries(list.map(item => [item.id, item]))
  return { row: byId(rows), rows, pod: byId(pods), pods, node: byId(nodes), nodes }
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
