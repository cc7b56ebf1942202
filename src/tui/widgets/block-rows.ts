import type { Block } from '../../party/page.ts'
import { BLANK, hang, type Row, row, span, wrapRow } from '../rows.ts'
import type { Voice } from '../voice.ts'
import { wrapText } from '../wrap.ts'
import { proseRows } from './prose-rows.ts'
import { lightMark } from './rule-rows.ts'
import { pointsRow, starLine } from './score-rows.ts'

/** A page of a game of two, as rows of at most `width` cells. */
export const pageRows = (blocks: readonly Block[], width: number, voice: Voice): readonly Row[] =>
  blocks.flatMap(block => blockRows(block, width, voice))

function blockRows(block: Block, width: number, voice: Voice): readonly Row[] {
  switch (block.type) {
    case 'gap':
      return [BLANK]
    case 'head':
      return wrapRow(voice.rich(block.say, 'accent'), width)
    case 'text':
      return wrapRow(voice.rich(block.say), width)
    case 'strong':
    case 'quiet':
      return wrapRow(voice.rich(block.say, block.type), width)
    case 'prose':
      return proseRows(block.say, width, voice)
    case 'stars':
      return [starLine(block.stars, voice)]
    case 'rule':
      return [
        ...hang([lightMark(block.light, voice)], voice.rich(block.say, 'strong'), width),
        ...(block.because ? hang([span('    ')], voice.rich(block.because, 'quiet'), width) : []),
      ]
    case 'points':
      return pointsRow(voice.text(block.say), block.points, width, voice, block.kind)
    case 'row':
      return hang([span(`${voice.glyphs.dot} `, 'quiet')], manualRow(block, voice), width)
    case 'verbatim':
      return wrapText(block.text, width).map(line => row(line, 'strong'))
    default:
      return block satisfies never
  }
}

const manualRow = ({ what, where, means }: Extract<Block, { type: 'row' }>, voice: Voice): Row => [
  ...voice.rich(what, 'strong'),
  ...(where ? [span(` (${voice.text(where)})`, 'quiet')] : []),
  span(': '),
  ...voice.rich(means),
]
