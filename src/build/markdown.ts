/** A Markdown table. Cells may hold pipes, line breaks and angle brackets. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

const cell = (text: string): string => {
  const parts = text.replaceAll('\n', ' ').replaceAll('|', '\\|').split('`')
  // Between backticks `<box>` is shown as it stands; elsewhere it would be taken for HTML.
  return parts.map((part, i) => (i % 2 === 0 ? part.replaceAll('<', '\\<') : part)).join('`')
}

/** Text as code; empty text stays empty. */
export const code = (text: string): string => (text === '' ? '' : `\`${text}\``)
