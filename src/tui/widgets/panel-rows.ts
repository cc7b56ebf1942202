import type { Panel, TranscriptLine, TreeLine, Moment } from '../../core/scene.ts'
import { BLANK, hang, type Row, row, span, type Style } from '../rows.ts'
import { toneStyle } from '../theme.ts'
import type { Voice } from '../voice.ts'
import { wrapVerbatim } from '../wrap.ts'
import { gaugeRows } from './gauge-rows.ts'
import { graphRows } from './graph-rows.ts'
import { scatterRows } from './scatter-rows.ts'
import { tableRows } from './table-rows.ts'
import { toneMark } from './tone.ts'

/** What a panel shows, as rows of at most `width` cells. */
export function panelRows(panel: Panel, width: number, voice: Voice): readonly Row[] {
  switch (panel.type) {
    case 'transcript':
      return panel.lines.flatMap(line => transcriptRows(line, width, voice))
    case 'tree':
      return panel.lines.flatMap(line => treeRows(line, width, voice))
    case 'table':
      return tableRows(panel, width, voice)
    case 'graph':
      return graphRows(panel, width, voice)
    case 'gauges':
      return panel.gauges.flatMap((gauge, i) => [
        ...(i > 0 ? [BLANK] : []),
        ...gaugeRows(gauge, width, voice),
      ])
    case 'scatter':
      return scatterRows(panel, width, voice)
    case 'timeline':
      return panel.moments.flatMap(moment => momentRows(moment, width, voice))
    default:
      return panel satisfies never
  }
}

const TRANSCRIPT_STYLE: { readonly [K in TranscriptLine['type']]: Style } = {
  command: 'accent',
  output: 'plain',
  error: 'bad',
  hidden: 'hidden',
}

/** Columns of a shell's output matter, so it breaks only where it must, and then indented. */
function transcriptRows(line: TranscriptLine, width: number, voice: Voice): readonly Row[] {
  const style = TRANSCRIPT_STYLE[line.type]
  const prompt = line.type === 'command' ? '$ ' : ''
  const text = line.type === 'hidden' ? '?' : voice.spelled(line.text)
  return wrapVerbatim(prompt + text, width).map(part => row(part, style))
}

function treeRows(line: TreeLine, width: number, voice: Voice): readonly Row[] {
  const indent = span('  '.repeat(line.depth))
  return hang(
    [indent, toneMark(line.tone, voice.glyphs)],
    voice.rich(line.label, toneStyle(line.tone)),
    width,
  )
}

function momentRows(moment: Moment, width: number, voice: Voice): readonly Row[] {
  const marker: Row = [span(`${voice.spelled(moment.at)} `, 'quiet'), toneMark(moment.tone, voice.glyphs)]
  const words: Row = [
    span(`${voice.spelled(moment.who)} `, 'strong'),
    ...voice.rich(moment.say, toneStyle(moment.tone)),
  ]
  return hang(marker, words, width)
}
