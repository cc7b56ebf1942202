import { readTyped, type Typed } from './command.ts'
import { change, set } from './change.ts'
import { readWish, tellControls } from './control.ts'
import type { Opened, Ports } from './ports.ts'
import { explain, hint, probe, share, tellTerms } from './questions.ts'
import { run } from './run.ts'
import { here, type Left, type Outcome, type Session } from './session.ts'
import { tellBrief, tellCount, tellRules, tellScene } from './tell-level.ts'
import type { Teller } from './teller.ts'

/** Plays one level until it is left. */
export async function playLevel(
  opened: Opened,
  ports: Ports,
  teller: Teller,
  kind: 'level' | 'sandbox',
): Promise<Left> {
  const game = opened.play.newGame(opened.level, opened.proof)
  const session: Session = { opened, ports, teller, isSandbox: kind === 'sandbox', game }
  tellAll(session)
  for (;;) {
    teller.tell('')
    teller.say('plain.prompt')
    const line = await teller.listen()
    if (line === null) return 'end'
    if (line === '') continue
    const left = await obey(session, readTyped(line))
    if (left) return left
  }
}

/** Tells a level from its brief to its controls. */
export function tellAll(session: Session): void {
  const { opened, teller } = session
  const at = here(session)
  tellBrief(opened.level, teller)
  tellRules(opened.level, at.rules, teller)
  tellScene(at, teller)
  tellControls(at.scene, teller)
  if (!session.isSandbox) tellCount(at, teller)
  teller.say('plain.commands')
}

/** Does what was typed, and what was typed instead of an answer to what it asked; the result says how the level is left. */
export async function obey(session: Session, typed: Typed): Promise<Left | null> {
  const outcome = await take(session, typed)
  return outcome === null || typeof outcome === 'string' ? outcome : obey(session, outcome)
}

/** Does what was typed, but not what was typed instead of an answer: that is handed back. */
export async function take(session: Session, typed: Typed): Promise<Outcome> {
  const { opened, teller } = session
  switch (typed.command) {
    case 'run':
      return await run(session)
    case 'undo':
    case 'redo':
    case 'reset':
      change(session, { type: typed.command })
      return null
    case 'hint':
      hint(session)
      return null
    case 'explain':
      return await explain(session, typed.rest)
    case 'probe':
      return await probe(session, typed.rest)
    case 'rules':
      tellRules(opened.level, here(session).rules, teller)
      return null
    case 'scene':
      tellScene(here(session), teller)
      return null
    case 'controls':
      tellControls(here(session).scene, teller)
      return null
    case 'brief':
      tellBrief(opened.level, teller)
      return null
    case 'terms':
      tellTerms(session)
      return null
    case 'share':
      share(session)
      return null
    case 'help':
      teller.say('help.how')
      teller.say('plain.commands')
      return null
    case 'lang':
      teller.speak(teller.lang() === 'en' ? 'ko' : 'en')
      tellAll(session)
      return null
    case 'next':
      return 'next'
    case 'map':
    case 'back':
      return 'map'
    case 'quit':
      return 'quit'
    case 'sandbox':
    case null:
      return await set(session, readWish(typed.line, here(session).scene, teller.text))
    default:
      return typed.command satisfies never
  }
}
