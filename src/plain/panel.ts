import type { Cell, Gauge, Panel, PanelBody } from '../core/scene.ts'
import type { Text } from '../core/text.ts'

/** Turns a text into the language being spoken. */
export type Reader = (text: Text) => string

/** A panel in lines: what it says in words, and below that what words alone would lose, such as a shell's output. */
export function panelLines(panel: Panel, read: Reader): readonly string[] {
  const title = read(panel.title)
  const said = read(panel.say)
  return [`${title}: ${said}`, ...bodyLines(panel, read).map(line => `  ${line}`)]
}

function bodyLines(body: PanelBody, read: Reader): readonly string[] {
  switch (body.type) {
    case 'transcript':
      return body.lines.map(({ type, text }) =>
        type === 'command' ? `$ ${text}` : type === 'hidden' ? '?' : text,
      )
    case 'tree':
      return body.lines.map(({ depth, label }) => `${'  '.repeat(depth)}${read(label)}`)
    case 'table':
      return tableLines(body.head, body.rows, read)
    case 'graph':
      return body.links.map(({ from, to, label }) => `${from} -> ${to}: ${read(label)}`)
    case 'gauges':
      return body.gauges.map(gauge => gaugeLine(gauge, read))
    case 'scatter':
      return [`${read(body.x)} / ${read(body.y)}: ${body.points.map(({ x, y }) => `(${x}, ${y})`).join(' ')}`]
    case 'timeline':
      return body.moments.map(({ at, who, say }) =>
        [at, who, read(say)].filter(part => part !== '').join('  '),
      )
    default:
      return body satisfies never
  }
}

/** Rows as `column: value` pairs: a screen reader says them so that they can be followed without seeing the columns. */
function tableLines(
  head: readonly Text[],
  rows: readonly (readonly Cell[])[],
  read: Reader,
): readonly string[] {
  return rows.map(row =>
    row
      .map((cell, i) => {
        const column = head[i]
        const name = column ? read(column) : ''
        return name === '' ? read(cell.text) : `${name}: ${read(cell.text)}`
      })
      .join(', '),
  )
}

function gaugeLine({ label, value, max, unit, mark, note }: Gauge, read: Reader): string {
  const limit = mark === undefined ? '' : ` (| ${mark} ${unit})`
  const tail = note === undefined ? '' : `. ${read(note)}`
  return `${read(label)}: ${value} / ${max} ${unit}${limit}${tail}`
}

/** The panels that read differently than before, in words. */
export function changedPanels(
  before: readonly Panel[],
  after: readonly Panel[],
  read: Reader,
): readonly Panel[] {
  const old = new Map(before.map(panel => [panel.id, panelLines(panel, read).join('\n')]))
  return after.filter(panel => old.get(panel.id) !== panelLines(panel, read).join('\n'))
}
