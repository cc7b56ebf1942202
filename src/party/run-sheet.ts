import type { Lang } from '../core/text.ts'
import { type Sayer, words } from '../words/say.ts'
import { encodeCode } from './game-code.ts'
import { lengthOf } from './round.ts'
import { type GameCode, MINUTES, ROUNDS } from './rounds.ts'

/** A part of a workshop: its name, when it begins and how long it lasts, in seconds, and what is done. */
export type Part = {
  readonly name: string
  readonly at: number
  readonly seconds: number
  readonly about: string
}

/** Seconds for sitting down in pairs. */
const PAIRING = 60
/** Seconds for talking at the end, at the least: what the rounds leave over is added to them. */
const TALK = 120

/** What is done when, by the minutes of a game: pairing 1, warm-up 1, rounds of equal length in half minutes, the rest talk. */
export function timetable(code: GameCode, lang: Lang): readonly Part[] {
  const t = words(lang)
  const spoken = encodeCode(code, lang)
  const rounds = Array.from({ length: code.rounds }, (_, i) => ({
    name: t('party.round', { n: i + 1 }),
    seconds: lengthOf(code, { number: i + 1 }),
    about: t('lead.round'),
  }))
  const before = [
    {
      name: t('lead.pairingName'),
      seconds: PAIRING,
      about: t('lead.pairing', { question: t('party.iceQuestion') }),
    },
    {
      name: t('party.warmUp'),
      seconds: lengthOf(code, { number: 0 }),
      about: `${t('lead.start', { code: spoken })} ${t('lead.warmUp')}`,
    },
    ...rounds,
  ]
  const played = before.reduce((sum, { seconds }) => sum + seconds, 0)
  const talk = { name: t('lead.talkName'), seconds: code.minutes * 60 - played, about: t('lead.talk') }
  let at = 0
  return [...before, talk].map(part => {
    const begins = at
    at += part.seconds
    return { ...part, at: begins }
  })
}

/** Whether a game's minutes hold its rounds: a minute each at the least, and the talk. */
export const isLongEnough = ({ rounds, minutes }: Pick<GameCode, 'rounds' | 'minutes'>): boolean =>
  minutes * 60 >= PAIRING + TALK + 60 * (rounds + 1)

/** The fewest minutes that hold so many rounds. */
export const leastMinutes = (rounds: number): number =>
  MINUTES.find(minutes => isLongEnough({ rounds, minutes })) ?? MINUTES[0]

/** Minutes that a round should have. */
const ROUND = 3
/** Minutes of a game that are none of a round's. */
const AROUND = 4

/** What goes with the one of both that was asked for: rounds of three minutes. Neither asked: two rounds in ten minutes. */
export function fitting(asked: {
  readonly rounds?: number
  readonly minutes?: number
}): Pick<GameCode, 'rounds' | 'minutes'> {
  const { rounds, minutes } = asked
  if (rounds === undefined) {
    const wanted = Math.floor(((minutes ?? 10) - AROUND) / ROUND)
    return { rounds: Math.min(Math.max(wanted, 1), ROUNDS.length), minutes: minutes ?? 10 }
  }
  return { rounds, minutes: minutes ?? MINUTES.find(each => each >= AROUND + ROUND * rounds) ?? 10 }
}

/** The page for whoever leads: the code in both languages, what to bring, the timetable, what to say. Markdown. */
export function runSheet(code: GameCode, lang: Lang, version: string): string {
  const t = words(lang)
  const spoken = encodeCode(code, lang)
  const parts = timetable(code, lang).map(
    ({ name, at, seconds, about }) => `| ${clock(at)} | ${lasting(seconds, t)} | ${name} | ${about} |`,
  )
  return [
    `# ${t('lead.title', { minutes: code.minutes })}`,
    '',
    `## ${t('lead.code')}`,
    '',
    `    ${encodeCode(code, 'en')}`,
    `    ${encodeCode(code, 'ko')}`,
    '',
    t('lead.codeAbout'),
    '',
    `## ${t('lead.before')}`,
    '',
    ...[t('lead.install', { version }), t('lead.print', { code: spoken }), t('lead.odd')].map(
      line => `- ${line}`,
    ),
    '',
    `## ${t('lead.times')}`,
    '',
    '| | | | |',
    '|---|---|---|---|',
    ...parts,
    '',
    `## ${t('lead.rules')}`,
    '',
    ...[t('lead.rule1'), t('lead.rule2'), t('lead.rule3')].map(line => `- ${line}`),
    '',
    `## ${t('lead.after')}`,
    '',
    `- ${t('lead.board')}`,
    '',
  ].join('\n')
}

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

const lasting = (seconds: number, t: Sayer): string => t('lead.minutes', { n: seconds / 60 })
