import type { GraphLink, GraphNode, Panel } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import { SOCKETS } from './endpoint.ts'
import type { Stage as Progress } from './failures.ts'
import { daemonsOn } from './memory.ts'
import { baseName, linkLabel, PART_DETAILS, partLabel } from './part-words.ts'
import type { NodePlan } from './plan.ts'
import { answerAt, type Link, linksOf, type Part, PATHS } from './road.ts'
import type { Start } from './start.ts'

type Graph = Extract<Panel, { type: 'graph' }>
type Frame = { readonly id: string; readonly title: Text; readonly group: string }

/** A node as it is wired: what runs, and what the kubelet is pointed at. Nothing is said of what will come of it. */
export function wiring(node: NodePlan, frame: Frame): Graph {
  const listener = listenerOf(node)
  const links = wires(node)
  const parts = inOrder(
    [...new Set([...daemonsOn(node), ...links.flatMap(({ from, to }) => [from, to])])],
    [...(listener === null ? [] : [{ from: 'kubelet', to: listener } as const]), ...links],
  )
  const socket = SOCKETS[node.endpoint]
  const first: GraphLink = {
    from: 'kubelet',
    to: listener ?? 'socket',
    // Whether anybody listens there is for the run to say.
    label: same(listener === null ? 'CRI' : baseName(socket.path)),
    tone: 'plain',
  }
  const nobody: readonly GraphNode[] =
    listener === null ? [{ id: 'socket', label: same(socket.path), tone: 'quiet' }] : []
  return panel(frame, {
    lanes: [
      {
        label: { en: 'on this node', ko: '이 노드에서' },
        // Who answers the kubelet stands below it, so that the road reads downwards.
        nodes: [
          ...parts.slice(0, 1).map(part => graphNode(part, node, 'plain')),
          ...nobody,
          ...parts.slice(1).map(part => graphNode(part, node, 'plain')),
        ],
      },
    ],
    links: [first, ...links.map(link => graphLink(link, 'plain'))],
  })
}

/** Parts so that each is followed by the one that it calls, the kubelet first: roads read downwards. */
function inOrder(parts: readonly Part[], links: readonly Pick<Link, 'from' | 'to'>[]): readonly Part[] {
  const out: Part[] = []
  const follow = (part: Part): void => {
    if (out.includes(part)) return
    out.push(part)
    for (const { from, to } of links) if (from === part) follow(to)
  }
  // Those whom nobody calls come before those that are called, for a road must not begin in its middle.
  for (const part of parts) if (part === 'kubelet' || !links.some(({ to }) => to === part)) follow(part)
  for (const part of parts) follow(part)
  return out
}

/** Who owns the socket that the kubelet is pointed at, if it runs here. */
function listenerOf(node: NodePlan): Part | null {
  const answer = answerAt(node)
  if (answer.type === 'cri') return PATHS[answer.path].front
  if (answer.type === 'rest') return 'dockerd'
  return answer.type === 'no-cri' ? 'containerd' : null
}

/** The links between daemons that are there whether or not a pod is started. */
function wires(node: NodePlan): readonly Link[] {
  const runs = new Set<Part>(daemonsOn(node))
  const answer = answerAt(node)
  const inside = answer.type === 'cri' ? linksOf(node, answer.path) : []
  const all = [...inside, ...linksOf(node, 'cri-dockerd'), ...linksOf(node, 'cri-containerd')]
  const seen = new Set<string>()
  return all.filter(({ from, to }) => {
    const key = `${from} ${to}`
    const isThere = (runs.has(from) || inside.some(l => l.from === from)) && runs.has(to)
    if (!isThere || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** How many links of a road a start has passed when it stops at a stage. */
function passed(start: Start): number {
  const links = start.road?.links ?? []
  const passes: { readonly [P in Progress]: number } = {
    schedule: 0,
    kubelet: 0,
    connect: 0,
    network: 0,
    volumes: 0,
    sandbox: Math.max(1, links.length - 3),
    image: Math.max(1, links.length - 3),
    create: start.failure === 'secret-env' ? 0 : links.length - 1,
    start: links.length - 1,
    running: links.length,
  }
  return passes[start.stage]
}

/** The road of a pod start with the message on it: where it got to, and in what form. */
export function journey(start: Start, frame: Frame, at = passed(start)): Graph {
  const { node, road } = start
  if (road === null) return stranded(start, frame)
  const parts: readonly Part[] = ['kubelet', ...road.links.map(({ to }) => to)]
  const isBroken = start.failure !== 'none' && at >= passed(start)
  const here = parts[at] ?? 'kubelet'
  const arrived = road.links[at - 1]
  return panel(frame, {
    lanes: [
      {
        label: { en: 'the road', ko: '길' },
        nodes: parts.map((part, i) =>
          graphNode(part, node, i > at ? 'quiet' : i === at && isBroken ? 'bad' : 'good'),
        ),
      },
    ],
    links: road.links.map((link, i) =>
      graphLink(link, i < at ? 'good' : i === at && isBroken ? 'bad' : 'quiet'),
    ),
    message: {
      at: here,
      form: at === road.links.length && !isBroken ? RUNS : messageForm(arrived, isBroken),
    },
  })
}

/** A road without what only explains it: sockets, and what its parts are. It stands beside much else. */
export const inBrief = (graph: Graph): Graph => ({
  ...graph,
  lanes: graph.lanes.map(lane => ({
    ...lane,
    nodes: lane.nodes.map(({ id, label, tone }) => ({ id, label, tone })),
  })),
  links: graph.links.map(link => ({ ...link, label: same(link.label.en.replace(/ \S+\.sock$/, '')) })),
})

/** The cause is not named: one error has several, and finding out is the player's part. */
const RUNS: Text = { en: 'runs', ko: '실행 중' }
const STOPPED: Text = { en: 'stopped here', ko: '여기서 멈춤' }

function messageForm(arrived: Link | undefined, isBroken: boolean): Text {
  if (isBroken) return STOPPED
  return arrived === undefined ? { en: 'start the pod', ko: '파드 시작' } : same(arrived.protocol)
}

/** Nobody answers the CRI: the message never leaves the kubelet. */
function stranded(start: Start, frame: Frame): Graph {
  const { node } = start
  const wired = wiring(node, frame)
  return {
    ...wired,
    lanes: wired.lanes.map(lane => ({
      ...lane,
      nodes: lane.nodes.map(node => (node.id === 'kubelet' ? { ...node, tone: 'bad' } : node)),
    })),
    links: wired.links.map(link => (link.from === 'kubelet' ? { ...link, tone: 'bad' } : link)),
    message: { at: 'kubelet', form: STOPPED },
  }
}

const graphNode = (part: Part, node: NodePlan, tone: GraphNode['tone']): GraphNode => {
  const detail = PART_DETAILS[part]
  return { id: part, label: partLabel(part, node), ...(detail === undefined ? {} : { detail }), tone }
}

const graphLink = (link: Link, tone: GraphLink['tone']): GraphLink => ({
  from: link.from,
  to: link.to,
  label: linkLabel(link),
  tone,
})

function panel(frame: Frame, body: Pick<Graph, 'lanes' | 'links' | 'message'>): Graph {
  return { type: 'graph', ...frame, seat: 'both', say: graphWords(body), ...body }
}

function graphWords({ lanes, links, message }: Pick<Graph, 'lanes' | 'links' | 'message'>): Text {
  const nodes = lanes.flatMap(lane => lane.nodes)
  const name = (id: string, lang: 'en' | 'ko') => nodes.find(n => n.id === id)?.label[lang] ?? id
  const line = (lang: 'en' | 'ko') =>
    [
      ...links.map(({ from, to, label }) => `${name(from, lang)} → ${name(to, lang)}: ${label[lang]}`),
      ...(message === undefined
        ? []
        : [
            lang === 'en'
              ? `The message is at ${name(message.at, lang)}: ${message.form[lang]}`
              : `메시지 위치: ${name(message.at, lang)} (${message.form[lang]})`,
          ]),
    ].join('\n')
  return { en: line('en'), ko: line('ko') }
}
