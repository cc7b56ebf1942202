import type { Lang } from '../core/text.ts'
import { say } from '../words/say.ts'
import { act, newGame } from './act.ts'
import { foldOf } from './folded.ts'
import type { Event } from '../core/log.ts'
import type { Game, Run } from './game.ts'
import { movesOf } from './moves.ts'
import { shareCode } from './share-code.ts'

/** The signs that a course of play is drawn with; ASCII for terminals and chats that draw the others badly. */
export type ShareSigns = {
  readonly star: string
  readonly noStar: string
  readonly dot: string
  readonly step: string
  readonly back: string
  readonly hint: string
  readonly probe: string
  readonly run: string
}

/** Both sets of signs. */
export const SHARE_SIGNS = {
  unicode: { star: '★', noStar: '☆', dot: '·', step: '■', back: '□', hint: '?', probe: '◦', run: '▸' },
  ascii: { star: '*', noStar: '_', dot: '-', step: '#', back: '<', hint: '?', probe: '@', run: '>' },
} as const satisfies { readonly [set: string]: ShareSigns }

/** A longer course is cut in its middle: it is there to be looked at, the code holds all of it. */
const MOST_SIGNS = 60

/** The run of a game with the most stars, of equal ones points, and all signs up to it. */
type Course = {
  readonly run: Run
  readonly moves: number
  readonly signs: readonly string[]
}

/**
 * A game that was run, as a few lines to paste: level, stars, score, what was done as signs, and how to replay it. No line
 * says what a step was, so that nothing is given away. Empty where nothing was run.
 */
export function shareText(game: Game, lang: Lang, signs: ShareSigns): readonly string[] {
  const course = courseOf(game, signs)
  if (!course) return []
  const { stars, points } = course.run.score
  const drawn = signs.star.repeat(stars) + signs.noStar.repeat(3 - stars)
  const sums = [
    say(lang, 'score.points', { n: points }),
    say(lang, 'level.movesOfPar', { moves: course.moves, par: game.proof.par }),
    say(lang, 'level.runs', { runs: course.run.number, allowed: game.level.runs }),
  ]
  return [
    [say(lang, 'app.name'), game.level.title[lang], drawn].join(` ${signs.dot} `),
    sums.join(` ${signs.dot} `),
    shortened(course.signs).join(''),
    `play replay ${shareCode(game)}`,
  ]
}

const shortened = (signs: readonly string[]): readonly string[] =>
  signs.length > MOST_SIGNS
    ? [...signs.slice(0, MOST_SIGNS / 2), '...', ...signs.slice(-MOST_SIGNS / 2)]
    : signs

function courseOf({ level, proof, log }: Game, signs: ShareSigns): Course | null {
  const drawn: string[] = []
  let best: Course | null = null
  let game = newGame(level, proof)
  for (const event of log.events) {
    const next = act(game, event)
    if (!next.ok) return best
    const { ran, runs } = foldOf(next.value)
    const isNew = runs > foldOf(game).runs
    game = next.value
    if (event.type === 'run' && !isNew) continue
    drawn.push(signOf(event.type, ran, signs))
    if (ran && isNew && (!best || isBetter(ran, best.run)))
      best = { run: ran, moves: movesOf(game).moves.length, signs: [...drawn] }
  }
  return best
}

const isBetter = ({ score: a }: Run, { score: b }: Run): boolean =>
  a.stars > b.stars || (a.stars === b.stars && a.points > b.points)

function signOf(type: Event['type'], ran: Run | null, signs: ShareSigns): string {
  switch (type) {
    case 'step':
    case 'redo':
      return signs.step
    case 'undo':
    case 'reset':
      return signs.back
    case 'run':
      return signs.run + signs.star.repeat(ran?.score.stars ?? 0)
    case 'hint':
      return signs.hint
    case 'probe':
    case 'predict':
      return signs.probe
    default:
      return type satisfies never
  }
}
