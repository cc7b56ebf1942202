import type { Event } from '../core/log.ts'
import type { Scene } from '../core/scene.ts'
import type { Position } from '../play/game.ts'
import { ask } from './ask.ts'
import { COMMANDS } from './command.ts'
import { controlName, readValue, type Wish } from './control.ts'
import { changedPanels, panelLines } from './panel.ts'
import { here, leaves, type Outcome, type Session } from './session.ts'
import { tellCount, tellRules } from './tell-level.ts'
import type { Teller } from './teller.ts'

/** Takes an event and tells everything that it changed. */
export function change(session: Session, event: Event): void {
  const { opened, teller } = session
  const before = here(session)
  const next = opened.play.act(session.game, event)
  if (!next.ok) return teller.tell(teller.text(next.error.say))
  session.game = next.value
  const after = here(session)
  tellMoved(before, after, event, teller)
  for (const panel of changedPanels(before.scene.panels, after.scene.panels, teller.text)) {
    teller.tell(...panelLines(panel, teller.text))
  }
  if (opened.level.tutorial) tellRules(opened.level, after.rules, teller)
  else if (before.ran && !after.ran) teller.say('rules.sealedAgain')
  if (!session.isSandbox) tellCount(after, teller)
}

/** Names the controls that are set differently now. */
function tellMoved(before: Position, after: Position, event: Event, teller: Teller): void {
  if (event.type === 'reset') teller.say('level.wasReset')
  const key = event.type === 'undo' ? 'level.undone' : event.type === 'redo' ? 'level.redone' : 'level.set'
  const old = settings(before.scene, teller)
  for (const [id, setting] of settings(after.scene, teller)) {
    if (old.get(id) !== setting) teller.say(key, { step: setting })
  }
}

/** Each control's id, with its name and what it is set to. */
function settings(scene: Scene, teller: Teller): ReadonlyMap<string, string> {
  return new Map(
    scene.controls.map(control => {
      const chosen = control.type === 'choice' ? control.options[control.current]?.label : undefined
      const value =
        control.type === 'cards' ? control.placed.map(teller.text).join(', ') : chosen && teller.text(chosen)
      return [control.id, `${controlName(control, scene, teller.text)}: ${value ?? ''}`] as const
    }),
  )
}

/** Sets what a line asked for, or asks on where it was not clear. */
export async function set(session: Session, wish: Wish): Promise<Outcome> {
  const { teller } = session
  const { scene } = here(session)
  switch (wish.type) {
    case 'step':
      change(session, { type: 'step', id: wish.step })
      return null
    case 'already':
      teller.tell(`${controlName(wish.control, scene, teller.text)}: ${teller.word('level.current')}`)
      return null
    case 'refused':
      teller.tell(wish.option.refused ? teller.text(wish.option.refused) : teller.word('level.refused'))
      return null
    case 'which-value': {
      const labels = wish.control.options.map(option => teller.text(option.label))
      if (wish.value !== '') teller.say('plain.badChoice', { input: wish.value, max: labels.length })
      const control = controlName(wish.control, scene, teller.text)
      const question = teller.word('plain.chooseValue', { control })
      const answer = await ask(teller, question, labels, labels, COMMANDS)
      if (answer.type !== 'chosen') return leaves(answer)
      return await set(session, readValue(String(answer.index + 1), wish.control, teller.text))
    }
    case 'unclear':
      teller.say('plain.badChoice', { input: wish.line, max: scene.controls.length })
      teller.say('plain.commands')
      return null
    default:
      return wish satisfies never
  }
}
