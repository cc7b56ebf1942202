import type { GraphLink, GraphNode, Panel } from '../../core/scene.ts'
import { hang, type Row, row, span } from '../rows.ts'
import { toneStyle } from '../theme.ts'
import type { Voice } from '../voice.ts'
import { toneMark } from './tone.ts'

type Graph = Extract<Panel, { type: 'graph' }>

/** A graph with its lanes downwards: each node, then what leaves it and where to. */
export function graphRows(graph: Graph, width: number, voice: Voice): readonly Row[] {
  const names = new Map(
    graph.lanes.flatMap(lane => lane.nodes.map(node => [node.id, voice.text(node.label)])),
  )
  return graph.lanes.flatMap(lane => [
    row(voice.text(lane.label), 'quiet'),
    ...lane.nodes.flatMap(node => [
      ...nodeRows(graph, node, width, voice),
      ...graph.links
        .filter(link => link.from === node.id)
        .flatMap(link => linkRows(link, names.get(link.to) ?? link.to, width, voice)),
    ]),
  ])
}

function nodeRows(graph: Graph, node: GraphNode, width: number, voice: Voice): readonly Row[] {
  const { message } = graph
  const here: Row =
    message?.at === node.id
      ? [span(` ${voice.glyphs.focus} `, 'accent'), ...voice.rich(message.form, 'accent')]
      : []
  const detail: Row = node.detail ? [span('  '), ...voice.rich(node.detail, 'quiet')] : []
  return hang(
    [span(' '), toneMark(node.tone, voice.glyphs)],
    [span(voice.text(node.label), 'strong'), ...detail, ...here],
    width,
  )
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
