import type { Text } from '../core/text.ts'
import { termsIn, termsNamed } from '../words/glossary.ts'
import type { Drawn } from './action.ts'
import type { AppState, Session } from './app-state.ts'
import { footerRow, headerRow, messageRows } from './chrome.ts'
import { bodyRect, proseRect, shapeOf, type Size } from './layout.ts'
import { pane, type PaneView, sentence } from './pane.ts'
import { BLANK, wrapRow } from './rows.ts'
import type { BodyView, Frame, ScreenView } from './screen-view.ts'
import { briefScreen } from './screens/brief-screen.ts'
import { buildScreen } from './screens/build-screen.ts'
import { debriefScreen } from './screens/debrief-screen.ts'
import { mapScreen } from './screens/map-screen.ts'
import { overlayScreen } from './screens/overlay-screen.ts'
import { predictScreen } from './screens/predict-screen.ts'
import { runScreen } from './screens/run-screen.ts'
import { scoreScreen } from './screens/score-screen.ts'
import { type Voice, voice as voiceOf } from './voice.ts'

/** Draws a state for a terminal's size, as data. Pure: the components only put it on the screen. */
export function screen(state: AppState, size: Size): ScreenView {
  const voice = voiceOf(state.settings.lang, state.settings.glyphs)
  const message = messageRows(state, size.columns, voice)
  const frame: Frame = { state, size, shape: shapeOf(size), body: bodyRect(size, message.length + 1), voice }
  const body = bodyView(frame)
  const active = body.panes.find(({ id }) => id === body.active)
  // A key that scrolls is shown where there is something to scroll.
  const hints = body.hints.filter(id => id !== 'scroll' || (active?.limit ?? 0) > 0)
  return {
    ...body,
    panes: withFocusMark(body.panes, voice),
    header: headerRow(state, size, voice),
    message,
    hints,
    footer: footerRow(hints, hasHelp(state) ? 'help' : 'none', size.columns, voice),
    terms: termsOn(state),
  }
}

/** What the reducer needs to know of the drawn screen. */
export function drawnOf({ panes, active, limits, terms }: ScreenView): Drawn {
  const pane = panes.find(({ id }) => id === active)
  return {
    limits: { ...Object.fromEntries(panes.map(({ id, limit }) => [id, limit])), ...limits },
    active,
    page: pane ? pane.rect.height - 2 : 1,
    terms,
  }
}

/** Where several panes or tabs could have the keys, the one that has them is marked by more than its colour. */
function withFocusMark(panes: readonly PaneView[], { glyphs }: Voice): readonly PaneView[] {
  const couldBe = panes.filter(({ look }) => look === 'framed').length
  return panes.map(pane => {
    if (pane.focus === 'resting' || couldBe + pane.tabs.length < 3) return pane
    const tabs = pane.tabs.map(tab =>
      tab.state === 'shown' && tab.label !== '' ? { ...tab, label: `${glyphs.focus} ${tab.label}` } : tab,
    )
    return { ...pane, tabs }
  })
}

/** Whether `?` opens the help here: not over another overlay, and not while a key would skip or pick. */
function hasHelp({ overlay, place, session }: AppState): boolean {
  if (overlay) return false
  const phase = place.type === 'level' ? session?.phase : undefined
  return phase !== 'running' && phase !== 'predict'
}

function bodyView(frame: Frame): BodyView {
  const { state, voice } = frame
  if (state.overlay) return overlayScreen(frame, state.overlay)
  switch (state.place.type) {
    case 'map':
      return mapScreen(frame)
    case 'loading':
      return onePane(frame, 'loading', { content: sentence(voice.say('app.loading')) })
    case 'failed':
      return onePane(frame, 'failed', {
        content: [...wrapRow(voice.rich(state.place.say, 'bad'), proseRect(frame.body).width - 4), BLANK],
      })
    case 'level':
      return state.session ? levelScreen(frame, state.session) : mapScreen(frame)
    default:
      return state.place satisfies never
  }
}

function onePane(
  frame: Frame,
  id: string,
  { content }: { readonly content: ReturnType<typeof sentence> },
): BodyView {
  const view = pane({
    id,
    rect: proseRect(frame.body),
    title: '',
    content,
    scroll: frame.state.scroll,
    focus: 'focused',
  })
  return { panes: [view], active: id, hints: ['back'] }
}

function levelScreen(frame: Frame, session: Session): BodyView {
  switch (session.phase) {
    case 'brief':
      return briefScreen(frame, session)
    case 'build':
      return buildScreen(frame, session)
    case 'predict':
      return predictScreen(frame, session)
    case 'running':
      return runScreen(frame, session)
    case 'score':
      return scoreScreen(frame, session)
    case 'debrief':
      return debriefScreen(frame, session)
    default:
      return session.phase satisfies never
  }
}

/** Terms in the texts of the present screen, each once. */
export function termsOn({ session, place, settings }: AppState): readonly string[] {
  if (!session || place.type !== 'level') return []
  const { level } = session.opened
  const controls = session.phase === 'build' ? session.position.scene.controls : []
  const focused = controls.find(({ id }) => id === session.focus)
  const texts: readonly Text[] = [
    ...(focused ? [focused.help] : []),
    ...(session.phase === 'debrief' ? [level.debrief] : []),
    level.brief,
    ...level.rules.map(rule => rule.text),
    ...(session.phase === 'score' ? level.rules.map(rule => rule.because) : []),
    ...session.position.scene.groups.flatMap(group => group.about),
  ]
  // What the cursor is on comes first, what else can be set last: its names are terms without being marked.
  const about = focused ? [focused.label, focused.help] : []
  return [
    ...new Set([
      ...about.flatMap(({ en }) => termsNamed(en)),
      ...texts.flatMap(text => termsIn(text[settings.lang])),
      ...controls.flatMap(({ label }) => termsNamed(label.en)),
    ]),
  ]
}
