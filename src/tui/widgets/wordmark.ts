import { type Row, span, type Style } from '../rows.ts'
import type { Voice } from '../voice.ts'
import { wrapText } from '../wrap.ts'

const LETTERS = Array.from('BOXWRIGHT')

/** Rows of the wordmark with its tagline. */
export const WORDMARK_HEIGHT = 3

/** The title: nine boxes side by side, a letter in each, and one that is open. */
export function wordmark(width: number, voice: Voice): readonly Row[] {
  const { frame } = voice.glyphs
  const side = frame.across.repeat(3)
  const line = (left: string, between: string, right: string): string =>
    left + LETTERS.map(() => side).join(between) + right
  const middle = LETTERS.flatMap((letter, i): { text: string; style: Style }[] => [
    span(frame.down, 'accent'),
    span(` ${letter} `, i === OPEN ? 'focus' : 'strong'),
  ])
  const beside = wrapText(voice.say('app.tagline'), Math.max(8, width - WORDMARK_WIDTH - GAP))
  const from = beside.length > 2 ? 0 : 1
  const tag = (line: number): Row => [span(' '.repeat(GAP)), span(beside[line - from] ?? '', 'quiet')]
  return [
    [span(line(frame.topLeft, frame.tee, frame.topRight), 'accent'), ...tag(0)],
    [...middle, span(frame.down, 'accent'), ...tag(1)],
    [span(line(frame.bottomLeft, frame.foot, frame.bottomRight), 'accent'), ...tag(2)],
  ]
}

/** The X is the box that one looks into. */
const OPEN = 2

/** Width of the nine boxes. */
const WORDMARK_WIDTH = LETTERS.length * 4 + 1

/** Cells between the boxes and the tagline. */
const GAP = 4
