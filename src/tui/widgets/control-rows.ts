import type { Control, Option, Scene } from '../../core/scene.ts'
import { BLANK, clickable, cutRow, hang, type Row, row, rowCells, type Span, span } from '../rows.ts'
import type { Voice } from '../voice.ts'
import { cells, fitCells } from '../wrap.ts'

/** Rows with the part that must stay in sight. */
export type Focused = { readonly rows: readonly Row[]; readonly from: number; readonly to: number }

/** What a list of controls needs to know of the player's place in it. */
export type ControlsView = {
  readonly scene: Scene
  readonly focus: string
  /** Whether the list has the keys; if not, its focus is drawn without the inverse bar. */
  readonly active: 'active' | 'resting'
}

/** Longest label column; longer labels push their value to the right edge. */
const LABEL = 26

/** All controls by their groups. The focused one shows its options and what it is for. */
export function controlRows(view: ControlsView, width: number, voice: Voice): Focused {
  const rows: Row[] = []
  let from = 0
  let to = 0
  let isLast = false
  for (const group of view.scene.groups) {
    if (rows.length > 0) rows.push(BLANK)
    rows.push(row(voice.text(group.label), 'strong'))
    for (const about of group.about) rows.push(...hang([span('  ')], voice.rich(about, 'quiet'), width))
    for (const control of view.scene.controls.filter(({ group: id }) => id === group.id)) {
      const isFocused = control.id === view.focus
      if (isFocused) from = rows.length
      rows.push(...oneControl(control, isFocused ? view.active : 'other', width, voice))
      if (isFocused) to = rows.length
      isLast = isFocused
    }
  }
  // What stands below the last control has no other way into sight.
  return { rows, from, to: isLast ? rows.length : to }
}

function oneControl(
  control: Control,
  focus: 'active' | 'resting' | 'other',
  width: number,
  voice: Voice,
): readonly Row[] {
  const head = headRows(control, focus, width, voice).map(row =>
    clickable(row, { type: 'focus', id: control.id }),
  )
  if (focus === 'other') return head
  return [
    ...head,
    ...optionRows(control, width, voice),
    ...hang([span('    ')], voice.rich(control.help, 'quiet'), width),
  ]
}

/** Name and value of a control; a value that the row cannot hold has the next one. */
function headRows(
  control: Control,
  focus: 'active' | 'resting' | 'other',
  width: number,
  voice: Voice,
): readonly Row[] {
  const { glyphs } = voice
  const marker = focus === 'other' ? '  ' : `${glyphs.focus} `
  const label = voice.text(control.label)
  const shown = value(control, voice)
  const isLong = cells(label) + 5 + rowCells(shown) > width
  // A long value takes from the label's column before it leaves the row.
  const most = Math.min(LABEL, Math.floor(width / 2) - 2)
  const column = isLong ? most : Math.min(most, Math.max(cells(label) + 1, width - 4 - rowCells(shown)))
  const changed = isChanged(control) ? glyphs.changed : ' '
  const name = cells(label) < column ? fitCells(label, column, glyphs.ellipsis) : `${label} `
  const style = focus === 'active' ? 'focus' : focus === 'resting' ? 'strong' : 'plain'
  const head: Row = [
    span(marker, 'accent'),
    span(name.trimEnd(), style),
    span(' '.repeat(cells(name) - cells(name.trimEnd()))),
    span(`${changed} `, 'accent'),
  ]
  if (!isLong) return [[...head, ...shown]]
  return [cutRow(head, width, glyphs.ellipsis), ...hang([span('    ')], shown, width)]
}

/** Whether a control differs from the level's start. */
export const isChanged = (control: Control): boolean =>
  control.type === 'cards' ? control.placed.length > 0 : control.current !== control.start

function value(control: Control, voice: Voice): Row {
  const { glyphs } = voice
  if (control.type === 'cards') return [span(String(control.placed.length), 'accent')]
  const current = control.options[control.current]
  const label = current ? voice.text(current.label) : '?'
  const style = isChanged(control) ? 'accent' : 'plain'
  switch (control.look) {
    case 'toggle':
      return [span(`${control.current === 0 ? glyphs.off : glyphs.on} `, style), span(label, style)]
    case 'link':
      return [span(`${glyphs.arrow} `, style), span(label, style)]
    case 'menu':
    case 'slider':
      return [span(`${glyphs.less} `, 'quiet'), span(label, style), span(` ${glyphs.more}`, 'quiet')]
    default:
      return control.look satisfies never
  }
}

/** The options of the focused control on one line that wraps, the one set now in brackets; long ones have rows of their own. */
function optionRows(control: Control, width: number, voice: Voice): readonly Row[] {
  if (control.type === 'cards')
    return control.placed.flatMap((card, i) =>
      hang([span(`    ${i + 1}. `, 'quiet')], voice.rich(card), width),
    )
  const track =
    control.look === 'slider' ? [trackRow(control.current, control.options.length, width, voice)] : []
  const options = control.options.map((option, i) =>
    optionSpan(option, i === control.current ? 'current' : 'other', control.id, voice),
  )
  if (options.some(option => cells(option.text) > width - INDENT))
    return [...track, ...options.flatMap(option => hang([span(' '.repeat(INDENT))], [option], width))]
  // Words of an option stay together when the line wraps.
  const words = options.flatMap((option, i): Span[] => [
    ...(i > 0 ? [span(`  `)] : []),
    { ...option, text: option.text.replaceAll(' ', NO_BREAK) },
  ])
  return [...track, ...hang([span(' '.repeat(INDENT))], words, width)]
}

/** How far options stand from the edge, in cells. */
const INDENT = 4

function optionSpan(option: Option, place: 'current' | 'other', control: string, voice: Voice): Span {
  const label = voice.text(option.label)
  if (place === 'current') return span(`[${label}]`, 'accent')
  if (option.step === undefined) return span(`${voice.glyphs.broken}${label}`, 'quiet')
  return { ...span(label), click: { type: 'step', control, step: option.step } }
}

/** A space that no line is wrapped at. */
const NO_BREAK = '\u00a0'

function trackRow(current: number, count: number, width: number, { glyphs }: Voice): Row {
  const step = Math.max(1, Math.min(5, Math.floor((width - 6) / Math.max(1, count - 1))))
  const at = current * step
  const line = glyphs.frame.across
  return [
    span('    '),
    span(line.repeat(at), 'accent'),
    span(glyphs.knob, 'accent'),
    span(line.repeat(Math.max(0, (count - 1) * step - at)), 'quiet'),
  ]
}
