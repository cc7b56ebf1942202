import type { ASTNode, BinaryOperator } from '@marcbachmann/cel-js'
import { asList, asNumber, asString, divide, includes, isEqual, remainder, whole } from './closure-values.ts'
import type { Code, Names } from './code.ts'
import type { ExpressionType } from './expression-type.ts'

/** Code for an operator with two operands. Both are evaluated, left first. */
export function binaryCode(
  op: BinaryOperator,
  [left, right]: readonly [ASTNode, ASTNode],
  names: Names,
): Code {
  const a = names.compile(left, names)
  const b = names.compile(right, names)
  switch (op) {
    case '==':
      return frame => isEqual(a(frame), b(frame))
    case '!=':
      return frame => !isEqual(a(frame), b(frame))
    case 'in':
      return frame => {
        const value = a(frame)
        return includes(asList(b(frame)), value)
      }
    case '<':
    case '<=':
    case '>':
    case '>=':
      return orderCode(op, a, b)
    default:
      return arithmeticCode(op, a, b, names.types.get(left)?.type)
  }
}

function orderCode(op: '<' | '<=' | '>' | '>=', a: Code, b: Code): Code {
  switch (op) {
    case '<':
      return frame => compare(a(frame), b(frame)) < 0
    case '<=':
      return frame => compare(a(frame), b(frame)) <= 0
    case '>':
      return frame => compare(a(frame), b(frame)) > 0
    case '>=':
      return frame => compare(a(frame), b(frame)) >= 0
  }
}

/** Negative, zero or positive; NaN, which no comparison holds for, where a NaN takes part. */
function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number') return difference(a, asNumber(b))
  if (typeof a === 'boolean') return difference(Number(a), Number(b))
  const left = asString(a)
  const right = asString(b)
  return left < right ? -1 : left > right ? 1 : 0
}

/** Not a subtraction: infinity minus infinity is no zero. */
function difference(a: number, b: number): number {
  if (a === b) return 0
  return a < b ? -1 : a > b ? 1 : Number.NaN
}

type Arithmetic = '+' | '-' | '*' | '/' | '%'

function arithmeticCode(op: Arithmetic, a: Code, b: Code, type: ExpressionType['type'] | undefined): Code {
  if (type === 'string') return frame => asString(a(frame)) + asString(b(frame))
  if (type === 'list') return frame => [...asList(a(frame)), ...asList(b(frame))]
  const apply = type === 'double' ? doubleOperator(op) : intOperator(op)
  return frame => apply(asNumber(a(frame)), asNumber(b(frame)))
}

function intOperator(op: Arithmetic): (a: number, b: number) => number {
  switch (op) {
    case '+':
      return (a, b) => whole(a + b)
    case '-':
      return (a, b) => whole(a - b)
    case '*':
      return (a, b) => whole(a * b)
    case '/':
      return divide
    case '%':
      return remainder
  }
}

function doubleOperator(op: Arithmetic): (a: number, b: number) => number {
  switch (op) {
    case '+':
      return (a, b) => a + b
    case '-':
      return (a, b) => a - b
    case '*':
      return (a, b) => a * b
    case '/':
      return (a, b) => a / b
    case '%':
      return remainder
  }
}
