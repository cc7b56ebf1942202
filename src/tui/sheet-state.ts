import type { Result } from '../core/result.ts'
import type { Text } from '../core/text.ts'
import { inBoth } from '../words/say.ts'
import type { SheetPage } from '../party/sheet.ts'
import type { Action } from './action.ts'
import { type AppState, startState } from './app-state.ts'
import { footerRow, messageRows } from './chrome.ts'
import { bodyRect, shapeOf, type Size } from './layout.ts'
import type { Settings } from './ports.ts'
import { pointed } from './reduce-mouse.ts'
import { reduce } from './reducer.ts'
import { fitRow, span } from './rows.ts'
import type { BodyView, Frame, ScreenView } from './screen-view.ts'
import { overlayScreen } from './screens/overlay-screen.ts'
import { pageScreen } from './screens/party-page.ts'
import { scroll } from './scrolling.ts'
import { voice as voiceOf } from './voice.ts'

/** The outside world as the navigator's sheet needs it. */
export type SheetPorts = {
  saveSettings(settings: Settings): Promise<Result<null, Text>>
  suspend(): Promise<void>
}

/** How the sheet starts. */
export type SheetStart = { readonly settings: Settings; readonly pages: readonly SheetPage[] }

/** The navigator's sheet in a terminal: one page at a time, face down until it is turned over. */
export type SheetState = {
  readonly pages: readonly SheetPage[]
  readonly at: number
  readonly face: 'down' | 'up'
  /** Settings, overlays and scrolling, as in any game. */
  readonly app: AppState
}

/** The state before the first frame: the first page, face down. */
export const startSheet = ({ settings, pages }: SheetStart): SheetState => ({
  pages,
  at: 0,
  face: 'down',
  app: startState({ chapters: [] }, [], {
    settings,
    progress: { version: 1, levels: {} },
    entrance: { type: 'map' },
  }),
})

/** What can change the sheet. */
export type SheetAction = Extract<Action, { type: 'command' | 'picked' | 'clicked' | 'turned' | 'notice' }>

/** The one place where the sheet changes. */
export function reduceSheet(state: SheetState, action: SheetAction): SheetState {
  const { app } = state
  if (action.type === 'clicked' || action.type === 'turned') {
    const { app: there, next } = pointed(app, action)
    return next ? reduceSheet({ ...state, app: there }, next) : { ...state, app: there }
  }
  if (action.type !== 'command' || app.overlay) return { ...state, app: reduce(app, action) }
  switch (action.command) {
    case 'confirm':
    case 'toggle':
    case 'next':
      return turned(state)
    case 'left':
      return back(state)
    case 'back':
      return { ...state, app: { ...app, quitting: true } }
    case 'help':
    case 'settings':
    case 'language':
      return { ...state, app: reduce(app, action) }
    default:
      return { ...state, app: scroll(app, action.command, action.drawn) ?? app }
  }
}

/** Over, then to the next page, which lies face down again. The last one stays. */
function turned(state: SheetState): SheetState {
  const app = { ...state.app, scroll: {}, toast: null }
  if (state.face === 'down') return { ...state, face: 'up', app }
  if (state.at + 1 < state.pages.length) return { ...state, at: state.at + 1, face: 'down', app }
  return { ...state, app: { ...app, toast: { say: inBoth('sheet.lastOne'), tone: 'quiet' } } }
}

function back(state: SheetState): SheetState {
  const app = { ...state.app, scroll: {}, toast: null }
  if (state.face === 'up') return { ...state, face: 'down', app }
  return state.at > 0 ? { ...state, at: state.at - 1, app } : state
}

/** Draws the sheet for a terminal's size, as data. */
export function sheetScreen(state: SheetState, size: Size): ScreenView {
  const { app, pages, at } = state
  const voice = voiceOf(app.settings.lang, app.settings.glyphs)
  const message = messageRows(app, size.columns, voice)
  const body = bodyRect(size, message.length + 1)
  const frame: Frame = { state: app, size, shape: shapeOf(size), body, voice }
  const view = bodyView(frame, state)
  const name = span(` ${voice.say('app.name')}  `, 'accent')
  const place = voice.say('sheet.page', { n: at + 1, total: pages.length })
  const title = span(`${voice.say('sheet.title')} ${voice.glyphs.dot} ${place}`, 'quiet')
  return {
    ...view,
    header: fitRow([name, title], size.columns, voice.glyphs.ellipsis),
    message,
    footer: footerRow(view.hints, app.overlay ? 'none' : 'help', size.columns, voice),
    terms: [],
  }
}

function bodyView(frame: Frame, { app, pages, at, face }: SheetState): BodyView {
  if (app.overlay) return overlayScreen(frame, app.overlay)
  const sheet = pages[at]
  if (!sheet) return { panes: [], active: '', hints: ['quit'] }
  return face === 'down'
    ? pageScreen(frame, 'cover', sheet.cover, ['turnOver', 'quit', 'language'])
    : pageScreen(frame, 'sheet', sheet.page, ['nextPage', 'lastPage', 'quit', 'language'])
}
