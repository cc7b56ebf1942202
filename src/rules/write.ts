import { UNPRINTABLE } from '../core/printable.ts'
import type { ASTNode, BinaryOperator } from '@marcbachmann/cel-js'

const LEVEL: { readonly [op in BinaryOperator | '||' | '&&']: number } = {
  '||': 2,
  '&&': 3,
  '==': 4,
  '!=': 4,
  '<': 5,
  '<=': 5,
  '>': 5,
  '>=': 5,
  in: 5,
  '+': 6,
  '-': 6,
  '*': 7,
  '/': 7,
  '%': 7,
}
const UNARY = 8
const POSTFIX = 9

/**
 * Writes an expression back as CEL with the fewest parentheses. The library's own writer drops needed ones
 * (`a - (b - c)`) and escapes Hangul.
 */
export function writeExpression(node: ASTNode): string {
  switch (node.op) {
    case 'value':
      return writeValue(node.args)
    case 'id':
      return node.args
    case '!_':
    case '-_':
      return `${node.op.charAt(0)}${operand(node.args, UNARY)}`
    case '?:':
      return `${operand(node.args[0], 2)} ? ${operand(node.args[1], 2)} : ${writeExpression(node.args[2])}`
    case 'list':
      return `[${node.args.map(writeExpression).join(', ')}]`
    case 'map':
      return `{${node.args.map(([k, v]) => `${writeExpression(k)}: ${writeExpression(v)}`).join(', ')}}`
    case 'call':
      return `${node.args[0]}(${node.args[1].map(writeExpression).join(', ')})`
    case 'rcall':
      return `${operand(node.args[1], POSTFIX)}.${node.args[0]}(${node.args[2].map(writeExpression).join(', ')})`
    case '.':
    case '.?':
      return `${operand(node.args[0], POSTFIX)}${node.op}${node.args[1]}`
    case '[]':
    case '[?]':
      return `${operand(node.args[0], POSTFIX)}[${writeExpression(node.args[1])}]`
    default:
      // All operators are left-associative, so an equal level needs parentheses on the right only.
      return `${operand(node.args[0], LEVEL[node.op])} ${node.op} ${operand(node.args[1], LEVEL[node.op] + 1)}`
  }
}

function operand(node: ASTNode, level: number): string {
  const text = writeExpression(node)
  return levelOf(node) < level ? `(${text})` : text
}

function levelOf(node: ASTNode): number {
  switch (node.op) {
    case '?:':
      return 1
    case '!_':
    case '-_':
      return UNARY
    case 'value':
    case 'id':
    case 'list':
    case 'map':
    case 'call':
    case 'rcall':
    case '.':
    case '.?':
    case '[]':
    case '[?]':
      return POSTFIX
    default:
      return LEVEL[node.op]
  }
}

/** A single value as CEL writes it; doubles show their point. */
export function writeValue(value: unknown): string {
  if (typeof value === 'string')
    return `'${escaped(JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'"))}'`
  if (typeof value === 'number')
    return Number.isInteger(value) && Math.abs(value) < 1e21 ? `${value}.0` : `${value}`
  return String(value)
}

const EVERY_UNPRINTABLE = new RegExp(UNPRINTABLE, 'gu')

/** JSON escapes controls alone; what else cannot be seen is written as CEL escapes it. */
const escaped = (text: string): string =>
  text.replace(EVERY_UNPRINTABLE, char => `\\U${(char.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`)
