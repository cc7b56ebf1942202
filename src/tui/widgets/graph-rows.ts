import type { GraphLink, GraphNode, Panel } from '../../core/scene.ts'
import { hang, type Row, row, rowCells, type Span, span } from '../rows.ts'
import { toneStyle } from '../theme.ts'
import type { Voice } from '../voice.ts'
import { toneMark } from './tone.ts'

type Graph = Extract<Panel, { type: 'graph' }>

/** A node with the link that leads to it from the node before, and the links that go elsewhere. */
type Stop = {
  readonly node: GraphNode
  readonly incoming: GraphLink | undefined
  readonly others: readonly GraphLink[]
}

/**
 * A graph with its lanes downwards. A link to the next node is an arrow into it: on the node's own row where that holds
 * for the whole graph, else on a row between. Other links stand below the node that they leave.
 */
export function graphRows(graph: Graph, width: number, voice: Voice): readonly Row[] {
  const names = new Map(
    graph.lanes.flatMap(lane => lane.nodes.map(node => [node.id, voice.text(node.label)])),
  )
  const stops = stopsOf(graph)
  const column = columnOf(graph, stops, width, voice)
  const isFlat = stops.every(stop => rowCells(flatRow(graph, stop, column, voice)) <= width)
  return graph.lanes.flatMap(lane => [
    ...(graph.lanes.length > 1 ? [row(voice.text(lane.label), 'quiet')] : []),
    ...stops
      .filter(({ node }) => lane.nodes.includes(node))
      .flatMap(stop => [
        ...(isFlat ? [flatRow(graph, stop, column, voice)] : tallRows(graph, stop, width, voice)),
        ...stop.others.flatMap(link => linkRows(link, names.get(link.to) ?? link.to, width, voice)),
      ]),
  ])
}

/** Where what leads to a node begins: behind the longest name, unless a row would then be too long. */
function columnOf(graph: Graph, stops: readonly Stop[], width: number, voice: Voice): number {
  const names = stops.map(({ node }) => rowCells([span(voice.text(node.label))]))
  const rests = stops.map(stop => width - 5 - rowCells(tailOf(graph, stop, voice)))
  return Math.min(Math.max(0, ...names), ...rests)
}

/** The nodes of all lanes, each with its links. */
function stopsOf({ lanes, links }: Graph): readonly Stop[] {
  const nodes = lanes.flatMap(lane => lane.nodes)
  const isNext = ({ from, to }: GraphLink): boolean =>
    nodes.findIndex(({ id }) => id === from) + 1 === nodes.findIndex(({ id }) => id === to)
  return nodes.map(node => ({
    node,
    incoming: links.find(link => link.to === node.id && isNext(link)),
    others: links.filter(link => link.from === node.id && !isNext(link)),
  }))
}

/** The mark of a link: what has been passed, what has not yet, and where it breaks off. */
function arrow({ tone }: GraphLink, { glyphs }: Voice): Span {
  const glyph = tone === 'bad' ? glyphs.broken : tone === 'quiet' ? glyphs.wire : glyphs.fall
  return span(`${glyph} `, toneStyle(tone))
}

/** A node with what leads to it, on one row: `↓ dockerd 17.12   REST docker.sock`. */
function flatRow(graph: Graph, { node, incoming }: Omit<Stop, 'others'>, column: number, voice: Voice): Row {
  const name = nodeSpans(graph, node, voice)
  const isHere = graph.message?.at === node.id
  const mark = incoming === undefined || isHere ? nodeMark(graph, node, voice) : arrow(incoming, voice)
  const tail = tailOf(graph, { node, incoming }, voice)
  const gap = Math.max(0, column - rowCells(name))
  return [span(' '), mark, ...name, ...(tail.length > 0 ? [span(' '.repeat(gap + 2)), ...tail] : [])]
}

function tailOf(graph: Graph, { node, incoming }: Omit<Stop, 'others'>, voice: Voice): Row {
  const { message } = graph
  const says = incoming !== undefined && message !== undefined ? voice.text(message.form) : ''
  const isTold = incoming !== undefined && says === voice.text(incoming.label)
  return [
    ...(incoming ? voice.rich(incoming.label, 'quiet') : []),
    ...(node.detail ? [span('  '), ...voice.rich(node.detail, 'quiet')] : []),
    ...(message?.at === node.id && !isTold ? arrival(graph, voice) : []),
  ]
}

/** A row for the link, and one for the node. */
function tallRows(graph: Graph, { node, incoming }: Stop, width: number, voice: Voice): readonly Row[] {
  const isHere = graph.message?.at === node.id
  const detail: Row = node.detail && !isHere ? [span('  '), ...voice.rich(node.detail, 'quiet')] : []
  const link = incoming
    ? hang([span('   '), arrow(incoming, voice)], voice.rich(incoming.label, 'quiet'), width)
    : []
  const name = hang(
    [span(' '), nodeMark(graph, node, voice)],
    [...nodeSpans(graph, node, voice), ...detail, ...(isHere ? arrival(graph, voice) : [])],
    width,
  )
  return [...link, ...name]
}

const nodeSpans = (graph: Graph, { id, label, tone }: GraphNode, voice: Voice): Row => {
  const style = graph.message?.at === id ? 'focus' : graph.message && tone === 'quiet' ? 'quiet' : 'strong'
  return [span(voice.text(label), style)]
}

/** The message itself where it is, unless it broke off there. */
function nodeMark({ message }: Graph, { id, tone }: GraphNode, voice: Voice): Span {
  return message?.at === id && tone !== 'bad'
    ? span(`${voice.glyphs.knob} `, 'accent')
    : toneMark(tone, voice.glyphs)
}

function arrival({ message, lanes }: Graph, voice: Voice): Row {
  if (message === undefined) return []
  const node = lanes.flatMap(({ nodes }) => nodes).find(({ id }) => id === message.at)
  const style = node?.tone === 'bad' ? 'bad' : 'accent'
  return [span(` ${voice.glyphs.focus} `, style), ...voice.rich(message.form, style)]
}

function linkRows(link: GraphLink, to: string, width: number, voice: Voice): readonly Row[] {
  const style = toneStyle(link.tone)
  const mark = link.tone === 'bad' ? voice.glyphs.broken : voice.glyphs.turn
  return hang(
    [span(`   ${mark} `, style)],
    [span(`${to}  `, style), ...voice.rich(link.label, 'quiet')],
    width,
  )
}
