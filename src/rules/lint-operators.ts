import type { ASTNode, BinaryOperator } from '@marcbachmann/cel-js'
import { hint, operatorAt, report, type Scope } from './checking.ts'
import { writeExpression } from './write.ts'
import { type ExpressionType, hasObjects, isSame, merge, typeText, UNKNOWN } from './expression-type.ts'

const BOOL: ExpressionType = { type: 'bool' }
const ARITHMETIC: { readonly [op: string]: readonly string[] } = {
  '+': ['int', 'double', 'string', 'list'],
  '-': ['int', 'double'],
  '*': ['int', 'double'],
  '/': ['int', 'double'],
  '%': ['int'],
}
/** Values of an enum that a message lists: there is no other way to learn them where one stands. */
const MOST_MEMBERS = 30
const ORDERED = ['bool', 'int', 'double', 'string']

/** The type that a binary operator gives, after noting what is wrong with its operands. */
export function checkBinary(op: BinaryOperator, left: ASTNode, right: ASTNode, scope: Scope): ExpressionType {
  const a = scope.check(left, scope)
  const b = scope.check(right, scope)
  const fault = operandFault(op, a, b)
  if (fault !== undefined) {
    report(scope, operatorAt(scope, op, left), fault)
  } else if (op === '==' || op === '!=' || op === 'in') {
    checkMembers(left, right, b, scope)
    checkMembers(right, left, a, scope)
  }
  const isArithmetic = ARITHMETIC[op] !== undefined
  if (!isArithmetic) return BOOL
  if (fault !== undefined) return UNKNOWN
  const merged = merge(a, b)
  return merged.type === 'string' ? { type: 'string' } : merged
}

function operandFault(op: BinaryOperator, a: ExpressionType, b: ExpressionType): string | undefined {
  if (op === 'in') return membershipFault(a, b)
  if (a.type === 'unknown' || b.type === 'unknown') return undefined
  const said = `${typeText(a)} ${op} ${typeText(b)}`
  if (op === '==' || op === '!=') {
    if (!isSame(a, b)) return `${said} compares unlike types${numberAdvice(a, b)}`
    return hasObjects(a) ? 'objects cannot be compared; compare one of their fields' : undefined
  }
  const arithmetic = ARITHMETIC[op]
  if (arithmetic)
    return isSame(a, b) && arithmetic.includes(a.type)
      ? undefined
      : `${said} is not defined${numberAdvice(a, b)}`
  const comparable = isSame(a, b) || (isNumber(a) && isNumber(b))
  return comparable && ORDERED.includes(a.type) ? undefined : `${said} is not defined`
}

function membershipFault(a: ExpressionType, b: ExpressionType): string | undefined {
  if (b.type === 'unknown') return undefined
  if (b.type !== 'list') return `'in' needs a list on its right, this is ${typeText(b)}`
  if (!isSame(a, b.element))
    return `${typeText(a)} in ${typeText(b)} compares unlike types${numberAdvice(a, b.element)}`
  return hasObjects(a) ? 'objects cannot be compared; compare one of their fields' : undefined
}

const isNumber = (type: ExpressionType): boolean => type.type === 'int' || type.type === 'double'

function numberAdvice(a: ExpressionType, b: ExpressionType): string {
  return isNumber(a) && isNumber(b) && a.type !== b.type
    ? '; write whole doubles as 2.0, or use double(…)'
    : ''
}

/** Notes the string literals in a part that an enum on the other side never equals. */
function checkMembers(part: ASTNode, other: ASTNode, otherType: ExpressionType, scope: Scope): void {
  const type = otherType.type === 'list' ? otherType.element : otherType
  if (type.type !== 'string' || !type.members || type.members.length === 0) return
  for (const { node, text } of stringLiterals(part)) {
    if (type.members.includes(text)) continue
    report(
      scope,
      node.start,
      `'${text}' is no value of ${writeExpression(other)}${hint(text, type.members, MOST_MEMBERS)}`,
    )
  }
}

function stringLiterals(node: ASTNode): readonly { readonly node: ASTNode; readonly text: string }[] {
  if (node.op === 'value') return typeof node.args === 'string' ? [{ node, text: node.args }] : []
  if (node.op === 'list') return node.args.flatMap(stringLiterals)
  return node.op === '?:' ? [...stringLiterals(node.args[1]), ...stringLiterals(node.args[2])] : []
}
