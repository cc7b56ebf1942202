import * as z from 'zod'
import { DAEMONS } from './daemon.ts'
import { CLASS_SETTINGS, NODE_SETTINGS, POD_SETTINGS } from './settings.ts'

/** An id that rules read as a field. */
export const Id = z
  .string()
  .regex(
    /^[a-z][a-zA-Z0-9_]*$/,
    'an id is letters, digits and _, beginning with a small letter; rules read it as a field',
  )
const text = z.strictObject({ en: z.string().min(1), ko: z.string().min(1) })

/** A setting's value. Versions are quoted: YAML reads 1.10 as the number 1.1, so numbers with a point are refused. */
export const Value = z
  .union([z.string(), z.number(), z.boolean()])
  .refine(given => typeof given !== 'number' || Number.isInteger(given), {
    message: 'write a version in quotes, "1.10": YAML would read it as the number 1.1',
  })
  .transform(given => (typeof given === 'boolean' ? (given ? 'on' : 'off') : String(given)))

const keys = <T extends object>(table: T): readonly (keyof T & string)[] => {
  const names: (keyof T & string)[] = []
  for (const name in table) names.push(name)
  return names
}
const build = <T extends object>(table: T) => z.partialRecord(z.enum(keys(table)), Value)

/** A control: its values, or its values and more. */
const Control = z.union([
  z.array(Value).min(2),
  z.strictObject({
    values: z.array(Value).min(2),
    decoy: z
      .string()
      .optional()
      .describe('The misconception that makes a control tempting on which nothing depends.'),
  }),
])

const Node = z.strictObject({
  name: text.optional().describe('What the player reads instead of the id: "node-7", "2018".'),
  does: text.optional().describe('What the node is for, a few words.'),
  build: build(NODE_SETTINGS)
    .default({})
    .describe(
      'How the node stands at the start, and stays where no control is open: { kubelet: "1.23", endpoint: dockershim, dockerd: "20.10" }.',
    ),
  memory: z.int().min(64).default(4096).describe('MiB that pods and runtime daemons can have.'),
})

const podFields = {
  does: text.optional().describe('What the pod is for, a few words.'),
  image: z
    .string()
    .default('shop:3')
    .describe('The image as the pod names it: "shop:3". Capitals make it invalid.'),
  build: build(POD_SETTINGS)
    .default({})
    .describe('How the pod stands at the start: { pull: Never, stored: docker, registry: none }.'),
  count: z.int().min(1).max(110).default(1).describe('How many such pods the node runs.'),
  containers: z.int().min(1).max(8).default(1).describe('Containers in the pod.'),
  provides: z
    .enum(['cni'])
    .optional()
    .describe('cni: where the node says cni: agent, this pod installs the CNI.'),
}

const Pod = z.strictObject({
  node: Id.optional().describe('The node it is bound to; may be left out where there is only one.'),
  ...podFields,
})

const RuntimeClass = z.strictObject({
  build: build(CLASS_SETTINGS).default({}).describe('{ handler: runsc, overhead: 32 }.'),
})

const Case = z.strictObject({
  id: Id,
  name: text.optional(),
  registry: z.enum(['up', 'down']).default('up').describe('Whether registries answer while the pods start.'),
  restart: z
    .array(z.enum(DAEMONS))
    .default([])
    .describe('Daemons that are restarted on every node that runs them, after the pods have started.'),
  crash: z.array(z.string()).default([]).describe('Pods whose app crashes once, after they have started.'),
})

/**
 * The shape of a setup, before its parts are checked against one another. By example:
 *
 * ```yaml
 * nodes:                                    # what stands where; versions in quotes
 *   node7:
 *     name: { en: node-7, ko: node-7 }
 *     memory: 2048                          # MiB
 *     build: { kubelet: "1.24", endpoint: dockershim, dockerd: "20.10", containerd: "1.6", cri: disabled }
 * pods:                                     # or `pod:`, the same one on each node, known by the node's id
 *   shop: { node: node7, image: "shop:3", build: { stored: docker, registry: none, pull: Never } }
 *   agent: { node: node7, provides: cni, build: { hostNetwork: on } }
 * classes:
 *   untrusted: { build: { handler: runsc, overhead: 32 } }
 * cases:                                    # without it there is one, `night`
 *   - quiet
 *   - { id: noon, name: { en: noon, ko: 정오 }, restart: [dockerd, containerd], crash: [shop], registry: down }
 * controls:                                 # the start must be among the values
 *   node7: { endpoint: [dockershim, containerd], cri: [disabled, enabled], repair: [nothing, plugin, restart] }
 *   shop: { import: [off, default, k8s.io], rebuild: { values: [off, docker], decoy: images-belong-to-docker } }
 *   untrusted: { handler: [runc, runsc] }
 * hidden: [node7]                           # its wiring is found out with probes; see `repair` for what to open then
 * ```
 *
 * Rules then read `node.node7.daemons`, `run.noon.pod.shop.running`, `run.noon.node.node7.memory`.
 */
export const Fields = z.strictObject({
  nodes: z.record(Id, Node).describe('The nodes of the level, by id. Four eras are four nodes.'),
  pod: z
    .strictObject(podFields)
    .optional()
    .describe("One pod, started on each node. Rules know it by the node's id: run.<case>.pod.<node>."),
  pods: z.record(Id, Pod).default({}).describe('Several pods, by id: run.<case>.pod.<id>.'),
  classes: z.record(Id, RuntimeClass).default({}).describe('RuntimeClasses that pods can name, by id.'),
  cases: z
    .array(z.union([Id.transform(id => ({ id })), Case]))
    .min(1)
    .default([{ id: 'night' }])
    .transform(cases => cases.map(given => Case.parse(given)))
    .describe('Courses of events; a plan is run against all of them.'),
  controls: z
    .record(z.string(), z.record(z.string(), Control))
    .describe(
      'What the player may set, by node, pod (or `pod`) or class: { node7: { cri: [disabled, enabled] } }.',
    ),
  hidden: z
    .array(z.string())
    .default([])
    .describe('Nodes whose settings must be found out with probes: [node7].'),
})

/** A level's setup for this world, checked, with defaults filled in. */
export type Setup = z.infer<typeof Fields>
/** A pod as a level declares it. */
export type PodSetup = z.infer<typeof Pod>
/** A course of events. */
export type CaseSetup = Setup['cases'][number]
/** A control's values, or its values and more. */
export type ControlSetup = z.infer<typeof Control>

/** Every pod of a level with its id, its node, and the owner whose settings it has. */
export type Placed = {
  readonly id: string
  readonly node: string
  readonly owner: string
  readonly pod: PodSetup
}

/** The pods of a level, in order: those of `pods`, or the one `pod` on each node. */
export function placedPods(setup: Setup): readonly Placed[] {
  const nodes = Object.keys(setup.nodes)
  const { pod } = setup
  const shared = pod === undefined ? [] : nodes.map(node => ({ id: node, node, owner: 'pod', pod }))
  const own = Object.entries(setup.pods).map(([id, declared]) => ({
    id,
    node: declared.node ?? nodes[0] ?? '',
    owner: id,
    pod: declared,
  }))
  return [...shared, ...own]
}
