import { setTimeout as sleep } from 'node:timers/promises'
import type { Event } from '../core/log.ts'
import { isAgreed, optionText, type Said } from '../party/forecast.ts'
import { act, newGame } from '../play/act.ts'
import { foldOf } from '../play/folded.ts'
import type { Game } from '../play/game.ts'
import { position } from '../play/position.ts'
import { beats } from '../play/views.ts'
import { controlName } from '../plain/control.ts'
import { toldBeats } from '../plain/tell-beats.ts'
import { ruleLine, starWord, tellBrief, tellScore } from '../plain/tell-level.ts'
import { teller as makeTeller, type Teller } from '../plain/teller.ts'
import type { Context } from './context.ts'
import { hasTerminal } from './environment.ts'
import type { Replayed } from './replay-source.ts'

/** Milliseconds that a move stands before the next one, so that a reader can follow. */
const MOVE = 600

/** Tells games again in words, one event after another. */
export async function tellReplay(games: readonly Replayed[], context: Context): Promise<void> {
  const { stdin, stdout, env, flags, lang } = context
  const moves = hasTerminal(stdin, stdout, env) && !flags.plain && !flags.noMotion
  const pause = async (ms: number): Promise<void> => void (moves ? await sleep(ms) : null)
  const teller = makeTeller({ readLine: async () => null, write: text => void stdout.write(text) }, lang)
  for (const replayed of games) {
    const { round } = replayed
    if (round) teller.head(teller.word('party.roundOf', { n: round.plan.number, total: round.of }))
    await tellGame(replayed, teller, pause)
    if (round) {
      const { score: points, stars } = round.result
      const total = teller.word('score.points', { n: points })
      teller.tell('', `${teller.word('score.total')}: ${total}, ${starWord(stars, teller)}`)
    }
  }
}

async function tellGame(
  { game: { level, proof, log }, round }: Replayed,
  teller: Teller,
  pause: (ms: number) => Promise<void>,
): Promise<void> {
  tellBrief(level, teller)
  let game = newGame(level, proof)
  for (const event of log.events) {
    const next = act(game, event)
    if (!next.ok) return
    const before = game
    game = next.value
    const run = runOf(before, game)
    if (event.type === 'run' && run > 0) await tellRun(game, round?.result.said[run - 1], teller, pause)
    else {
      teller.tell(eventLine(before, game, event, teller))
      await pause(MOVE)
    }
  }
}

/** The number of the run that an event made; 0 where it made none, such as a run of what had just been run. */
const runOf = (before: Game, after: Game): number =>
  foldOf(after).runs > foldOf(before).runs ? foldOf(after).runs : 0

async function tellRun(
  game: Game,
  said: Said | undefined,
  teller: Teller,
  pause: (ms: number) => Promise<void>,
): Promise<void> {
  const at = position(game)
  if (!at.ran) return
  teller.head(teller.word('run.number', { n: at.runs }))
  if (said) tellSaid(game, said, teller)
  for (const { ms, say } of toldBeats(beats(game), teller)) {
    teller.tell(say)
    await pause(ms)
  }
  // A round for two has a score of its own, told at its end.
  if (said) teller.tell('', ...at.rules.map(rule => ruleLine(rule, teller)))
  else tellScore(game.level, at, at.ran, teller)
  teller.tell('')
}

function tellSaid(game: Game, said: Said, teller: Teller): void {
  const answer = optionText(game, said.ask, said.driver)
  if (isAgreed(said)) return teller.say('party.saidSame', { answer })
  teller.say('party.driverSaid', { answer })
  teller.say('party.navigatorSaid', { answer: optionText(game, said.ask, said.navigator) })
}

/** What was done, in a line. Undone moves are not named: the state before them is what it was. */
function eventLine(before: Game, game: Game, event: Event, teller: Teller): string {
  switch (event.type) {
    case 'step': {
      const { scene } = position(before)
      const options = scene.controls.flatMap(control => control.options.map(option => ({ control, option })))
      const set = options.find(({ option }) => option.step === event.id)
      return teller.word('level.set', {
        step: set
          ? `${controlName(set.control, scene, teller.text)}: ${teller.text(set.option.label)}`
          : event.id,
      })
    }
    case 'undo':
    case 'redo':
    case 'reset':
      return teller.word(`replay.${event.type}`)
    case 'run':
      return teller.word('replay.again')
    case 'probe': {
      const probe = position(game).probes.find(({ id }) => id === event.id)
      return teller.word('replay.probe', { command: probe?.command ?? event.id })
    }
    case 'hint':
      return teller.word('replay.hint', {
        hint: teller.text(position(game).hints.at(-1)?.say ?? { en: '', ko: '' }),
      })
    case 'predict':
      return teller.word('replay.said', { answer: teller.text(optionText(game, event.ask, event.option)) })
    default:
      return event satisfies never
  }
}
