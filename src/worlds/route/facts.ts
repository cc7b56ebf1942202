import * as z from 'zod'
import { ACTS } from './calls.ts'
import { ENDPOINTS } from './endpoint.ts'
import { FAILURES, STAGES, STATUSES } from './failures.ts'
import { placedPods, type Setup } from './setup.ts'

const int = (about: string) => z.int().describe(about)
const flag = (about: string) => z.boolean().describe(about)
const texts = (about: string) => z.array(z.string()).describe(about)

/** A road from the kubelet to the app, as rules read it. */
export const RoadFacts = z.object({
  path: z
    .enum(['none', 'dockershim', 'cri-containerd', 'cri-plugin', 'cri-o', 'cri-dockerd'])
    .describe('Which way the message took; none where nobody answers the CRI.'),
  cri: z
    .enum(['none', 'v1alpha1', 'v1alpha2', 'v1'])
    .describe('The CRI version that kubelet and runtime talk; none where they have none in common.'),
  hops: int('Calls over sockets between kubelet and high-level runtime: dockershim 3, CRI plugin 1.'),
  daemons: int('Daemons on the road, the kubelet among them; 0 without a road.'),
  parts: texts('Every program on the road, in order.'),
  protocols: texts('What each link carries, in order.'),
})

/** What became of a pod in a case, as rules read it. */
export const PodFacts = z.object({
  id: z.string().describe('The id of the pod.'),
  node: z.string().describe('The id of its node.'),
  status: z.enum(STATUSES).describe('The STATUS column of kubectl get pods.'),
  running: flag('It runs.'),
  stage: z.enum(STAGES).describe('Where its start stopped; running if it did not.'),
  failure: z.enum(FAILURES).describe('What stopped it, by name; none if nothing did.'),
  error: z.string().describe("The kubelet's or kubectl describe's text; empty if nothing went wrong."),
  road: RoadFacts.describe('The road from the kubelet to its app.'),
  calls: z
    .array(z.enum(['RunPodSandbox', 'ImageStatus', 'PullImage', 'CreateContainer', 'StartContainer']))
    .describe('The CRI calls that were made, in order, the failed one included.'),
  acts: z
    .array(z.enum(ACTS))
    .describe('What was done in their course, in order: netns, cni-add, start-pause ...'),
  pulled: flag('Its image was pulled.'),
  rebuilt: flag('Its image was built anew.'),
  pause: flag('A pause process holds its namespaces.'),
  handler: z
    .enum(['plain', 'runsc', 'kata'])
    .describe('How its containers are run: plainly, by gVisor, in a Kata VM.'),
  ownKernel: flag('It runs, and not on the kernel of the host: gVisor or Kata.'),
  dockerSees: flag('It runs, and docker ps lists its containers.'),
  restarts: int('Times its containers were started again.'),
  interruptions: int('Times a daemon’s restart stopped it.'),
  addressKept: flag('It runs, and had one address all through the case.'),
})
/** What became of a pod, as rules read it. */
export type PodFacts = z.infer<typeof PodFacts>

/** A node in a case, as rules read it. */
export const NodeRun = z.object({
  id: z.string().describe('The id of the node.'),
  ready: flag('The node is Ready.'),
  memory: int('MiB in use by runtime daemons and running pods.'),
  fits: flag('That is no more than the node has.'),
  builds: flag('docker build works here: a dockerd runs.'),
  splitCgroups: flag('Kubelet and runtime keep cgroups in two trees, as their drivers differ.'),
})
/** A node in a case, as rules read it. */
export type NodeRun = z.infer<typeof NodeRun>

/** A node before anything runs: what is installed and how. */
export const NodeFacts = z.object({
  id: z.string().describe('The id of the node.'),
  kubelet: z.string().describe('The version of its kubelet: 1.24.'),
  endpoint: z.enum(ENDPOINTS).describe('The socket that the kubelet is pointed at, by its usual owner.'),
  daemons: int('Daemons that run on it, on the road or not, the kubelet among them.'),
  daemonMemory: int(
    'MiB of those daemons without the kubelet; an estimate for CRI-O, cri-dockerd and cri-containerd.',
  ),
  installed: texts('Which daemons those are.'),
})
/** A node before anything runs, as rules read it. */
export type NodeFacts = z.infer<typeof NodeFacts>

/** What happened to images in a case. */
const ImageRun = z.object({
  rebuilt: int('Images that were built anew.'),
  pulled: int('Images that were pulled.'),
})

const byId = <T extends z.ZodType>(ids: readonly string[], shape: T) =>
  z.object(Object.fromEntries(ids.map(id => [id, shape])))

const CaseFacts = (setup: Setup) =>
  z.object({
    pod: byId(
      placedPods(setup).map(({ id }) => id),
      PodFacts,
    ).describe('Each pod by its id; a pod that is started on each node by the id of the node.'),
    pods: z.array(PodFacts).describe('All pods, for macros such as pods.all(p, p.running).'),
    node: byId(Object.keys(setup.nodes), NodeRun).describe('Each node by its id.'),
    nodes: z.array(NodeRun).describe('All nodes, for macros.'),
    images: ImageRun.describe('What happened to images.'),
    memory: int('MiB in use on all nodes together.'),
  })

/** The shape of the facts of a level: nodes, pods and cases are fields by their ids. */
export const factsSchema = (setup: Setup) =>
  z.object({
    node: byId(Object.keys(setup.nodes), NodeFacts).describe('Each node by its id, as it is configured.'),
    nodes: z.array(NodeFacts).describe('All nodes, for macros.'),
    run: byId(
      setup.cases.map(({ id }) => id),
      CaseFacts(setup),
    ).describe('Each case by its id, played to its end.'),
  })

/** The facts of a level. */
export type Facts = z.infer<ReturnType<typeof factsSchema>>
/** A case played to its end, as rules read it. */
export type CaseFacts = Facts['run'][string]
