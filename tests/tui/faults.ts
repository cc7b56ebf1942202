import type { AppState } from '../../src/tui/app-state.ts'
import { GLYPHS } from '../../src/tui/glyphs.ts'
import type { Rect, Size } from '../../src/tui/layout.ts'
import type { PaneView } from '../../src/tui/pane.ts'
import { type Row, rowCells } from '../../src/tui/rows.ts'
import { clickAt } from '../../src/tui/click.ts'
import { type HintId, KEY_HINTS } from '../../src/tui/keymap.ts'
import { paint } from '../../src/tui/paint.ts'
import { reduce } from '../../src/tui/reducer.ts'
import { drawnOf, screen } from '../../src/tui/screen.ts'
import { screenRows } from '../../src/tui/screen-rows.ts'
import type { MenuView, ScreenView } from '../../src/tui/screen-view.ts'
import { theme } from '../../src/tui/theme.ts'
import { stepTime } from '../../src/tui/use-animation-clock.ts'
import { voice } from '../../src/tui/voice.ts'
import { frameRows } from '../../src/tui/widgets/frame-rows.ts'

/** The words of a row. */
export const rowText = (row: Row): string => row.map(part => part.text).join('')

const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const isInside = (rect: Rect, outer: Rect): boolean =>
  rect.x >= outer.x &&
  rect.y >= outer.y &&
  rect.x + rect.width <= outer.x + outer.width &&
  rect.y + rect.height <= outer.y + outer.height

/** What is wrong with a drawn state; nothing where all is well. */
export const faults = (state: AppState, size: Size): readonly string[] =>
  viewFaults(screen(state, size), state, size)

/** What is wrong with a screen that was drawn of a state. */
export function viewFaults(view: ScreenView, state: AppState, size: Size): readonly string[] {
  return [
    ...barFaults(view, state, size),
    ...placeFaults(view, size),
    ...insideFaults(view, state),
    ...paintFaults(view, state, size),
  ]
}

/** What goes to the terminal: as many lines as it has, none wider; and no colour code where colour is unwanted. */
function paintFaults(view: ScreenView, { settings }: AppState, size: Size): readonly string[] {
  const rows = screenRows(view, size, GLYPHS[settings.glyphs])
  const texts = rows.map(rowText).join('')
  const coloured = rows.map(row => paint(row, theme(settings.theme), 24)).join('')
  return [
    ...(rows.length === size.rows ? [] : [`${rows.length} lines`]),
    ...rows.filter(row => rowCells(row) > size.columns).map(row => `line too wide: ${rowText(row)}`),
    ...(settings.theme === 'mono' && coloured.includes('38;') ? ['a colour'] : []),
    ...(settings.glyphs === 'ascii' && ODD.test(texts) ? [`not ASCII: ${ODD.exec(texts)?.[0]}`] : []),
  ]
}

/** What ASCII screens must not have: anything but ASCII, Korean letters, and what keeps words together. */
const ODD = /[^\p{ASCII}\u00a0\u3131-\u318e\uac00-\ud7a3]/u

/** What can be clicked and does nothing. */
export function deadClicks(state: AppState, size: Size): readonly string[] {
  const view = screen(state, size)
  const drawn = drawnOf(view)
  const rows = screenRows(view, size, GLYPHS[state.settings.glyphs])
  const clicks = rows.flatMap((row, y) =>
    row.flatMap((part, i) => {
      const found = part.click ? clickAt(view, rows, rowCells(row.slice(0, i)), y) : null
      return found ? [found] : []
    }),
  )
  const known = new Map(clicks.map(click => [JSON.stringify(click), click]))
  // What is said at the foot goes with the next key, and may then be said again.
  const before = seems({ ...state, toast: null }, size)
  return [...known.values()].flatMap(click => {
    const clicked = reduce(state, { type: 'clicked', click, drawn })
    return seems(clicked, size) === before && clicked.quitting === state.quitting
      ? [`a click that does nothing: ${JSON.stringify(click)}`]
      : []
  })
}

/** Hints in the footer whose keys do nothing. */
export function deadKeys(state: AppState, size: Size): readonly string[] {
  const view = screen(state, size)
  const drawn = drawnOf(view)
  const { say } = voice(state.settings.lang, state.settings.glyphs)
  const footer = rowText(view.footer)
  const ids = [...view.hints, ...(footer.includes('?') ? (['help'] as const) : [])]
  const shown = ids.filter(id => footer.includes(say(KEY_HINTS[id].say)))
  const before = seems({ ...state, toast: null }, size)
  const differs = (after: AppState): boolean => after.quitting || seems(after, size) !== before
  const works = (id: HintId): boolean => {
    if (id === 'skip') return stepTime(state) !== null && differs(reduce(state, { type: 'skip' }))
    const { menu } = view
    if (menu && id === 'move') return menu.items.length > 1
    if (menu && id === 'confirm')
      return menu.items.some(({ value }) => differs(reduce(state, { type: 'picked', value })))
    return KEY_HINTS[id].commands.some(command => differs(reduce(state, { type: 'command', command, drawn })))
  }
  return shown.filter(id => !works(id)).map(id => `a key that does nothing: ${id}`)
}

/** A state as it is drawn, and where it leads. */
const seems = (state: AppState, size: Size): string =>
  JSON.stringify([screen(state, size), state.place.type, state.settings, state.overlay, state.session?.phase])

/** Rows around the body are exactly as wide as the screen, and say all that they want to. */
function barFaults(view: ScreenView, state: AppState, { columns }: Size): readonly string[] {
  const { ellipsis } = GLYPHS[state.settings.glyphs]
  return [
    ...[view.header, ...view.message, view.footer]
      .filter(row => rowCells(row) !== columns)
      .map(row => `bar of ${rowCells(row)}: ${rowText(row)}`),
    ...(rowText(view.header).includes(ellipsis) ? ['the header is cut'] : []),
    ...(rowText(view.footer).includes(ellipsis) ? ['the footer is cut'] : []),
  ]
}

/** Panes keep to the room between the bars, and to themselves. */
function placeFaults(view: ScreenView, { columns, rows }: Size): readonly string[] {
  const body = { x: 0, y: 1, width: columns, height: rows - 2 - view.message.length }
  return [
    ...view.panes.filter(pane => !isInside(pane.rect, body)).map(pane => `${pane.id} leaves the screen`),
    ...view.panes.flatMap((a, i) =>
      view.panes
        .slice(i + 1)
        .filter(b => overlap(a.rect, b.rect))
        .map(b => `${a.id} over ${b.id}`),
    ),
    ...(view.panes.filter(pane => pane.focus === 'focused').length === 1 ? [] : ['not one focused pane']),
    ...(view.panes.some(pane => pane.id === view.active) ? [] : [`${view.active} is not drawn`]),
  ]
}

function insideFaults(view: ScreenView, state: AppState): readonly string[] {
  return [
    ...view.panes.flatMap(pane =>
      [...rowFaults(pane), ...frameFaults(pane, state)].map(fault => `${pane.id}: ${fault}`),
    ),
    ...(view.menu ? menuFaults(view.menu, view.panes) : focusFaults(view, state)),
  ]
}

/** A row wider than its frame would be cut. */
function rowFaults({ rect, rows, look }: PaneView): readonly string[] {
  const inside = look === 'bare' ? rect.width - 2 : rect.width - 4
  return [
    ...rows.filter(row => rowCells(row) > inside).map(row => `cut: ${rowText(row)}`),
    ...(look === 'framed' && rect.height < 3 ? ['no room'] : []),
  ]
}

/** The frame closes around every row, and whatever does not show has a mark with its number. */
function frameFaults(pane: PaneView, { settings }: AppState): readonly string[] {
  if (pane.look === 'bare') return []
  const glyphs = GLYPHS[settings.glyphs]
  const { frame } = glyphs
  const drawn = frameRows(pane, glyphs, n => `${n}`)
  const texts = drawn.map(rowText)
  const [top = '', ...rest] = texts
  const bottom = rest.pop() ?? ''
  const closes =
    top.startsWith(frame.topLeft) &&
    top.endsWith(frame.topRight) &&
    rest.every(line => line.startsWith(frame.down) && line.endsWith(frame.down)) &&
    bottom.startsWith(frame.bottomLeft) &&
    bottom.endsWith(frame.bottomRight)
  return [
    ...(drawn.length === pane.rect.height ? [] : [`${drawn.length} rows in ${pane.rect.height}`]),
    ...drawn.filter(row => rowCells(row) !== pane.rect.width).map(row => `uneven: ${rowText(row)}`),
    ...(closes ? [] : ['its frame is open']),
    ...(pane.above > 0 && !top.includes(`${glyphs.up} ${pane.above}`) ? ['no mark above'] : []),
    ...(pane.below > 0 && !bottom.includes(`${glyphs.down} ${pane.below}`) ? ['no mark below'] : []),
  ]
}

/** A menu lies inside its pane, and the entry that is chosen first fits. */
function menuFaults(menu: MenuView, panes: readonly PaneView[]): readonly string[] {
  const around = panes.find(pane => isInside(menu.rect, pane.rect))
  const tallest = Math.max(...menu.items.map(item => item.lines.length))
  return [
    ...(around ? [] : ['the menu leaves its pane']),
    ...(menu.items.length === 0 ? ['an empty menu'] : []),
    ...(tallest > menu.rect.height ? ['an entry higher than its menu'] : []),
  ]
}

/** Lists whose focus has to be in sight, by the pane that has the keys. */
const LISTS: readonly string[] = ['map', 'terms', 'controls', 'verdict']

/** Where a list has the keys its focus shows: by its glyph, and by a style that is drawn without colour as well. */
function focusFaults(view: ScreenView, state: AppState): readonly string[] {
  const pane = view.panes.find(({ id }) => id === view.active)
  const hasList = pane !== undefined && LISTS.includes(pane.id)
  if (!hasList || (pane.id === 'controls' && !state.session?.position.scene.controls.length)) return []
  const { focus: glyph } = GLYPHS[state.settings.glyphs]
  const marked = pane.rows.filter(row => row.some(part => part.style === 'focus'))
  const look = theme(state.settings.theme).focus
  return [
    ...(marked.length > 0 ? [] : ['the focus is out of sight']),
    ...(pane.rows.some(row => row[0]?.text.startsWith(glyph)) ? [] : ['the focus has no glyph']),
    ...(look.inverse ? [] : ['the focus is told by colour alone']),
  ]
}
