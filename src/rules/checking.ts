import type { ASTNode } from '@marcbachmann/cel-js'
import { nearest } from '../core/nearest.ts'
import type { ExpressionProblem } from './expression.ts'
import { type ExpressionType, UNKNOWN } from './expression-type.ts'
import type { ObjectType } from './fact-types.ts'

/** What a check has found so far. The one mutable thing in a check; parts add to it as they are visited. */
export type Found = {
  readonly problems: ExpressionProblem[]
  /** The type of each part; the closure compiler needs them. */
  readonly types: Map<ASTNode, ExpressionType>
  readonly names: Set<string>
  readonly literals: Set<string>
}

/** Where in an expression a check stands: what is known there, and how to check a part. */
export type Scope = {
  readonly source: string
  /** `null` where they are not known: then any name may be a fact. */
  readonly facts: ObjectType | null
  /** The macros' variables; their number is the depth of nesting. */
  readonly variables: ReadonlyMap<string, ExpressionType>
  readonly found: Found
  readonly check: (node: ASTNode, scope: Scope) => ExpressionType
}

/** Notes a problem. The part gets the type that causes no further ones. */
export function report(scope: Scope, at: number, message: string): ExpressionType {
  scope.found.problems.push({ at, message })
  return UNKNOWN
}

/** Names that a message lists: of fields there may be any number, and most are not meant. */
const FEW = 8

/** The end of a message about an unknown name: the nearest known one, or all where they are at most `most`. */
export function hint(name: string, known: readonly string[], most: number = FEW): string {
  const best = nearest(name.slice(0, LONGEST_NAME), known.map(short), 1)[0]
  if (best !== undefined) return `; did you mean '${best}'?`
  return known.length > 0 && known.length <= most ? `; known: ${known.map(short).join(', ')}` : ''
}

/** Characters of a name that a message shows: an id of a level may be as long as its file. */
const LONGEST_NAME = 60

const short = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}...` : name

/** Where the operator between two operands stands. Only parentheses and blanks come before it. */
export function operatorAt(scope: Scope, operator: string, left: ASTNode): number {
  return scope.source.indexOf(operator, left.end)
}

/** Where the name of a method stands in its call. */
export function methodAt(scope: Scope, name: string, receiver: ASTNode): number {
  return scope.source.indexOf(name, scope.source.indexOf('.', receiver.end))
}
