import { ask } from './ask.ts'
import { COMMANDS } from './command.ts'
import { here, leaves, type Outcome, type Session } from './session.ts'
import { panelLines } from './panel.ts'
import { tellBeats } from './tell-beats.ts'
import { tellDebrief, tellScore } from './tell-level.ts'

/** Commits the plan: asks what the level asks first, tells what happens, then the score, and keeps the result. */
export async function run(session: Session): Promise<Outcome> {
  const { opened, teller } = session
  const left = await predict(session)
  if (left) return left
  const next = opened.play.act(session.game, { type: 'run' })
  if (!next.ok) {
    teller.tell(teller.text(next.error.say))
    return null
  }
  session.game = next.value
  const at = here(session)
  teller.head(teller.word('run.number', { n: at.runs }))
  tellBeats(opened.play.beats(session.game), teller)
  if (!at.ran || session.isSandbox) return null
  tellScore(opened.level, at, at.ran, teller)
  if (at.plot) teller.tell(...panelLines(at.plot, teller.text))
  await offerBet(session)
  if (!at.ran.verdict.solved) {
    teller.tell('')
    teller.say('plain.commands')
    return null
  }
  tellDebrief(session.game, opened.play, teller)
  await keep(session)
  teller.tell('')
  teller.say('plain.words', { words: 'next, map, share, undo, reset' })
  return null
}

/** Asks the questions that are open before the first run. Not answering is allowed, and only not scored. */
async function predict(session: Session): Promise<Outcome> {
  const { opened, teller } = session
  for (const prediction of here(session).asks) {
    teller.head(teller.word('predict.title'))
    const skip = teller.word('predict.skip')
    const labels = [...prediction.options.map(option => teller.text(option.text)), skip]
    const names = [...prediction.options.map(option => option.id), 'skip']
    const answer = await ask(teller, teller.text(prediction.ask), labels, names, COMMANDS)
    if (answer.type !== 'chosen') return leaves(answer)
    const option = prediction.options[answer.index]
    if (!option) continue
    const next = opened.play.act(session.game, { type: 'predict', ask: prediction.id, option: option.id })
    if (next.ok) session.game = next.value
    else teller.tell(teller.text(next.error.say))
  }
  return null
}

/** The same plan on the player's own machine, where that can build it. */
async function offerBet(session: Session): Promise<void> {
  const { opened, ports, teller } = session
  const bet = await ports.findBet(opened.level, here(session).plan)
  if (bet === null) return
  teller.tell('')
  teller.say('bet.offer')
  teller.tell(`  ${bet.command}`)
}

/** Stores the result that was just scored; what cannot be saved is said, and play goes on. */
async function keep({ opened, ports, teller, game }: Session): Promise<void> {
  const { ran, plan } = opened.play.position(game)
  if (!ran) return
  const { stars, points } = ran.score
  const { id, playHash } = opened.level
  const saved = await ports.saveResult(id, { stars, points, playHash, moves: plan })
  if (!saved.ok) teller.tell(teller.text(saved.error))
}
