import type { Overlay, Session } from '../app-state.ts'
import type { Rule } from '../../level/level.ts'
import { POINTS } from '../../score/points.ts'
import { COMMANDS, type Command, commandOf, hintCaps, KEY_HINTS, keyCap } from '../keymap.ts'
import type { Voice } from '../voice.ts'
import { innerWidth, pane } from '../pane.ts'
import { BLANK, hang, type Row, row, span, wrapRow } from '../rows.ts'
import type { BodyView, Frame } from '../screen-view.ts'
import { cells, wrapVerbatim } from '../wrap.ts'
import { counterRows, explainRows } from '../widgets/explain-rows.ts'
import { panelRows } from '../widgets/panel-rows.ts'
import { lightMark } from '../widgets/rule-rows.ts'
import { briefRows } from './brief-screen.ts'
import { glossaryScreen } from './glossary-screen.ts'
import { chooseScreen, leaveScreen, probeMenu, settingsScreen } from './menu-screens.ts'
import { fittingRect, proseRect } from '../layout.ts'
import { proseRows } from '../widgets/prose-rows.ts'

/** What stands on top of a screen. It takes the whole body: small terminals have no room for windows. */
export function overlayScreen(frame: Frame, overlay: Overlay): BodyView {
  const { session } = frame.state
  switch (overlay.type) {
    case 'help':
      return page(frame, 'help', frame.voice.say('help.title'), helpRows)
    case 'settings':
      return settingsScreen(frame)
    case 'glossary':
      return glossaryScreen(frame, overlay)
    case 'manual':
      return page(frame, 'manual', frame.voice.say('sandbox.manual'), manualRows)
    default:
      return session
        ? inLevel(frame, session, overlay)
        : page(frame, 'help', frame.voice.say('help.title'), helpRows)
  }
}

type LevelOverlay = Exclude<Overlay, { type: 'help' | 'settings' | 'glossary' | 'manual' }>

function inLevel(frame: Frame, session: Session, overlay: LevelOverlay): BodyView {
  const { voice } = frame
  switch (overlay.type) {
    case 'brief':
      return page(frame, 'brief', voice.say('stage.brief'), (_, width) => briefRows(frame, session, width))
    case 'explain':
      return page(frame, 'explain', voice.say('rules.values'), (_, width) =>
        explained(frame, session, overlay.rule, width),
      )
    case 'hints': {
      const view = page(frame, 'hints', voice.say('hint.title'), (_, width) =>
        hintRows(frame, session, overlay.asking ? 'asking' : 'told', width),
      )
      return { ...view, hints: session.opened.play.nextHint(session.game) ? ['hint', 'back'] : ['back'] }
    }
    case 'probes':
      return overlay.answer
        ? page(frame, 'answer', voice.text(overlay.answer.title), (_, width) =>
            overlay.answer ? panelRows(overlay.answer, width, voice) : [],
          )
        : probeMenu(frame, session)
    case 'share':
      return page(frame, 'share', voice.say('share.title'), (_, width) => shareRows(frame, session, width))
    case 'choose':
      return chooseScreen(frame, session, overlay.control)
    case 'leave':
      return leaveScreen(frame)
    default:
      return overlay satisfies never
  }
}

/** One pane of prose in the middle. */
function page(
  frame: Frame,
  id: string,
  title: string,
  rows: (frame: Frame, width: number) => readonly Row[],
): BodyView {
  const room = proseRect(frame.body)
  const content = rows(frame, innerWidth(room))
  const rect = fittingRect(room, content.length)
  const view = pane({ id, rect, title, content, scroll: frame.state.scroll, focus: 'focused' })
  return {
    panes: [view],
    active: id,
    hints: [...(view.limit > 0 ? (['scroll'] as const) : []), 'back', 'language'],
  }
}

/** Groups of commands as the help lists them: those with one meaning stand together. */
const HELP: readonly (readonly Command[])[] = [
  ['up', 'down'],
  ['left', 'right'],
  ['confirm', 'toggle'],
  ['nextPane', 'prevPane'],
  ['run'],
  ['undo'],
  ['redo'],
  ['reset'],
  ['hint'],
  ['explain'],
  ['probe'],
  ['rules'],
  ['brief'],
  ['glossary'],
  ['share'],
  ['sandbox'],
  ['settings'],
  ['language'],
  ['next'],
  ['pageUp', 'pageDown', 'top', 'bottom'],
  ['suspend'],
  ['help'],
  ['back'],
]

const KEY_COLUMN = 14

/** Where a level is played, one key takes a hint; what else it means elsewhere would mislead there. */
const isKeyOf = (key: string, command: Command): boolean =>
  command === 'hint' || commandOf(key, 'hint') !== 'hint'

function helpRows({ voice }: Frame, width: number): readonly Row[] {
  const { glyphs } = voice
  const keys = HELP.flatMap(commands => {
    const caps = commands
      .flatMap(command => COMMANDS[command].keys.filter(key => isKeyOf(key, command)))
      .map(key => keyCap(key, glyphs))
      .join(' ')
    const say = voice.say(COMMANDS[commands[0] ?? 'help'].help)
    const gap = ' '.repeat(Math.max(1, KEY_COLUMN - cells(caps)))
    return hang([span(`  ${caps}`, 'accent'), span(gap)], [span(say)], width)
  })
  const list = (words: readonly string[]): readonly Row[] =>
    words.flatMap(text => hang([span(`  ${glyphs.dot} `, 'quiet')], [span(text)], width))
  return [
    row(voice.say('help.howTitle'), 'strong'),
    ...hang([span('  ')], [span(voice.say('help.how'))], width),
    BLANK,
    row(voice.say('help.keys'), 'strong'),
    ...keys,
    BLANK,
    row(voice.say('help.starsTitle'), 'strong'),
    ...list([voice.say('help.stars1'), voice.say('help.stars2'), voice.say('help.stars3')]),
    BLANK,
    row(voice.say('help.wordsTitle'), 'strong'),
    ...list([
      voice.say('help.wordMove'),
      voice.say('help.wordRun'),
      voice.say('help.wordCase'),
      voice.say('help.wordPar'),
    ]),
  ]
}

function manualRows({ voice, state }: Frame, width: number): readonly Row[] {
  const entrance = state.session?.entrance
  const world = entrance?.type === 'sandbox' ? entrance.world : state.session?.opened.level.world
  const entry = state.sandboxes.find(sandbox => sandbox.world === world)
  const about = hang([], [span(voice.say('sandbox.about'), 'quiet')], width)
  return entry ? [...about, BLANK, ...proseRows(entry.manual, width, voice)] : about
}

function explained({ voice }: Frame, session: Session, id: string, width: number): readonly Row[] {
  const { play } = session.opened
  const light = session.position.rules.find(rule => rule.id === id)
  const rule = session.opened.level.rules.find(other => other.id === id)
  if (!light || !rule) return []
  return [
    ...hang([lightMark(light.light, voice)], voice.rich(light.text, 'strong'), width),
    BLANK,
    ...counterRows(play.counterfactual(session.game, id), width, voice),
    BLANK,
    ...explainRows(play.explain(session.game, id), width, voice),
    ...(rule.because.en === '' ? [] : reasonRows(rule, width, voice)),
  ]
}

const reasonRows = ({ because, source }: Rule, width: number, voice: Voice): readonly Row[] => [
  BLANK,
  row(voice.say('rules.because'), 'strong'),
  ...wrapRow(voice.rich(because), width),
  ...hang([], [span(`${voice.say('rules.source')}: ${voice.spelled(source)}`, 'quiet')], width),
]

/** The result as it can be pasted elsewhere. The code is broken into lines here; whoever reads it back takes it with gaps. */
function shareRows({ voice, state }: Frame, { opened, game }: Session, width: number): readonly Row[] {
  const { lang, glyphs } = state.settings
  return [
    ...hang([], [span(voice.say('share.about'), 'quiet')], width),
    BLANK,
    ...opened.play
      .share(game, lang, glyphs)
      .flatMap(line => wrapVerbatim(line, width).map(part => row(part))),
  ]
}

const RUNGS = ['hint.nudge', 'hint.rule', 'hint.control', 'hint.move'] as const

function hintRows(
  { voice }: Frame,
  session: Session,
  mode: 'asking' | 'told',
  width: number,
): readonly Row[] {
  const next = session.opened.play.nextHint(session.game)
  const given = session.position.hints.flatMap(hint => [
    row(`${voice.say(RUNGS[hint.rung])}, ${POINTS.hints.each[hint.rung]}`, 'quiet'),
    ...hang([span(`${voice.glyphs.focus} `, 'accent')], voice.rich(hint.say), width),
    BLANK,
  ])
  if (next === null) {
    const none = session.position.ran?.verdict.solved ? 'hint.solved' : 'hint.none'
    return [...given, ...hang([], [span(voice.say(none), 'quiet')], width)]
  }
  const costs = voice.say('hint.costs', { n: -POINTS.hints.each[next.rung] })
  const ask = mode === 'asking' ? [...hang([], [span(voice.say('hint.costsStar'), 'warn')], width)] : []
  return [
    ...given,
    ...hang([], [span(`${voice.say('hint.next', { what: voice.say(RUNGS[next.rung]) })}. ${costs}`)], width),
    ...ask,
    BLANK,
    [span(`${hintCaps(KEY_HINTS.hint, voice.glyphs)} `, 'accent'), span(voice.say('hint.take'))],
  ]
}
