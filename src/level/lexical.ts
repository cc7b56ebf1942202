import { CST, Lexer, Parser } from 'yaml'
import { codePoint, UNPRINTABLE } from '../core/printable.ts'
import type { Fault } from './problem.ts'

/** Parts (words, brackets, indents) that a file may have; the YAML library gets slow far above it. */
const MAX_LEXEMES = 20_000
/** Maps and lists within each other. Shipped levels need about eight. */
const MAX_DEPTH = 24
/** Faults of one sort that are worth listing. */
const MOST = 100

/** What is said of a character that can't be seen. */
export const badCharacter = (char: string): string =>
  `the character ${codePoint(char)} can't be seen (control, bidi or zero width): remove it`

/** Characters that hide or reorder what a reader sees. */
export function badCharacters(text: string): readonly Fault[] {
  const faults: Fault[] = []
  for (const match of text.matchAll(new RegExp(UNPRINTABLE, 'gu'))) {
    if (match[0] === '\n' || match[0] === '\t') continue
    faults.push({ at: match.index, path: [], message: badCharacter(match[0]) })
    if (faults.length === MOST) break
  }
  return faults
}

const REFUSED: { readonly [type: string]: string } = {
  anchor: 'anchors (&name) are not allowed: write the value out where it is used',
  alias: 'aliases (*name) are not allowed: write the value out',
  tag: "tags are not allowed: put a text that starts with '!' in quotes",
  'directive-line': 'directives (%...) are not allowed: remove the line',
}

/** Anchors, aliases, tags and directives; `tooLong` is set when the file has more parts than a level can need. */
export function refusedLexemes(text: string): {
  readonly faults: readonly Fault[]
  readonly tooLong?: Fault
} {
  const faults: Fault[] = []
  let at = 0
  let count = 0
  let isText = false
  for (const lexeme of new Lexer().lex(text)) {
    if (++count > MAX_LEXEMES)
      return {
        faults,
        tooLong: { at, path: [], message: 'the file goes on for too long: no level needs so many parts' },
      }
    // The lexer announces a scalar's text with a mark; marks take no room in the file.
    if (!isText && (lexeme === CST.SCALAR || lexeme === CST.DOCUMENT || lexeme === CST.FLOW_END)) {
      isText = lexeme === CST.SCALAR
      continue
    }
    const message = isText ? undefined : REFUSED[CST.tokenType(lexeme) ?? '']
    if (message !== undefined && faults.length < MOST) faults.push({ at, path: [], message })
    isText = false
    at += lexeme.length
  }
  return { faults }
}

/** Finds a map or list that is nested too deep. Without recursion, which is what the limit is there to protect. */
export function tooDeep(text: string): Fault | undefined {
  const open: (readonly [CST.Token, number])[] = [...new Parser().parse(text)].map(token => [token, 0])
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [token, depth] = next
    if (depth > MAX_DEPTH)
      return { at: token.offset, path: [], message: `maps and lists are nested deeper than ${MAX_DEPTH}` }
    if (token.type === 'document' && token.value) open.push([token.value, depth])
    if (!CST.isCollection(token)) continue
    for (const { key, value } of token.items) {
      if (key) open.push([key, depth + 1])
      if (value) open.push([value, depth + 1])
    }
  }
  return undefined
}
