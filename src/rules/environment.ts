import { Environment } from '@marcbachmann/cel-js'
import type { ZodType } from 'zod'
import type { Result } from '../core/result.ts'
import { checkWithoutFacts, compileExpression } from './compile.ts'
import { type Converters, converters } from './convert.ts'
import type { Expression, ExpressionProblem, Facts } from './expression.ts'
import { celName, factTypes, type ObjectType } from './fact-types.ts'

/** CEL over one board's facts. */
export type CelEnvironment = {
  /** Checks a source against the facts; every fault that can be told apart is reported. */
  compile(source: string, type: 'bool' | 'string'): Result<Expression, readonly ExpressionProblem[]>
  /** Makes plain facts readable by expressions. Each fact is read and converted once, when first asked for. */
  bind(read: (name: string) => unknown): Facts
}

/**
 * Derives the CEL environment from the schema of a board's facts.
 *
 * Throws for a schema that rules cannot read, naming the fact: it is a bug in its world.
 */
export function celEnvironment(facts: ZodType): CelEnvironment {
  const type = factTypes(facts)
  const conversions = converters()
  const convert = new Map([...type.fields].map(([name, field]) => [name, conversions.converter(field.type)]))
  const bind = (read: (name: string) => unknown): Facts =>
    bound(read, (name, plain) => convert.get(name)?.(plain))
  const compiler = { cel: celOf(type, conversions), facts: type, bind }
  return { compile: (source, wanted) => compileExpression(compiler, source, wanted), bind }
}

/** Checks a source against no facts at all: its syntax, its length, its nesting, what rules do not have. */
export const checkSource = (source: string, type: 'bool' | 'string'): readonly ExpressionProblem[] =>
  checkWithoutFacts(new Environment({ limits: LIMITS }), source, type)

/** How large an expression may be, for the library. */
const LIMITS = { maxAstNodes: 500, maxDepth: 40 }

/** The library's environment: each object type with its class, then each fact with its type. */
function celOf(facts: ObjectType, conversions: Converters): Environment {
  const cel = new Environment({ limits: LIMITS })
  // Types are made inside out, so that a type's fields are known before it.
  for (const { type, ctor } of conversions.shapes()) {
    const fields = [...type.fields].map(([name, field]) => [name, celName(field.type)] as const)
    cel.registerType(type.name, { ctor, fields: Object.fromEntries(fields) })
  }
  for (const [name, field] of facts.fields) {
    if (cel.hasVariable(name)) throw new Error(`fact '${name}' has a name that CEL uses itself`)
    cel.registerVariable(name, celName(field.type))
  }
  return cel
}

/** Facts that are read and converted once each, when first asked for. */
function bound(read: (name: string) => unknown, convert: (name: string, plain: unknown) => unknown): Facts {
  const plain = remember(read)
  const get = remember(name => convert(name, plain(name)))
  // The library looks facts up as properties.
  const values = new Proxy({}, { get: (_, name) => (typeof name === 'string' ? get(name) : undefined) })
  return { plain, get, values }
}

function remember(read: (name: string) => unknown): (name: string) => unknown {
  const known = new Map<string, unknown>()
  return name => {
    if (!known.has(name)) known.set(name, read(name))
    return known.get(name)
  }
}
