import { roundTitle } from '../party/pages.ts'
import { isTimed } from '../party/round.ts'
import type { Session } from './app-state.ts'
import { footerRow, messageRows } from './chrome.ts'
import { bodyRect, shapeOf, type Size } from './layout.ts'
import type { PartyState } from './party-state.ts'
import { fitRow, type Row, rowCells, span, spread } from './rows.ts'
import { termsOn } from './screen.ts'
import type { BodyView, Frame, ScreenView } from './screen-view.ts'
import { briefScreen } from './screens/brief-screen.ts'
import { buildScreen } from './screens/build-screen.ts'
import { overlayScreen } from './screens/overlay-screen.ts'
import { askingScreen, betweenScreen, clockWords, frontScreen, verdictScreen } from './screens/party-page.ts'
import { runScreen } from './screens/run-screen.ts'
import { type Voice, voice as voiceOf } from './voice.ts'

/** Draws the driver's screen for a terminal's size, as data. */
export function partyScreen(state: PartyState, size: Size): ScreenView {
  const { app } = state
  const voice = voiceOf(app.settings.lang, app.settings.glyphs)
  const message = messageRows(app, size.columns, voice)
  const frame: Frame = {
    state: app,
    size,
    shape: shapeOf(size),
    body: bodyRect(size, message.length + 1),
    voice,
  }
  const body = bodyView(frame, state)
  return {
    ...body,
    header: headerRow(state, size, voice),
    message,
    footer: footerRow(body.hints, hasHelp(state) ? 'help' : 'none', size.columns, voice),
    terms: termsOn(app),
  }
}

const hasHelp = ({ app, front, party }: PartyState): boolean =>
  !app.overlay && front.type === 'stage' && party.stage.type !== 'asking' && app.session?.phase !== 'running'

function bodyView(frame: Frame, state: PartyState): BodyView {
  const { app, front, party } = state
  if (app.overlay) return overlayScreen(frame, app.overlay)
  if (front.type !== 'stage') return frontScreen(frame, state)
  if (party.stage.type === 'asking') return askingScreen(frame, state)
  return party.stage.type === 'playing' && app.session
    ? roundScreen(frame, state, app.session)
    : betweenScreen(frame, state)
}

function roundScreen(frame: Frame, state: PartyState, session: Session): BodyView {
  switch (session.phase) {
    case 'brief':
      return withoutGlossary(briefScreen(frame, session))
    case 'running':
      return runScreen(frame, session)
    case 'score':
      return verdictScreen(frame, state, session)
    case 'build':
    case 'predict':
    case 'debrief': {
      const view = buildScreen(frame, session)
      const run = view.hints.indexOf('run') + 1
      return withoutGlossary({ ...view, hints: view.hints.toSpliced(run, 0, 'endRound') })
    }
    default:
      return session.phase satisfies never
  }
}

/** The glossary tells causes: its key is not offered while a round is played. */
const withoutGlossary = (view: BodyView): BodyView => ({
  ...view,
  hints: view.hints.filter(hint => hint !== 'glossary'),
})

/** Which round it is and who looks at it; while the clock runs, what is left of time, moves and runs. */
function headerRow({ party, app }: PartyState, { columns: width }: Size, voice: Voice): Row {
  const brand = span(` ${voice.say('app.name')}  `, 'accent')
  const title = voice.text(roundTitle(party))
  const { session } = app
  if (!isTimed(party) || !session)
    return fitRow([brand, span(voice.say('party.title'), 'quiet')], width, voice.glyphs.ellipsis)
  const left = [
    span(` ${title}`, 'strong'),
    span(` ${voice.glyphs.dot} ${voice.say('party.driver')}`, 'quiet'),
  ]
  const ways = countersOf({ party, app }, session, voice)
  const right = ways.find(row => rowCells(left) + rowCells(row) < width) ?? []
  return spread(left, right, width, voice.glyphs.ellipsis)
}

/** All that counts, first; then ever less of it, for narrow terminals. */
function countersOf(
  { party, app }: Pick<PartyState, 'party' | 'app'>,
  { position }: Session,
  voice: Voice,
): readonly Row[] {
  const time = span(`${clockWords(party, app.settings.motion, voice)} `, 'accent')
  const moves = span(voice.say('level.movesOfPar', { moves: position.moves, par: position.par }))
  const runs = span(voice.say('level.runs', { runs: position.runs, allowed: position.runsAllowed }))
  const dot = span(` ${voice.glyphs.dot} `, 'quiet')
  return [[moves, dot, runs, dot, time], [moves, dot, time], [time]]
}
