import type { ASTNode } from '@marcbachmann/cel-js'
import { codePoint, UNPRINTABLE } from '../core/printable.ts'
import { type Found, hint, operatorAt, report, type Scope } from './checking.ts'
import { type ExpressionType, isSame, merge, typeText, UNKNOWN } from './expression-type.ts'
import type { ObjectType } from './fact-types.ts'
import { checkCall, checkMethod } from './lint-calls.ts'
import { checkBinary } from './lint-operators.ts'
import { writeExpression } from './write.ts'

/**
 * Checks a parsed expression against the facts, and finds all that is wrong with it at once.
 *
 * The library's own check stops at the first fault and lets through what a level must not: unknown fields in `has()`,
 * strings that an enum never equals, `matches()` with its backtracking, values whose type is known only when it runs.
 * Without facts (`null`) it finds what is wrong whatever they are.
 */
export function lint(
  source: string,
  ast: ASTNode,
  facts: ObjectType | null,
  wanted: 'bool' | 'string',
): Found {
  const found: Found = { problems: [], types: new Map(), names: new Set(), literals: new Set() }
  const scope: Scope = { source, facts, variables: new Map(), found, check }
  const type = check(ast, scope)
  if (type.type !== wanted && type.type !== 'unknown')
    report(scope, ast.start, `must give ${wanted}, but gives ${typeText(type)}`)
  found.problems.sort((a, b) => a.at - b.at)
  return found
}

function check(node: ASTNode, scope: Scope): ExpressionType {
  const type = typeOf(node, scope)
  scope.found.types.set(node, type)
  return type
}

function typeOf(node: ASTNode, scope: Scope): ExpressionType {
  switch (node.op) {
    case 'value':
      return checkValue(node, node.args, scope)
    case 'id':
      return checkName(node, node.args, scope)
    case '.':
      return checkField(node.args[0], node.args[1], node.pos, scope)
    case '[]':
      return checkIndex(node.args[0], node.args[1], scope)
    case 'list':
      return checkList(node.args, scope)
    case '?:':
      return checkChoice(node.args, scope)
    case '&&':
    case '||':
      for (const part of node.args) checkBool(node.op, part, scope)
      return { type: 'bool' }
    case '!_':
      checkBool('!', node.args, scope)
      return { type: 'bool' }
    case '-_':
      return checkMinus(node.args, scope)
    case 'call':
      return checkCall(node.args[0], node.args[1], node, scope)
    case 'rcall':
      return checkMethod(node.args[0], node.args[1], node.args[2], scope)
    case 'map':
    case '.?':
    case '[?]':
      return report(scope, node.start, 'rules have no maps or optional values')
    default:
      return checkBinary(node.op, node.args[0], node.args[1], scope)
  }
}

function checkValue(node: ASTNode, value: unknown, scope: Scope): ExpressionType {
  switch (typeof value) {
    case 'boolean':
      return { type: 'bool' }
    case 'number':
      return { type: 'double' }
    case 'bigint':
      // Plain evaluation counts in doubles, which hold integers up to here exactly.
      if (value > BigInt(Number.MAX_SAFE_INTEGER)) return report(scope, node.start, `${value} is too large`)
      return { type: 'int' }
    case 'string':
      scope.found.literals.add(value)
      checkPrintable(node, value, scope)
      return { type: 'string' }
    default:
      return report(scope, node.start, 'rules have no null, bytes or unsigned values')
  }
}

/** What an escape stands for is printed with the rule: it must not hide, reorder or command. */
function checkPrintable(node: ASTNode, text: string, scope: Scope): void {
  const [char] = UNPRINTABLE.exec(text) ?? []
  if (char !== undefined)
    report(
      scope,
      node.start,
      `this text has the character ${codePoint(char)}, which can't be seen: remove it`,
    )
}

function checkName(node: ASTNode, name: string, scope: Scope): ExpressionType {
  const variable = scope.variables.get(name)
  if (variable) return variable
  if (scope.facts === null) return UNKNOWN
  const fact = scope.facts.fields.get(name)
  if (!fact) {
    const known = [...scope.variables.keys(), ...scope.facts.fields.keys()]
    return report(scope, node.start, `unknown name '${name}'${hint(name, known)}`)
  }
  scope.found.names.add(name)
  return fact.type
}

function checkField(receiver: ASTNode, name: string, at: number, scope: Scope): ExpressionType {
  const type = scope.check(receiver, scope)
  if (type.type === 'unknown') return UNKNOWN
  const text = writeExpression(receiver)
  if (type.type !== 'object')
    return report(scope, at, `${text} is ${typeText(type)}, it has no field '${name}'`)
  const field = type.fields.get(name)
  return (
    field?.type ??
    report(scope, at, `unknown field '${name}' of ${text}${hint(name, [...type.fields.keys()])}`)
  )
}

function checkIndex(receiver: ASTNode, index: ASTNode, scope: Scope): ExpressionType {
  // A field in brackets is a field if its name stands there; any other would have no type until it runs.
  if (index.op === 'value' && typeof index.args === 'string')
    return checkField(receiver, index.args, index.start, scope)
  const type = scope.check(receiver, scope)
  const key = scope.check(index, scope)
  if (type.type === 'unknown') return UNKNOWN
  if (type.type !== 'list') {
    const advice = type.type === 'object' ? '; name its field' : ''
    return report(scope, index.start, `${writeExpression(receiver)} is ${typeText(type)}, no list${advice}`)
  }
  if (key.type !== 'int' && key.type !== 'unknown')
    report(scope, index.start, `a list's index is int, this is ${typeText(key)}`)
  return type.element
}

function checkList(elements: readonly ASTNode[], scope: Scope): ExpressionType {
  let element = UNKNOWN
  for (const node of elements) {
    const type = scope.check(node, scope)
    if (!isSame(element, type))
      report(scope, node.start, `a list holds one type: ${typeText(element)}, but this is ${typeText(type)}`)
    else element = merge(element, type)
  }
  return { type: 'list', element }
}

function checkChoice(parts: readonly [ASTNode, ASTNode, ASTNode], scope: Scope): ExpressionType {
  checkBool('? :', parts[0], scope)
  const a = scope.check(parts[1], scope)
  const b = scope.check(parts[2], scope)
  if (isSame(a, b)) return merge(a, b)
  const at = operatorAt(scope, ':', parts[1])
  return report(scope, at, `both sides of ':' must be of one type: ${typeText(a)} and ${typeText(b)} are not`)
}

function checkBool(op: string, node: ASTNode, scope: Scope): void {
  const type = scope.check(node, scope)
  if (type.type === 'bool' || type.type === 'unknown') return
  report(scope, node.start, `'${op}' needs bool, '${writeExpression(node)}' is ${typeText(type)}`)
}

function checkMinus(node: ASTNode, scope: Scope): ExpressionType {
  const type = scope.check(node, scope)
  if (['int', 'double', 'unknown'].includes(type.type)) return type
  return report(scope, node.start, `'-' needs a number, '${writeExpression(node)}' is ${typeText(type)}`)
}
