import type { Position } from '../play/game.ts'
import { POINTS } from '../score/points.ts'
import { findTerm, termsIn } from '../words/glossary.ts'
import { ask } from './ask.ts'
import { COMMANDS, readName, readNumber } from './command.ts'
import { change } from './change.ts'
import { panelLines } from './panel.ts'
import { here, leaves, type Outcome, type Session } from './session.ts'
import { ruleLine, tellExplanation } from './tell-level.ts'

const rungs = ['hint.nudge', 'hint.rule', 'hint.control', 'hint.move'] as const

/** Gives the next hint, and says what the one after it would name. */
export function hint(session: Session): void {
  const { opened, teller, game } = session
  const given = session.isSandbox ? null : opened.play.nextHint(game)
  if (!given) return teller.say('hint.none')
  const next = opened.play.act(game, { type: 'hint', rung: given.rung })
  if (!next.ok) return teller.tell(teller.text(next.error.say))
  session.game = next.value
  teller.tell(`${teller.word('hint.title')}: ${teller.text(given.say)}`)
  const after = opened.play.nextHint(session.game)
  if (!after) return
  const what = teller.word('hint.next', { what: teller.word(rungs[after.rung]) })
  teller.tell(`${what}. ${teller.word('hint.costs', { n: -POINTS.hints.each[after.rung] })}`)
}

/** Takes a rule apart: the one that was named, or one that is asked for. */
export async function explain(session: Session, named: string): Promise<Outcome> {
  const { opened, teller, game } = session
  const { rules } = here(session)
  const ids = rules.map(rule => rule.id)
  const labels = rules.map(rule => ruleLine(rule, teller))
  const known = readNumber(named, rules.length) ?? readName(named, ids)
  const answer =
    known === null
      ? await ask(teller, teller.word('plain.chooseRule'), labels, ids, COMMANDS)
      : ({ type: 'chosen', index: known } as const)
  if (answer.type !== 'chosen') return leaves(answer)
  const rule = rules[answer.index]
  if (!rule) return null
  const { play, level } = opened
  tellExplanation(level, rule, play.explain(game, rule.id), play.counterfactual(game, rule.id), teller)
  return null
}

/** Asks the system something: the probe that was named, or one that is asked for. */
export async function probe(session: Session, named: string): Promise<Outcome> {
  const { opened, teller } = session
  const { probes } = here(session)
  if (probes.length === 0) {
    teller.say('probe.none')
    return null
  }
  const labels = probes.map(({ label, command }) => `${teller.text(label)} (${command})`)
  const names = probes.map(({ id }) => id)
  const known = readNumber(named, probes.length) ?? readName(named, names)
  const answer =
    known === null
      ? await ask(teller, teller.word('plain.chooseProbe'), labels, names, COMMANDS)
      : ({ type: 'chosen', index: known } as const)
  if (answer.type !== 'chosen') return leaves(answer)
  const chosen = probes[answer.index]
  if (!chosen) return null
  change(session, { type: 'probe', id: chosen.id })
  teller.tell(...panelLines(opened.play.answer(session.game, chosen.id), teller.text))
  return null
}

/** Explains the glossary terms that the level's texts and picture name. */
export function tellTerms({ opened, teller, game }: Pick<Session, 'opened' | 'teller' | 'game'>): void {
  const ids = termsOf(opened.level.brief[teller.lang()], opened.play.position(game), teller.lang())
  teller.head(teller.word('glossary.here'))
  const terms = ids.map(findTerm).filter(term => term !== undefined)
  if (terms.length === 0) teller.say('glossary.none')
  for (const { name, short } of terms) teller.tell(`${teller.text(name)}: ${teller.text(short)}`)
}

function termsOf(brief: string, { scene, rules }: Position, lang: 'en' | 'ko'): readonly string[] {
  const texts = [
    ...rules.map(rule => rule.text[lang]),
    ...scene.groups.flatMap(group => group.about.map(about => about[lang])),
    ...scene.controls.flatMap(control => [control.label[lang], control.help[lang]]),
    ...scene.panels.flatMap(panel => [panel.title[lang], panel.say[lang]]),
  ]
  return [...new Set([brief, ...texts].flatMap(termsIn))]
}

/** Tells the result as lines to paste, with the code that replays it. */
export function share({ opened, teller, game }: Session): void {
  const lines = opened.play.share(game, teller.lang(), 'unicode')
  if (lines.length === 0) return teller.say('share.none')
  teller.head(teller.word('share.about'))
  teller.tell(...lines)
}
