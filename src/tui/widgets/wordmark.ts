import { type Row, span, type Style } from '../rows.ts'
import type { Voice } from '../voice.ts'

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
  const tag = width >= 37 + 4 + TAG_ROOM ? [span('    '), span(voice.say('app.tagline'), 'quiet')] : []
  return [
    [span(line(frame.topLeft, frame.tee, frame.topRight), 'accent')],
    [...middle, span(frame.down, 'accent'), ...tag],
    [span(line(frame.bottomLeft, frame.foot, frame.bottomRight), 'accent')],
  ]
}

/** The X is the box that one looks into. */
const OPEN = 2

/** Cells that the tagline may need. */
const TAG_ROOM = 48
