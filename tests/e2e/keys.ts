import type { Terminal } from './terminal.ts'

/** What keys send, by the caps that the game draws. Any other cap is a letter and sends itself. */
const BYTES: { readonly [cap: string]: string } = {
  Enter: '\r',
  Esc: '\x1b',
  Tab: '\t',
  Space: ' ',
  '↑': '\x1b[A',
  '↓': '\x1b[B',
  '→': '\x1b[C',
  '←': '\x1b[D',
}

/** What a key sends, by its cap. */
export const bytesOf = (cap: string): string => BYTES[cap] ?? cap

/** Caps in the screen's last row: `↑↓ move  r run` has four. */
function capsIn(footer: string): readonly string[] {
  const words = footer
    .trim()
    .split(/\s{2,}/)
    .map(hint => hint.split(' ')[0] ?? '')
  return words.flatMap(word =>
    BYTES[word] === undefined && /^[↑↓←→]+$/.test(word) ? word.split('') : [word],
  )
}

/** Presses a key that the screen shows; any other is a bug of the test, or of the screen. */
export async function pressShown(terminal: Terminal, cap: string): Promise<void> {
  await terminal.until(lines => capsIn(lines.at(-1) ?? '').includes(cap))
  terminal.type(bytesOf(cap))
}
