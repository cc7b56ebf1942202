import type { AppState, Session } from './app-state.ts'
import { type HintId, hintCaps, KEY_HINTS } from './keymap.ts'
import type { Size } from './layout.ts'
import { bestStars, isCardShown } from './session.ts'
import { clickable, fitRow, hang, type Row, rowCells, type Span, span, spread } from './rows.ts'
import { toneStyle } from './theme.ts'
import type { Voice } from './voice.ts'
import { toneMark } from './widgets/tone.ts'
import { starSpans } from './widgets/score-rows.ts'

/** The screen's first row: where the player is, and how the level stands. */
export function headerRow(state: AppState, { columns: width, rows }: Size, voice: Voice): Row {
  const { session } = state
  const brand = span(` ${voice.say('app.name')}  `, 'accent')
  if (state.place.type !== 'level' || !session) {
    const tagline = span(voice.say('app.tagline'), 'quiet')
    const hasTitle = state.place.type === 'map' && state.overlay === null && rows >= TITLE_ROWS
    if (hasTitle) return fitRow([], width, voice.glyphs.ellipsis)
    const both = [brand, tagline]
    return fitRow(rowCells(both) <= width ? both : [brand], width, voice.glyphs.ellipsis)
  }
  const name = span(levelName(state, session, voice), 'strong')
  // A long title comes before the game's name, and before counters that the score card tells as well.
  const [all = [], ...fewer] = counterRows(state, session, voice)
  const ways = [
    [[brand, name], all] as const,
    ...[all, ...fewer].map(row => [[span(' '), name], row] as const),
  ]
  const [left, right] = ways.find(([a, b]) => rowCells(a) + rowCells(b) < width) ?? [[name], []]
  return spread(left, right, width, voice.glyphs.ellipsis)
}

/** From here up the map has room for the title, and the header stays empty. */
export const TITLE_ROWS = 22

/** `1.2 See only yourself`, or the sandbox's name. */
function levelName(state: AppState, session: Session, voice: Voice): string {
  const { entrance } = session
  if (entrance.type === 'sandbox') {
    const world = state.sandboxes.find(entry => entry.world === entrance.world)
    return voice.say('sandbox.title', { world: world ? voice.text(world.name) : entrance.world })
  }
  const title = voice.text(session.opened.level.title)
  const chapter = state.campaign.chapters.find(({ levels }) => levels.some(level => level.id === entrance.id))
  const index = chapter?.levels.findIndex(level => level.id === entrance.id) ?? -1
  return chapter ? `${chapter.number}.${index + 1} ${title}` : title
}

/** How the level stands, at the right of the header: all of it first, then ever less of it. */
function counterRows(state: AppState, session: Session, voice: Voice): readonly Row[] {
  const { position } = session
  const end = span(' ')
  if (session.entrance.type === 'sandbox')
    return [[span(voice.say('level.moves', { moves: position.moves }), 'quiet'), end]]
  const isTold = session.phase !== 'running' && (session.phase !== 'score' || isCardShown(session))
  const best = isTold ? bestStars(state, session) : session.starsBefore
  const moves = span(
    voice.say('level.movesOfPar', { moves: position.moves, par: position.par }),
    position.moves > position.par ? 'warn' : 'plain',
  )
  const runs = span(
    voice.say('level.runs', { runs: position.runs, allowed: position.runsAllowed }),
    position.runs > position.runsAllowed ? 'warn' : 'plain',
  )
  const stars = [...starSpans(best, voice), end]
  const gap = span('  ')
  return [[moves, span(` ${voice.glyphs.dot} `, 'quiet'), runs, gap, ...stars], [moves, gap, ...stars], stars]
}

/** The rows for a message: one at least, so that the panes do not jump when one comes. */
export function messageRows(state: AppState, width: number, voice: Voice): readonly Row[] {
  const { toast } = state
  if (!toast) return [fitRow([], width, '')]
  const rows = hang(
    [span(' '), toneMark(toast.tone, voice.glyphs)],
    voice.rich(toast.say, toneStyle(toast.tone)),
    width - 1,
  )
  return rows.map(line => fitRow(line, width, voice.glyphs.ellipsis))
}

/** The keys valid now. Whatever else fits, the way out is among them, and `?` where it shows all of them. */
export function footerRow(hints: readonly HintId[], help: 'help' | 'none', width: number, voice: Voice): Row {
  const out = hints.filter(isWayOut).flatMap(id => [...keyHint(id, voice), span('  ')])
  const last = [...out, ...(help === 'help' ? keyHint('help', voice) : [])]
  const room = width - rowCells(last) - 1
  let first: readonly Span[] = [span(' ')]
  for (const id of hints) {
    if (id === 'help' || isWayOut(id)) continue
    const next = [...first, ...keyHint(id, voice), span('  ')]
    if (rowCells(next) > room) break
    first = next
  }
  return fitRow([...first, ...last], width, voice.glyphs.ellipsis)
}

const isWayOut = (id: HintId): boolean => id === 'back' || id === 'quit'

/** Where one key does what the hint says, so does a click on it; in a menu the entries take the clicks. */
function keyHint(id: HintId, voice: Voice): Row {
  const [command, ...others] = KEY_HINTS[id].commands
  const row = [
    span(hintCaps(KEY_HINTS[id], voice.glyphs), 'accent'),
    span(` ${voice.say(KEY_HINTS[id].say)}`, 'quiet'),
  ]
  return others.length === 0 && id !== 'confirm' ? clickable(row, { type: 'command', command }) : row
}
