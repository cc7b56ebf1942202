import type { Glyphs } from '../glyphs.ts'
import type { PaneView, Tab } from '../pane.ts'
import { fitRow, type Row, rowCells, type Span, span, type Style } from '../rows.ts'
import { cells, cutCells } from '../wrap.ts'

/** A pane as rows of exactly its width, frame included. `more` words the scroll marks. */
export function frameRows(pane: PaneView, glyphs: Glyphs, more: (n: number) => string): readonly Row[] {
  const { frame, ellipsis } = glyphs
  if (pane.look === 'bare')
    return pane.rows.map(row => fitRow([span('  '), ...row], pane.rect.width, ellipsis))
  const edge: Style = pane.focus === 'focused' ? 'accent' : 'border'
  const width = pane.rect.width
  const inside = Math.max(1, width - 4)
  const side = (before: string, after: string): Span => span(before + frame.down + after, edge)
  const blank: Row = []
  const height = Math.max(0, pane.rect.height - 2)
  return [
    topRow(pane, edge, glyphs, more),
    ...Array.from(
      { length: height },
      (_, i): Row => [side('', ' '), ...fitRow(pane.rows[i] ?? blank, inside, ellipsis), side(' ', '')],
    ),
    bottomRow(pane, edge, glyphs, more),
  ]
}

function topRow(pane: PaneView, edge: Style, glyphs: Glyphs, more: (n: number) => string): Row {
  const { frame } = glyphs
  const width = pane.rect.width
  const above = pane.above > 0 ? ` ${glyphs.up} ${more(pane.above)} ` : ''
  const note = above || (pane.note === '' ? '' : ` ${pane.note} `)
  const room = Math.max(0, width - 5 - cells(note))
  const title = titleSpans(pane, room, edge, glyphs)
  const fill = Math.max(0, width - 4 - rowCells(title) - cells(note))
  return [
    span(frame.topLeft + frame.across, edge),
    ...title,
    span(frame.across.repeat(fill), edge),
    span(note, above ? 'accent' : 'quiet'),
    span(frame.across + frame.topRight, edge),
  ]
}

function titleSpans(pane: PaneView, room: number, edge: Style, glyphs: Glyphs): Row {
  const tabs = pane.tabs.filter(tab => tab.label !== '')
  if (tabs.length === 0 || room < 4) return []
  const each = Math.max(3, Math.floor((room - 2 - (tabs.length - 1) * 3) / tabs.length))
  const whole = tabs.reduce((sum, tab) => sum + cells(tab.label) + 3, 0) <= room
  return [
    span(' ', edge),
    ...tabs.flatMap((tab, i) => [
      ...(i > 0 ? [span(` ${glyphs.dot} `, edge)] : []),
      {
        ...span(whole ? tab.label : cutCells(tab.label, each, glyphs.ellipsis), tabStyle(tab, pane)),
        ...(tab.click ? { click: tab.click } : {}),
      },
    ]),
    span(' ', edge),
  ]
}

const tabStyle = (tab: Tab, pane: PaneView): Style => {
  if (tab.state === 'other') return 'quiet'
  return pane.focus === 'focused' && pane.tabs.length > 1 ? 'focus' : 'strong'
}

function bottomRow(pane: PaneView, edge: Style, glyphs: Glyphs, more: (n: number) => string): Row {
  const { frame } = glyphs
  const mark = pane.below > 0 ? ` ${glyphs.down} ${more(pane.below)} ` : ''
  const fill = Math.max(0, pane.rect.width - 4 - cells(mark))
  return [
    span(frame.bottomLeft + frame.across + frame.across.repeat(fill), edge),
    span(mark, 'accent'),
    span(frame.across + frame.bottomRight, edge),
  ]
}
