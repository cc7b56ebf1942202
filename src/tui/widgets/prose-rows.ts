import type { Text } from '../../core/text.ts'
import { type ProseBlock, proseBlocks } from '../../words/prose.ts'
import { BLANK, type Row, span, wrapRow } from '../rows.ts'
import type { Voice } from '../voice.ts'
import { wrapText } from '../wrap.ts'

/** A longer text in rows: paragraphs wrapped to the width, commands behind a bar as they are typed. */
export const proseRows = (text: Text, width: number, voice: Voice): readonly Row[] =>
  proseBlocks(text[voice.lang]).flatMap((part, i) => [
    ...(i > 0 ? [BLANK] : []),
    ...part.flatMap(block => blockRows(block, width, voice)),
  ])

function blockRows(block: ProseBlock, width: number, voice: Voice): readonly Row[] {
  if (block.type === 'paragraph') return wrapRow(voice.marked(block.text), width)
  const bar = span(`${voice.glyphs.frame.down} `, 'border')
  return wrapText(voice.spelled(block.text), width - 6).map((line, i) => [
    bar,
    span(`${i > 0 ? '    ' : ''}${line}`, 'strong'),
  ])
}
