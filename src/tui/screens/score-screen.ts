import type { Session } from '../app-state.ts'
import { COMMANDS, keyCap } from '../keymap.ts'
import { columns } from '../layout.ts'
import { innerWidth, pane } from '../pane.ts'
import { BLANK, hang, type Row, row, span } from '../rows.ts'
import type { BodyView, Frame } from '../screen-view.ts'
import type { Focused } from '../widgets/control-rows.ts'
import { verdictRows } from '../widgets/rule-rows.ts'
import { isCardShown } from '../session.ts'
import { heapRows } from './scene-panes.ts'
import { scoreRows } from '../widgets/score-rows.ts'

/** The score card, line by line, and every rule with why it matters. */
export function scoreScreen(frame: Frame, session: Session): BodyView {
  const { body, shape, voice, state } = frame
  const ready = isCardShown(session)
  const hints = ready
    ? ([
        session.position.ran?.verdict.solved ? 'debrief' : 'build',
        'move',
        'explain',
        'share',
        ...(session.bet ? (['bet'] as const) : []),
        'back',
        'glossary',
        'language',
        'help',
      ] as const)
    : (['skip'] as const)
  const title = voice.say('score.title')
  if (shape !== 'wide') {
    const width = innerWidth(body)
    const content = ready
      ? together(
          [...card(frame, session, width), ...plotOfGood(frame, session, width)],
          rules(frame, session, width),
          // Why a rule broke comes before an offer, which the footer makes as well.
          betRows(session, width, voice),
        )
      : card(frame, session, width)
    const scroll = state.scroll
    return {
      panes: [pane({ id: 'score', rect: body, title, content, scroll, focus: 'focused' })],
      active: 'score',
      hints,
    }
  }
  const [left = body, right = body] = columns(body, [2, 3])
  return {
    panes: [
      pane({
        id: 'score',
        rect: left,
        title,
        content: [
          ...card(frame, session, innerWidth(left)),
          ...betRows(session, innerWidth(left), voice),
          ...plot(frame, session, innerWidth(left)),
        ],
        scroll: state.scroll,
        focus: session.rule < 0 ? 'focused' : 'resting',
      }),
      pane({
        id: 'verdict',
        rect: right,
        title: voice.say('level.rules'),
        content: ready ? rules(frame, session, innerWidth(right)) : [],
        scroll: state.scroll,
        focus: session.rule < 0 ? 'resting' : 'focused',
      }),
    ],
    active: session.rule < 0 ? 'score' : 'verdict',
    hints,
  }
}

function card({ voice }: Frame, session: Session, width: number): readonly Row[] {
  const { ran, answered } = session.position
  if (!ran) return []
  const rows = scoreRows(ran, session.shown, session.record ? 'record' : 'other', width, voice)
  if (!isCardShown(session)) return rows
  return [...rows, ...answered.flatMap(answer => answerRows(session, answer, width, voice))]
}

/** The same plan on the player's own machine, where that can build it. */
function betRows(session: Session, width: number, voice: Frame['voice']): readonly Row[] {
  const { bet } = session
  if (!bet || !isCardShown(session)) return []
  const key = keyCap(COMMANDS.bet.keys[0], voice.glyphs)
  return [
    BLANK,
    ...hang([span(`${key}  `, 'accent')], [span(voice.say('bet.offer'))], width),
    ...hang([span('   ')], [span(bet.command, 'quiet')], width),
  ]
}

/** Above the rules, so only where they have nothing more to say. */
function plotOfGood(frame: Frame, session: Session, width: number): readonly Row[] {
  const verdict = session.position.ran?.verdict
  return verdict?.solved === true && verdict.guarded ? plot(frame, session, width) : []
}

/** The plan among all others, where the level compares them. */
function plot({ voice }: Frame, session: Session, width: number): readonly Row[] {
  const { plot: panel } = session.position
  return panel && isCardShown(session) ? [BLANK, ...heapRows([panel], '', width, voice)] : []
}

/** What was foretold, and what came of it. */
function answerRows(
  session: Session,
  answer: Session['position']['answered'][number],
  width: number,
  voice: Frame['voice'],
): readonly Row[] {
  const ask = session.opened.level.predict.find(({ id }) => id === answer.ask)
  const option = ask?.options.find(({ id }) => id === answer.option)
  const came = ask?.options.find(({ id }) => id === answer.came)
  if (!ask || !option) return []
  const style = answer.right === true ? 'good' : answer.right === false ? 'bad' : 'quiet'
  const glyph =
    answer.right === true
      ? voice.glyphs.held
      : answer.right === false
        ? voice.glyphs.broken
        : voice.glyphs.dot
  return [
    BLANK,
    // A later run may well answer it in another way.
    ...(session.position.runs > 1 ? [row(voice.say('predict.firstRun'), 'quiet')] : []),
    ...hang([], voice.rich(ask.ask), width),
    ...hang(
      [span(`${glyph} `, style)],
      [span(voice.say('predict.yours', { answer: option.text }), style)],
      width,
    ),
    ...(answer.right === true ? [row(`  ${voice.say('predict.right')}`, 'good')] : []),
    ...(answer.right === false && came
      ? hang([span('  ')], [span(voice.say('predict.wrong', { answer: came.text }))], width)
      : []),
  ]
}

function rules({ voice }: Frame, session: Session, width: number): Focused {
  return verdictRows(session.opened.level, session.position.rules, session.rule, width, voice)
}

function together(top: readonly Row[], list: Focused, below: readonly Row[]): Focused {
  const rows = [...top, BLANK, ...list.rows, ...below]
  if (list.to === 0) return { rows, from: 0, to: 0 }
  return { rows, from: top.length + 1 + list.from, to: top.length + 1 + list.to }
}
