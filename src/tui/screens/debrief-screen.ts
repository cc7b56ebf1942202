import { nextLevel, type Session } from '../app-state.ts'
import { columns } from '../layout.ts'
import { innerWidth, pane } from '../pane.ts'
import { BLANK, hang, type Row, row, span } from '../rows.ts'
import type { BodyView, Frame } from '../screen-view.ts'
import { artifactRows } from '../widgets/artifact-rows.ts'
import { starLine } from '../widgets/score-rows.ts'
import { proseRows } from '../widgets/prose-rows.ts'

/** What was learned, the real commands, the sources, and where to go next. */
export function debriefScreen(frame: Frame, session: Session): BodyView {
  const { body, shape, voice, state } = frame
  const hints = [
    'goOn',
    'scroll',
    ...(shape === 'narrow' ? [] : (['nextPane'] as const)),
    'reset',
    'back',
    'glossary',
    'language',
  ] as const
  const title = voice.say('debrief.title')
  if (shape === 'narrow') {
    const width = innerWidth(body)
    const content = [
      ...learned(frame, session, width),
      BLANK,
      row(voice.say('debrief.commands'), 'strong'),
      BLANK,
      ...real(frame, session, width),
    ]
    return {
      panes: [pane({ id: 'debrief', rect: body, title, content, scroll: state.scroll, focus: 'focused' })],
      active: 'debrief',
      hints,
    }
  }
  const [left = body, right = body] = columns(body, [1, 1])
  const onRight = session.slot === 'outside'
  return {
    panes: [
      pane({
        id: 'debrief',
        rect: left,
        title,
        content: learned(frame, session, innerWidth(left)),
        scroll: state.scroll,
        focus: onRight ? 'resting' : 'focused',
      }),
      pane({
        id: 'artifacts',
        rect: right,
        title: voice.say('debrief.commands'),
        content: real(frame, session, innerWidth(right)),
        scroll: state.scroll,
        focus: onRight ? 'focused' : 'resting',
      }),
    ],
    active: onRight ? 'artifacts' : 'debrief',
    hints,
  }
}

const real = ({ voice }: Frame, session: Session, width: number): readonly Row[] =>
  artifactRows(session.opened.play.artifacts(session.game), width, voice)

function learned({ voice, state }: Frame, session: Session, width: number): readonly Row[] {
  const { level } = session.opened
  const next = nextLevel(state.campaign, state.progress, level.id)
  const title = state.campaign.chapters.flatMap(({ levels }) => levels).find(({ id }) => id === next)?.title
  return [
    starLine(session.position.best, voice),
    BLANK,
    ...proseRows(level.debrief, width, voice),
    BLANK,
    ...hang(
      [],
      [span(title ? voice.say('debrief.next', { level: title }) : voice.say('debrief.toMap'), 'accent')],
      width,
    ),
    BLANK,
    row(voice.say('debrief.sources'), 'strong'),
    ...level.sources.flatMap(source =>
      hang([span(`${voice.glyphs.dot} `, 'quiet')], [span(voice.spelled(source), 'quiet')], width),
    ),
  ]
}
