import type { ZodType } from 'zod'
import type { Result } from '../core/result.ts'
import type { Expression, ExpressionProblem, Facts } from './expression.ts'

/** CEL over one board's facts. */
export type CelEnvironment = {
  /** Checks a source against the facts; every fault that can be told apart is reported. */
  compile(source: string, type: 'bool' | 'string'): Result<Expression, readonly ExpressionProblem[]>
  /** Makes plain facts readable by expressions. Each fact is read and converted once, when first asked for. */
  bind(read: (name: string) => unknown): Facts
}

/** Derives the CEL environment from the schema of a board's facts. */
export declare function celEnvironment(facts: ZodType): CelEnvironment
