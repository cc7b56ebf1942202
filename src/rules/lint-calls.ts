import type { ASTNode } from '@marcbachmann/cel-js'
import { hint, methodAt, report, type Scope } from './checking.ts'
import { type ExpressionType, typeText, UNKNOWN } from './expression-type.ts'
import { writeExpression } from './write.ts'

const FUNCTIONS: {
  readonly [name: string]: { readonly takes: readonly string[]; readonly gives: ExpressionType }
} = {
  size: { takes: ['string', 'list'], gives: { type: 'int' } },
  int: { takes: ['int', 'double'], gives: { type: 'int' } },
  double: { takes: ['int', 'double'], gives: { type: 'double' } },
  string: { takes: ['string', 'bool', 'int', 'double'], gives: { type: 'string' } },
}
const STRING_METHODS = ['startsWith', 'endsWith', 'contains']
const MACROS = ['all', 'exists', 'exists_one', 'filter', 'map']
const MOST_NESTED = 2

/** The type of a function call, `size(x)` or `has(a.b)`. */
export function checkCall(
  name: string,
  args: readonly ASTNode[],
  node: ASTNode,
  scope: Scope,
): ExpressionType {
  if (name === 'has') return checkHas(args, node, scope)
  const known = FUNCTIONS[name]
  if (!known || !Object.hasOwn(FUNCTIONS, name))
    return report(
      scope,
      node.start,
      `unknown function '${name}'${hint(name, [...Object.keys(FUNCTIONS), 'has'])}`,
    )
  const [first, ...more] = args.map(arg => ({ arg, type: scope.check(arg, scope) }))
  if (!first || more.length > 0) return report(scope, node.start, `${name}() takes one argument`)
  if (first.type.type !== 'unknown' && !known.takes.includes(first.type.type))
    report(scope, first.arg.start, `${name}() does not take ${typeText(first.type)}`)
  return known.gives
}

/** `has` asks for a field by its path; the library takes nothing else, and lets unknown fields pass. */
function checkHas(args: readonly ASTNode[], node: ASTNode, scope: Scope): ExpressionType {
  const [field, ...more] = args
  const isPath = (part: ASTNode): boolean => part.op === 'id' || (part.op === '.' && isPath(part.args[0]))
  if (!field || more.length > 0 || field.op !== '.' || !isPath(field))
    return report(scope, node.start, 'has() takes the path of one field, as in has(a.b)')
  scope.check(field, scope)
  return { type: 'bool' }
}

/** The type of a method or macro call, `name.startsWith('x')` or `boxes.all(b, …)`. */
export function checkMethod(
  name: string,
  receiver: ASTNode,
  args: readonly ASTNode[],
  scope: Scope,
): ExpressionType {
  const type = scope.check(receiver, scope)
  const at = methodAt(scope, name, receiver)
  if (name === 'matches')
    return report(scope, at, 'matches() is not allowed in rules; use startsWith, endsWith or contains')
  const known = methodsOf(type)
  if (!known.includes(name)) {
    // Its receiver has a fault already, and may be a namespace that rules do not have.
    if (type.type === 'unknown') return UNKNOWN
    const advice = type.type === 'list' && name === 'contains' ? "; write 'x in list'" : hint(name, known)
    return report(scope, at, `${typeText(type)} has no method '${name}'${advice}`)
  }
  if (name === 'size')
    return args.length === 0 ? { type: 'int' } : report(scope, at, 'size() takes no argument here')
  return MACROS.includes(name)
    ? checkMacro({ name, receiver, args, at }, type, scope)
    : checkText(name, args, at, scope)
}

function methodsOf(type: ExpressionType): readonly string[] {
  switch (type.type) {
    case 'string':
      return ['size', ...STRING_METHODS]
    case 'list':
      return ['size', ...MACROS]
    case 'unknown':
      return ['size', ...STRING_METHODS, ...MACROS]
    case 'bool':
    case 'int':
    case 'double':
    case 'object':
      return []
  }
}

function checkText(name: string, args: readonly ASTNode[], at: number, scope: Scope): ExpressionType {
  const [text, ...more] = args
  if (!text || more.length > 0) return report(scope, at, `${name}() takes one argument`)
  const type = scope.check(text, scope)
  if (type.type !== 'string' && type.type !== 'unknown')
    report(scope, text.start, `${name}() takes a string, this is ${typeText(type)}`)
  return { type: 'bool' }
}

type Macro = {
  readonly name: string
  readonly receiver: ASTNode
  readonly args: readonly ASTNode[]
  readonly at: number
}

function checkMacro(macro: Macro, list: ExpressionType, scope: Scope): ExpressionType {
  const { name, args, at } = macro
  const [variable, ...bodies] = args
  const mostBodies = name === 'map' ? 2 : 1
  if (variable?.op !== 'id' || bodies.length < 1 || bodies.length > mostBodies)
    return report(scope, at, `${name}() takes a variable and an expression, as in boxes.${name}(b, …)`)
  const hidden = scope.facts?.fields.has(variable.args)
    ? 'a fact'
    : scope.variables.has(variable.args) && 'a variable'
  if (hidden !== false)
    return report(scope, variable.start, `'${variable.args}' is ${hidden} already; choose another name`)
  if (scope.variables.size === MOST_NESTED)
    report(scope, at, `${name}() is nested more than ${MOST_NESTED} deep`)
  const element = list.type === 'list' ? list.element : UNKNOWN
  const inner = { ...scope, variables: new Map([...scope.variables, [variable.args, element]]) }
  const types = bodies.map(body => scope.check(body, inner))
  const conditions = name === 'map' ? bodies.slice(0, -1) : bodies
  for (const [i, body] of conditions.entries()) checkCondition(name, body, types[i] ?? UNKNOWN, scope)
  if (name === 'map') return { type: 'list', element: types.at(-1) ?? UNKNOWN }
  return name === 'filter' ? list : { type: 'bool' }
}

function checkCondition(name: string, body: ASTNode, type: ExpressionType, scope: Scope): void {
  if (type.type === 'bool' || type.type === 'unknown') return
  report(scope, body.start, `${name}() needs a condition, '${writeExpression(body)}' is ${typeText(type)}`)
}
