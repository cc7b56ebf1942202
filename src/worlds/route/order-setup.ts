import * as z from 'zod'
import { ACTS } from './calls.ts'
import { DAEMONS } from './daemon.ts'
import { NODE_SETTINGS, POD_SETTINGS } from './settings.ts'
import { Fields, Id, Value } from './setup.ts'

/** Cards of a row of calls: the acts of a pod start, and the moment in which the low-level runtime makes the box. */
export const CARDS = [...ACTS, 'runc-create'] as const

/** A card of a row of calls. */
export type Card = (typeof CARDS)[number]

const text = z.strictObject({ en: z.string().min(1), ko: z.string().min(1) })

const Row = z.strictObject({
  name: text.optional().describe('What the player reads over the row.'),
  pod: Id.describe('The pod whose start is put in order.'),
  cards: z.array(z.enum(CARDS)).min(2).describe('The cards on the table; also some that do not belong.'),
  given: z.array(z.enum(CARDS)).default([]).describe('Cards that are placed already, at the beginning.'),
})

const daemon = z.enum(DAEMONS)
const common = {
  id: Id.describe('Name of the step: it stands in run.done, and in logs.'),
  name: text.optional().describe('What the player reads; without it the command is shown.'),
}
const settings = z.enum([...Object.keys(NODE_SETTINGS), ...Object.keys(POD_SETTINGS)])

const Operation = z.discriminatedUnion('do', [
  z
    .strictObject({
      ...common,
      do: z.literal('write'),
      on: Id.describe('The node or pod.'),
      setting: settings,
      value: Value,
    })
    .describe(
      'Writes a setting; a daemon reads it when it starts again. A pod is made anew with it at once.',
    ),
  z.strictObject({ ...common, do: z.literal('restart'), on: Id, daemon }).describe('Restarts a daemon.'),
  z
    .strictObject({ ...common, do: z.literal('reload'), on: Id, daemon })
    .describe('Has a daemon read again what it can without a restart: live-restore of dockerd.'),
  z
    .strictObject({ ...common, do: z.literal('upgrade'), on: Id, daemon, to: Value })
    .describe('Installs a version of a daemon and starts it.'),
  z
    .strictObject({ ...common, do: z.literal('remove'), on: Id, daemon })
    .describe('Stops and removes a daemon.'),
  z.strictObject({ ...common, do: z.literal('drain'), on: Id }).describe('Evicts the pods of a node.'),
])

/**
 * The shape of an order level's setup, before its parts are checked against one another. Nodes, pods and classes are those
 * of the world `route`. Then either rows of calls:
 *
 * ```yaml
 * rows:
 *   newer: { pod: shop, given: [netns], cards: [cni-add, pause-image, start-pause, create-container, runc-create, start-container] }
 * ```
 *
 * or steps of an admin, each of which may be taken once:
 *
 * ```yaml
 * room: 5
 * steps:
 *   - { id: keep, do: write, on: node7, setting: liveRestore, value: on }      # read at the next start or reload
 *   - { id: reload, do: reload, on: node7, daemon: dockerd }
 *   - { id: dockerd, do: restart, on: node7, daemon: dockerd }
 *   - { id: kubelet, do: upgrade, on: node7, daemon: kubelet, to: "1.24" }      # installs and starts it
 *   - { id: gone, do: remove, on: node7, daemon: cri-containerd }
 *   - { id: drain, do: drain, on: node7 }
 * ```
 *
 * Rules then read `run.row.newer.ok`, or `run.pod.shop.interruptions` and `run.node.node7.unready`.
 */
export const OrderFields = z.strictObject({
  nodes: Fields.shape.nodes,
  pod: Fields.shape.pod,
  pods: Fields.shape.pods,
  classes: Fields.shape.classes,
  rows: z
    .record(Id, Row)
    .default({})
    .describe('Puzzles of calls: each row is the start of one pod, put in order. Facts: run.row.<id>.'),
  steps: z
    .array(Operation)
    .default([])
    .describe(
      'Puzzles of operations: what an admin may do, once each, while the pods run. Facts: run.pod, run.node.',
    ),
  room: z
    .int()
    .min(1)
    .max(12)
    .optional()
    .describe('How many steps may be taken; without it, as many as there are.'),
})

/** An order level's setup, checked, with defaults filled in. */
export type OrderSetup = z.infer<typeof OrderFields>
/** A row of calls. */
export type RowSetup = OrderSetup['rows'][string]
/** One thing that an admin does. */
export type Operation = OrderSetup['steps'][number]
