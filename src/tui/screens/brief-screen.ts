import { columns } from '../layout.ts'
import type { Session } from '../app-state.ts'
import { innerWidth, pane } from '../pane.ts'
import { BLANK, hang, type Row, span, wrapRow } from '../rows.ts'
import type { BodyView, Frame } from '../screen-view.ts'
import { ruleRows } from '../widgets/rule-rows.ts'
import { proseRows } from '../widgets/prose-rows.ts'

/** The brief and the rules, sealed: who hurts, and what would help. */
export function briefScreen(frame: Frame, session: Session): BodyView {
  const { body, voice, shape, state } = frame
  const title = voice.say('stage.brief')
  const hints = ['start', 'scroll', 'glossary', 'language', 'back', 'help'] as const
  if (shape === 'narrow' || body.height > body.width) {
    const content = [
      ...briefRows(frame, session, innerWidth(body)),
      BLANK,
      ...rulesPart(frame, session, innerWidth(body)),
    ]
    return {
      panes: [pane({ id: 'brief', rect: body, title, content, scroll: state.scroll, focus: 'focused' })],
      active: 'brief',
      hints,
    }
  }
  const [half = body] = columns(body, [1, 1])
  const most = Math.max(
    briefRows(frame, session, innerWidth(half)).length,
    rulesPart(frame, session, innerWidth(half)).length,
  )
  const fitting = { ...body, height: Math.min(body.height, most + 2) }
  const [left = body, right = body] = columns(fitting, [1, 1])
  return {
    panes: [
      pane({
        id: 'brief',
        rect: left,
        title,
        content: briefRows(frame, session, innerWidth(left)),
        scroll: state.scroll,
        focus: 'focused',
      }),
      pane({
        id: 'rules',
        rect: right,
        title: voice.say('level.rules'),
        content: rulesPart(frame, session, innerWidth(right)),
        scroll: state.scroll,
        focus: 'resting',
      }),
    ],
    active: 'brief',
    hints,
  }
}

/** The level's title and brief. */
export function briefRows({ voice }: Frame, session: Session, width: number): readonly Row[] {
  const { level } = session.opened
  return [
    ...wrapRow(voice.rich(level.title, 'strong'), width),
    BLANK,
    ...proseRows(level.brief, width, voice),
  ]
}

function rulesPart({ voice }: Frame, session: Session, width: number): readonly Row[] {
  const note = session.opened.level.tutorial ? 'rules.lit' : 'rules.whySealed'
  return [
    ...ruleRows(session.position.rules, width, voice),
    BLANK,
    ...hang([], [span(voice.say(note), 'quiet')], width),
  ]
}
