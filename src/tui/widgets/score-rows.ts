import type { Run } from '../../play/game.ts'
import type { Score } from '../../score/score.ts'
import { BLANK, hang, type Row, row, rowCells, span, spread } from '../rows.ts'
import type { Voice } from '../voice.ts'

const WHY = ['stars.why0', 'stars.why1', 'stars.why2', 'stars.why3'] as const
const WORDS = ['stars.0', 'stars.1', 'stars.2', 'stars.3'] as const

/** Three stars, earned ones filled. */
export const starSpans = (stars: number, voice: Voice): Row => [
  span(voice.glyphs.star.repeat(stars), 'star'),
  span(voice.glyphs.noStar.repeat(3 - stars), 'quiet'),
]

/** Stars with air between them and their number in words. */
export const starLine = (stars: Score['stars'], voice: Voice): Row => [
  ...airyStars(stars, voice),
  span(voice.say(WORDS[stars]), stars > 0 ? 'star' : 'quiet'),
]

const airyStars = (stars: number, voice: Voice): Row =>
  Array.from({ length: 3 }, (_, i) =>
    i < stars ? span(`${voice.glyphs.star}  `, 'star') : span(`${voice.glyphs.noStar}  `, 'quiet'),
  )

/** What stands in the boxes of the stars, and beside them. */
type Earned = { readonly stars: number; readonly fresh: number; readonly word: Row; readonly head: Row }

/** Three boxes, as in the title, and a star in each that was earned; the one that has just come lies open. */
function starBoxes({ stars, fresh, word, head }: Earned, width: number, voice: Voice): readonly Row[] {
  const { frame, star, noStar } = voice.glyphs
  const side = frame.across.repeat(3)
  const line = (left: string, between: string, right: string) =>
    span(left + [side, side, side].join(between) + right, 'border')
  const boxes = [0, 1, 2].flatMap(i => [
    span(frame.down, 'border'),
    span(` ${i < stars ? star : noStar} `, i === fresh ? 'focus' : i < stars ? 'star' : 'quiet'),
  ])
  const foot = line(frame.bottomLeft, frame.foot, frame.bottomRight)
  const beside = [foot, span('  '), ...head]
  return [
    [line(frame.topLeft, frame.tee, frame.topRight)],
    [...boxes, span(`${frame.down}  `, 'border'), ...word],
    ...(rowCells(beside) <= width ? [beside] : [[foot], ...hang([], head, width)]),
  ]
}

/** The card of a run, as far as it is shown: its lines one by one, then the total, the stars, and what the next needs. */
export function scoreRows(
  run: Run,
  shown: number,
  record: 'record' | 'other',
  width: number,
  voice: Voice,
): readonly Row[] {
  const { score, verdict } = run
  const lines = score.lines
    .slice(0, shown)
    .flatMap(line => pointsRow(voice.text(line.say), line.points, width, voice))
  const head = row(
    `${voice.say('run.number', { n: run.number })} ${voice.glyphs.dot} ${voice.say(verdict.solved ? 'score.solved' : 'score.notSolved')}`,
    verdict.solved ? 'good' : 'bad',
  )
  const stars = Math.max(0, shown - score.lines.length)
  if (shown < score.lines.length + score.stars)
    return [...starBoxes({ stars, fresh: stars - 1, word: [], head }, width, voice), BLANK, BLANK, ...lines]
  const word = span(voice.say(WORDS[score.stars]), score.stars > 0 ? 'star' : 'quiet')
  return [
    ...starBoxes({ stars: score.stars, fresh: -1, word: [word], head }, width, voice),
    ...hang([], [span(voice.say(WHY[score.stars]), 'quiet')], width),
    ...(record === 'record' ? [row(voice.say('score.newBest'), 'star')] : []),
    BLANK,
    ...lines,
    row(voice.glyphs.frame.across.repeat(Math.min(width, CARD)), 'border'),
    ...pointsRow(voice.say('score.total'), score.points, width, voice, 'total'),
    ...(score.next
      ? [BLANK, ...hang([span(`${voice.say('score.nextStar')}: `, 'star')], voice.rich(score.next), width)]
      : []),
  ]
}

/** Widest card: points further from their words than this are hard to read across. */
const CARD = 64

/** A line of a card with its points at the right. */
export function pointsRow(
  text: string,
  points: number,
  width: number,
  voice: Voice,
  kind: 'line' | 'total' = 'line',
): readonly Row[] {
  const sign = kind === 'line' && points > 0 ? '+' : ''
  const style = kind === 'total' ? 'strong' : points < 0 ? 'bad' : points > 0 ? 'good' : 'quiet'
  const room = Math.min(width, CARD)
  const number = span(`${sign}${points}`, style)
  const lines = hang([], [span(text, kind === 'total' ? 'strong' : 'plain')], room - 7)
  return lines.map((line, i) =>
    i === lines.length - 1 && rowCells(line) < room
      ? spread(line, [number], room, voice.glyphs.ellipsis)
      : line,
  )
}
