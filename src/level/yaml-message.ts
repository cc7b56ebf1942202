/** What is said of a fault that the YAML library found, and whether the rest of the file can still be relied on. */
type YamlMessage = { readonly say?: string; readonly isLocal: boolean }

const SYNTAX: { readonly [code: string]: string } = {
  BAD_INDENT: 'the indentation does not fit the lines above: use two spaces for each level',
  BLOCK_AS_IMPLICIT_KEY: "a text with ': ' in it must stand in quotes",
  BLOCK_IN_FLOW: "a text with ': ' in it must stand in quotes; inside { } or [ ] there is no indented block",
  MULTIPLE_DOCS: "a file holds one level: remove the '---' and what follows, or put it in a file of its own",
  MULTILINE_IMPLICIT_KEY: 'a key must stand on one line',
}

/** The library has one code for all that is missing. */
const CLOSING = /^Missing closing/

const LOCAL: { readonly [code: string]: string } = {
  BAD_DQ_ESCAPE: 'this escape is unknown: in "..." write \\\\ for a backslash, or use single quotes',
  BAD_SCALAR_START: 'a text that starts with this character must stand in quotes',
  KEY_OVER_1024_CHARS: 'a key may have at most 1024 characters',
  NON_STRING_KEY: 'a key must be a text',
  TAB_AS_INDENT: 'indent with spaces, not with tabs',
}

/** Reported already, with the place of the `!`, `&`, `*` or `%` itself. */
const KNOWN = ['TAG_RESOLVE_FAILED', 'BAD_ALIAS', 'BAD_DIRECTIVE']

/** Words a fault of the YAML library for authors. `code` is the library's. */
export function yamlMessage(code: string, message: string): YamlMessage {
  if (KNOWN.includes(code)) return { isLocal: true }
  const local = LOCAL[code]
  if (local !== undefined) return { say: local, isLocal: true }
  const plain = message.split('\n')[0] ?? message
  const hint = CLOSING.test(message) ? 'a quote is opened and never closed' : SYNTAX[code]
  return { say: hint ?? plain, isLocal: false }
}
