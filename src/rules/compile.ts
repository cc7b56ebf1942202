import { type ASTNode, type Environment, EvaluationError, type ParseResult } from '@marcbachmann/cel-js'
import { fail, ok, type Result } from '../core/result.ts'
import type { Found } from './checking.ts'
import type { Expression, ExpressionProblem, Facts } from './expression.ts'
import { explainer } from './explain.ts'
import type { ObjectType } from './fact-types.ts'
import { lint } from './lint.ts'
import { plainEvaluator } from './closure.ts'
import { parseExpression } from './parse.ts'

/** The most UTF-16 units an expression may have. */
export const LONGEST_SOURCE = 1000

/** What compiling needs: CEL with the facts' types, the facts, and how a state's are bound. */
export type Compiler = {
  readonly cel: Environment
  readonly facts: ObjectType
  readonly bind: (read: (name: string) => unknown) => Facts
}

/** Parses, checks and prepares an expression. */
export function compileExpression(
  compiler: Compiler,
  source: string,
  type: 'bool' | 'string',
): Result<Expression, readonly ExpressionProblem[]> {
  const parsed = parsedWithin(compiler.cel, source)
  if (!parsed.ok) return parsed
  const found = lint(source, parsed.value.ast, compiler.facts, type)
  if (found.problems.length > 0) return fail(found.problems)
  // The library has the last word, for what our own checks might let through.
  const checked = parsed.value.check()
  if (checked.error) return fail([{ at: checked.error.range?.start ?? 0, message: checked.error.summary }])
  return ok(expression(compiler, parsed.value, { source, type, found }))
}

/** What is wrong with an expression whatever the facts are: for a file whose board cannot be opened. */
export function checkWithoutFacts(
  cel: Environment,
  source: string,
  type: 'bool' | 'string',
): readonly ExpressionProblem[] {
  const parsed = parsedWithin(cel, source)
  return parsed.ok ? lint(source, parsed.value.ast, null, type).problems : parsed.error
}

function parsedWithin(cel: Environment, source: string): Result<ParseResult, readonly ExpressionProblem[]> {
  if (source.length > LONGEST_SOURCE)
    return fail([{ at: LONGEST_SOURCE, message: `longer than ${LONGEST_SOURCE} characters; split the rule` }])
  const parsed = parseExpression(cel, source)
  return parsed.ok ? parsed : fail([parsed.error])
}

type Checked = { readonly source: string; readonly type: 'bool' | 'string'; readonly found: Found }

function expression(compiler: Compiler, parsed: ParseResult, checked: Checked): Expression {
  const { source, type, found } = checked
  const ast: ASTNode = parsed.ast
  const undecided = type === 'bool' ? false : ''
  const evaluate = (facts: Facts): boolean | string => run(parsed, facts.values) ?? undecided
  const attempt = plainEvaluator(ast, found.types, type, read => run(parsed, compiler.bind(read).values))
  return {
    source,
    type,
    names: [...found.names],
    literals: [...found.literals],
    evaluate,
    plain: read => attempt(read) ?? undecided,
    attempt,
    explain: explainer(ast, found.types, evaluate),
  }
}

function run(parsed: ParseResult, values: object): boolean | string | null {
  try {
    const value: unknown = parsed(values)
    if (typeof value === 'boolean' || typeof value === 'string') return value
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error
  }
  return null
}
