import * as z from 'zod'
import { DAEMONS } from './daemon.ts'
import { ENDPOINTS } from './endpoint.ts'
import { RoadFacts } from './facts.ts'
import { FAILURES, STATUSES } from './failures.ts'
import { baseSetup } from './order-base.ts'
import { CARDS, type OrderSetup } from './order-setup.ts'
import { placedPods } from './setup.ts'

const int = (about: string) => z.int().describe(about)
const flag = (about: string) => z.boolean().describe(about)

/** A row of calls, as rules read it. */
export const RowFacts = z.object({
  id: z.string().describe('The id of the row.'),
  placed: z.array(z.enum(CARDS)).describe('The cards in the row, those given included.'),
  right: int('How many cards are right, counted from the beginning.'),
  ok: flag('The row is complete and right: the pod runs.'),
  stoppedAt: z.enum([...CARDS, 'none']).describe('The first card that is out of place.'),
})

/** A pod while operations go on, as rules read it. */
export const PodLifeFacts = z.object({
  id: z.string().describe('The id of the pod.'),
  running: flag('It runs now.'),
  status: z.enum(STATUSES).describe('What kubectl shows for it, were it started now.'),
  failure: z.enum(FAILURES).describe('What would stop it, were it started now.'),
  interruptions: int('Times that a step stopped it.'),
  evicted: flag('It was moved to another node.'),
  road: RoadFacts.describe('The road from the kubelet, as it is now.'),
})

/** A node while operations go on, as rules read it. */
export const NodeLifeFacts = z.object({
  id: z.string().describe('The id of the node.'),
  ready: flag('It is Ready now.'),
  unready: int('After how many steps it was not Ready.'),
  kubelet: z.string().describe('The version of its kubelet now.'),
  endpoint: z.enum(ENDPOINTS).describe('Where its kubelet asks now.'),
  daemons: int('Daemons that run on it now, the kubelet among them.'),
  restarted: z.array(z.enum(DAEMONS)).describe('Daemons that were restarted or upgraded.'),
})

const byId = <T extends z.ZodType>(ids: readonly string[], shape: T) =>
  z.object(Object.fromEntries(ids.map(id => [id, shape])))

/** The shape of an order level's facts: rows, or pods and nodes after the steps. */
export const orderFactsSchema = (setup: OrderSetup) =>
  z.object({
    placed: z.array(z.string()).describe('What was placed or done, in order: row.card, or the id of a step.'),
    run: z
      .object({
        row: byId(Object.keys(setup.rows), RowFacts).describe('Each row of calls by its id.'),
        rows: z.array(RowFacts).describe('All rows, for macros.'),
        pod: byId(
          placedPods(baseSetup(setup)).map(({ id }) => id),
          PodLifeFacts,
        ).describe('Each pod by its id, after the steps.'),
        pods: z.array(PodLifeFacts).describe('All pods, for macros.'),
        node: byId(Object.keys(setup.nodes), NodeLifeFacts).describe('Each node by its id, after the steps.'),
        nodes: z.array(NodeLifeFacts).describe('All nodes, for macros.'),
      })
      .describe('What came of it.'),
  })

/** The facts of an order level. */
export type OrderFacts = z.infer<ReturnType<typeof orderFactsSchema>>
