/** A piece of a longer text: a paragraph whose line breaks mean nothing, or a line that is typed as it stands. */
export type ProseBlock = { readonly type: 'paragraph' | 'typed'; readonly text: string }

/**
 * Splits a longer text as authors write it in a block scalar: blank lines part paragraphs, the source's line breaks
 * within one are not the screen's, and a line that is indented by two spaces or more is a command to be typed.
 * Parts that a blank line set apart come in separate lists.
 */
export function proseBlocks(text: string): readonly (readonly ProseBlock[])[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map(part => joined(part.split('\n')))
}

function joined(lines: readonly string[]): readonly ProseBlock[] {
  const blocks: { type: ProseBlock['type']; text: string }[] = []
  for (const line of lines) {
    const last = blocks.at(-1)
    if (/^ {2,}\S/.test(line)) blocks.push({ type: 'typed', text: line.trim() })
    else if (last?.type === 'paragraph' && !/^\s*[-*] /.test(line)) last.text += ` ${line.trim()}`
    else blocks.push({ type: 'paragraph', text: line.trim() })
  }
  return blocks
}

/** A longer text as plain lines: a paragraph a line, typed lines indented, blank lines between parts. */
export const proseLines = (text: string): readonly string[] =>
  proseBlocks(text).flatMap((part, i) => [
    ...(i > 0 ? [''] : []),
    ...part.map(block => (block.type === 'typed' ? `  ${block.text}` : block.text)),
  ])
