import { fail } from '../core/result.ts'
import type { Forecast } from '../party/forecast.ts'
import { pageLines } from '../party/page-text.ts'
import { verdictPage } from '../party/pages.ts'
import type { OpenedLevel } from '../party/ports.ts'
import { answerWith, askBoth, askLater, endRound, isTimed, isWon, playedOn } from '../party/round.ts'
import { seatLevel, seatPlay } from '../party/seat-play.ts'
import { OTHER_SEAT } from '../party/seat-view.ts'
import { inBoth } from '../words/say.ts'
import { ask } from './ask.ts'
import { readTyped, type Typed } from './command.ts'
import { take, tellAll } from './level-session.ts'
import { keep, lookAtClock, type Table, tellTime } from './party-table.ts'
import { here, type Session } from './session.ts'
import { tellBeats } from './tell-beats.ts'
import { ruleLine } from './tell-level.ts'

/** Plays one round from the driver's seat until it is over, or the driver leaves. */
export async function playRound(table: Table, level: OpenedLevel): Promise<'over' | 'left'> {
  const session = sessionOf(table, level)
  tellAll(session)
  table.teller.say('party.words')
  for (;;) {
    const { teller } = table
    teller.tell('')
    lookAtClock(table)
    if (!isTimed(table.party)) return 'over'
    tellTime(table)
    teller.say('plain.prompt')
    const line = await teller.listen()
    if (line === null) return 'left'
    lookAtClock(table)
    if (!isTimed(table.party)) return 'over'
    if (line === '') continue
    const done = await turn(table, session, readTyped(line))
    if (done) return done
    await keep(table)
  }
}

/** The round's level as the driver may see it. */
function sessionOf({ teller, party }: Table, { level, proof, play }: OpenedLevel): Session {
  const seen = seatPlay(play, level, 'driver')
  const opened = { level: seatLevel(level, 'driver'), proof, play: seen }
  // A round is kept as a whole, and bets are for those who play alone.
  const ports = { saveResult: async () => fail(inBoth('party.scoreLater')), findBet: async () => null }
  return { opened, ports, teller, isSandbox: false, game: party.game ?? seen.newGame(level, proof) }
}

/** Does what was typed: running, ending and leaving are the round's, all else the level's. */
async function turn(table: Table, session: Session, typed: Typed): Promise<'over' | 'left' | null> {
  switch (typed.command) {
    case 'run':
      return run(table, session)
    case 'next':
      return end(table)
    case 'terms':
      table.teller.say('party.glossaryLater')
      return null
    case 'map':
    case 'back':
    case 'quit':
      return 'left'
    default: {
      if (TIME.includes(typed.line.toLowerCase())) return null
      const outcome = await take(session, typed)
      table.party = playedOn(table.party, session.game)
      // What was typed instead of an answer may be the round's, too: a run asks both seats first.
      if (outcome !== null && typeof outcome !== 'string') return turn(table, session, outcome)
      return outcome === 'end' || outcome === 'quit' ? 'left' : null
    }
  }
}

/** The time is told before every prompt, so that asking for it needs no answer of its own. */
const TIME = ['time', 't', '시간']

async function end(table: Table): Promise<'over' | 'left' | null> {
  const { teller } = table
  const labels = [teller.word('party.stay'), teller.word('party.endNow')]
  const answer = await ask(teller, teller.word('party.endAsk'), labels, ['stay', 'end'])
  if (answer.type === 'end') return 'left'
  if (answer.type !== 'chosen' || answer.index !== 1) return null
  table.party = endRound(table.party, 'ended')
  return 'over'
}

/** Asks both seats, runs, and tells the driver's part of the verdict. */
async function run(table: Table, session: Session): Promise<'over' | 'left' | null> {
  const { teller } = table
  table.party = askBoth(table.party)
  const { stage } = table.party
  if (stage.type === 'asking') {
    for (const seat of ['driver', 'navigator'] as const) {
      const answer = await askSeat(table, stage.ask, seat)
      if (answer === 'left') return 'left'
      if (answer === 'later') return null
      if (!isTimed(table.party)) return 'over'
    }
  }
  const { game } = table.party
  if (!game) return null
  session.game = game
  const at = here(session)
  if (!at.ran) return null
  teller.head(teller.word('run.number', { n: at.runs }))
  tellBeats(session.opened.play.beats(game), teller)
  const page = verdictPage(table.party)
  if (!page) return null
  teller.head(teller.text(page.title))
  teller.tell(...at.rules.filter(({ id }) => id !== OTHER_SEAT).map(rule => ruleLine(rule, teller)))
  teller.tell(...pageLines(page, teller.lang()))
  if (!isWon(table.party)) return null
  table.party = endRound(table.party, 'solved')
  return 'over'
}

/** Asks one seat. Nothing lies face down in lines, so the driver's answer is not said again before the navigator's. */
async function askSeat(
  table: Table,
  forecast: Forecast,
  seat: 'driver' | 'navigator',
): Promise<'said' | 'later' | 'left'> {
  const { teller } = table
  const n = table.party.said.length + 1
  teller.head(teller.word(seat === 'driver' ? 'party.driverFirst' : 'party.navigatorNext', { n }))
  teller.say(seat === 'driver' ? 'party.driverSays' : 'party.navigatorSays')
  const labels = forecast.options.map(({ text }) => teller.text(text))
  const names = forecast.options.map(({ id }) => id)
  const answer = await ask(teller, teller.text(forecast.ask), labels, names)
  lookAtClock(table)
  if (answer.type === 'end' || (answer.type === 'command' && answer.command === 'quit')) return 'left'
  if (answer.type !== 'chosen') {
    table.party = askLater(table.party)
    return 'later'
  }
  table.party = answerWith(table.party, names[answer.index] ?? '')
  return 'said'
}
