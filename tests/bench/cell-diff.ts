import { Unicode11Addon } from '@xterm/addon-unicode11'
import xterm from '@xterm/headless'

/** A terminal's cells: what stands in each, and how it looks. */
type Cells = readonly (readonly { readonly text: string; readonly look: string }[])[]

/** Follows a program's output on a grid, and says how few bytes would have led from one grid to the next. */
export function cellDiff(columns: number, rows: number) {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 0 })
  terminal.loadAddon(new Unicode11Addon())
  terminal.unicode.activeVersion = '11'
  let last = cellsOf(terminal)
  return {
    /** Takes output in; gives the bytes of a minimal update to what it shows. */
    after: async (output: string): Promise<number> => {
      await new Promise<void>(resolve => terminal.write(output, resolve))
      const next = cellsOf(terminal)
      const bytes = Buffer.byteLength(minimal(last, next))
      last = next
      return bytes
    },
    /** Takes output in; gives the lines that it shows. */
    lines: async (output: string): Promise<readonly string[]> => {
      await new Promise<void>(resolve => terminal.write(output, resolve))
      return Array.from(
        { length: rows },
        (_, y) => terminal.buffer.active.getLine(y)?.translateToString(true) ?? '',
      )
    },
  }
}

function cellsOf(terminal: xterm.Terminal): Cells {
  const { active } = terminal.buffer
  return Array.from({ length: terminal.rows }, (_, y) =>
    Array.from({ length: terminal.cols }, (_, x) => {
      const cell = active.getLine(y)?.getCell(x)
      if (!cell) return { text: ' ', look: '' }
      const colour = cell.isFgRGB()
        ? [`38;2;${cell.getFgColor() >> 16};${(cell.getFgColor() >> 8) & 255};${cell.getFgColor() & 255}`]
        : []
      const weight = [cell.isBold() ? '1' : '', cell.isUnderline() ? '4' : '', cell.isInverse() ? '7' : '']
      const text = cell.getWidth() === 0 ? '' : cell.getChars() || ' '
      return { text, look: [...weight.filter(code => code !== ''), ...colour].join(';') }
    }),
  )
}

/** Every run of changed cells at its place (CUP), each change of looks once (SGR); nothing between runs is written. */
function minimal(before: Cells, after: Cells): string {
  let out = ''
  let look = ''
  for (const [y, row] of after.entries()) {
    let isOpen = false
    for (const [x, cell] of row.entries()) {
      const old = before[y]?.[x]
      const isSame = old?.text === cell.text && old.look === cell.look
      if (!isSame && !isOpen) out += `\x1b[${y + 1};${x + 1}H`
      isOpen = !isSame
      if (isSame) continue
      if (cell.look !== look) out += cell.look === '' ? '\x1b[m' : `\x1b[${cell.look}m`
      look = cell.look
      out += cell.text
    }
  }
  return out
}
