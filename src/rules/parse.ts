import { type Environment, ParseError, type ParseResult } from '@marcbachmann/cel-js'
import { fail, ok, type Result } from '../core/result.ts'
import type { ExpressionProblem } from './expression.ts'

const TOKENS: { readonly [name: string]: string } = {
  RPAREN: "')'",
  RBRACKET: "']'",
  RBRACE: "'}'",
  COLON: "':'",
  IDENTIFIER: 'a name',
}
const MISTYPED: { readonly [character: string]: string } = {
  '=': "'=' is no operator; did you mean '=='?",
  '&': "'&' is no operator; did you mean '&&'?",
  '|': "'|' is no operator; did you mean '||'?",
}

/** Parses a source. A syntax error is a problem at the place where the parser gave up, in an author's words. */
export function parseExpression(cel: Environment, source: string): Result<ParseResult, ExpressionProblem> {
  try {
    return ok(cel.parse(source))
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    const at = error.range?.start ?? 0
    return fail({ at, message: wording(error, source.slice(at, error.range?.end)) })
  }
}

/** The parser speaks of its own tokens and macros; where an author would stumble over that, we say it anew. */
function wording(error: ParseError, found: string): string {
  const mistyped = MISTYPED[found.charAt(0)]
  switch (error.code) {
    case 'expected_token': {
      const expected = TOKENS[/^Expected (\w+)/.exec(error.summary)?.[1] ?? ''] ?? 'something else'
      return `expected ${expected}, found ${found === '' ? 'the end' : `'${found}'`}`
    }
    case 'unexpected_token':
      return found === '' ? 'ends too early' : `unexpected '${found}'`
    case 'unexpected_character':
      return mistyped ?? `unexpected '${found}'; is an operator missing before it?`
    case 'reserved_identifier':
      return `'${found}' is a reserved word`
    case 'invalid_macro_argument':
      return `'${found}' is no variable; write a macro as in boxes.all(b, …)`
    case 'limit_exceeded':
      return 'too large or too deeply nested; split the rule'
    default:
      return mistyped ?? error.summary
  }
}
