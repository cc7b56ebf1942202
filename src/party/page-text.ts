import type { Lang, Text } from '../core/text.ts'
import { plain } from '../words/glossary.ts'
import { proseLines } from '../words/prose.ts'
import { say } from '../words/say.ts'
import type { Block, Page } from './page.ts'
import type { SheetPage } from './sheet.ts'

const STARS = ['stars.0', 'stars.1', 'stars.2', 'stars.3'] as const
const LIGHTS = { sealed: 'rules.sealed', held: 'rules.held', broken: 'rules.broken' } as const

/** A page as plain lines, for screen readers and pipes. */
export const pageLines = ({ blocks }: Page, lang: Lang): readonly string[] =>
  blocks.flatMap(block => blockLines(block, lang))

function blockLines(block: Block, lang: Lang): readonly string[] {
  const read = (text: Text): string => plain(text[lang], lang)
  switch (block.type) {
    case 'gap':
      return ['']
    case 'head':
    case 'text':
    case 'strong':
    case 'quiet':
      return [read(block.say)]
    case 'prose':
      return proseLines(read(block.say))
    case 'stars':
      return [say(lang, STARS[block.stars])]
    case 'rule':
      return [
        `${say(lang, LIGHTS[block.light])}: ${read(block.say)}`,
        ...(block.because ? [`  ${read(block.because)}`] : []),
      ]
    case 'points':
      return [`${block.points}  ${read(block.say)}`]
    case 'row':
      return [`- ${read(block.what)}${block.where ? ` (${read(block.where)})` : ''}: ${read(block.means)}`]
    case 'verbatim':
      return [block.text]
    default:
      return block satisfies never
  }
}

/** What tells a printer to begin a new page; Markdown itself has no word for it. */
const NEW_PAGE = '<div style="page-break-after: always"></div>'

/** The sheet as Markdown: a page a round, each with a part above the fold that may be seen before its turn. */
export const sheetMarkdown = (pages: readonly SheetPage[], lang: Lang): string =>
  `${pages.map(page => pageMarkdown(page, lang)).join(`\n\n${NEW_PAGE}\n\n`)}\n`

function pageMarkdown({ cover, page }: SheetPage, lang: Lang): string {
  const read = (text: Text): string => escaped(plain(text[lang], lang))
  return [
    `# ${read(cover.title)}`,
    ...cover.blocks.map(block => markdownOf(block, lang)),
    `*${say(lang, 'sheet.fold')}*`,
    '---',
    `## ${read(page.title)}`,
    ...grouped(page.blocks, lang),
  ].join('\n\n')
}

/** Blocks as Markdown; rows of a list stand together. */
function grouped(blocks: readonly Block[], lang: Lang): readonly string[] {
  const parts: string[] = []
  let previous: Block['type'] = 'gap'
  for (const block of blocks) {
    const text = markdownOf(block, lang)
    if (block.type === 'row' && previous === 'row') parts.push(`${parts.pop() ?? ''}\n${text}`)
    else if (text !== '') parts.push(text)
    previous = block.type
  }
  return parts
}

function markdownOf(block: Block, lang: Lang): string {
  const read = (text: Text): string => escaped(plain(text[lang], lang))
  switch (block.type) {
    case 'head':
      return `### ${read(block.say)}`
    case 'strong':
      return `**${read(block.say)}**`
    case 'quiet':
      return `*${read(block.say)}*`
    case 'row':
      return `- **${read(block.what)}**${block.where ? ` (${read(block.where)})` : ''}: ${read(block.means)}`
    case 'text':
    case 'gap':
    case 'prose':
    case 'stars':
    case 'rule':
    case 'points':
    case 'verbatim':
      return blockLines(block, lang).map(escaped).join('\n')
    default:
      return block satisfies never
  }
}

/** Signs that Markdown would take for its own. */
const escaped = (text: string): string => text.replace(/[\\`*_<>[\]]/g, '\\$&')
