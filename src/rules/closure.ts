import type { ASTNode } from '@marcbachmann/cel-js'
import {
  asBool,
  asList,
  asNumber,
  asString,
  elementOf,
  factOf,
  Fault,
  fieldOf,
  Inexact,
} from './closure-values.ts'
import { callCode } from './closure-calls.ts'
import { binaryCode } from './closure-operators.ts'
import type { Code, Names } from './code.ts'
import type { ExpressionType } from './expression-type.ts'

/**
 * Prepares an evaluation of a checked expression over plain facts, where integers are numbers. It agrees with the
 * library's (tests hold the two together) and is several times faster, which a search over many states needs. `null`
 * stands for an evaluation that failed.
 *
 * `exact` takes over where an integer grows beyond what a number holds exactly.
 */
export function plainEvaluator(
  ast: ASTNode,
  types: ReadonlyMap<ASTNode, ExpressionType>,
  type: 'bool' | 'string',
  exact: (read: (name: string) => unknown) => boolean | string | null,
): (read: (name: string) => unknown) => boolean | string | null {
  const code = compileCode(ast, { types, slots: new Map(), compile: compileCode })
  return read => {
    try {
      const value = code({ read, slots: [] })
      return type === 'bool' ? asBool(value) : asString(value)
    } catch (error) {
      if (error instanceof Inexact) return exact(read)
      if (!(error instanceof Fault)) throw error
      return null
    }
  }
}

/** The code of one part of a checked expression. `names` says where the macros' variables around it are kept. */
export function compileCode(node: ASTNode, names: Names): Code {
  const compile = (part: ASTNode): Code => compileCode(part, names)
  switch (node.op) {
    case 'value':
      return constant(node.args)
    case 'id':
      return nameCode(node.args, names)
    case '.':
      return fieldCode(compile(node.args[0]), node.args[1])
    case '[]':
      return indexCode(node.args[0], node.args[1], compile)
    case 'list':
      return listCode(node.args.map(compile))
    case '?:':
      return choiceCode(compile(node.args[0]), compile(node.args[1]), compile(node.args[2]))
    case '&&':
      return logicCode(compile(node.args[0]), compile(node.args[1]), { decisive: false })
    case '||':
      return logicCode(compile(node.args[0]), compile(node.args[1]), { decisive: true })
    case '!_':
      return notCode(compile(node.args))
    case '-_':
      return minusCode(compile(node.args), names.types.get(node.args))
    case 'call':
    case 'rcall':
      return callCode(node, names)
    case 'map':
    case '.?':
    case '[?]':
      throw new Error(`the checks let '${node.op}' pass`)
    default:
      return binaryCode(node.op, node.args, names)
  }
}

function constant(value: unknown): Code {
  const plain = typeof value === 'bigint' ? Number(value) : value
  return () => plain
}

function nameCode(name: string, names: Names): Code {
  const slot = names.slots.get(name)
  if (slot !== undefined) return ({ slots }) => slots[slot]
  return ({ read }) => factOf(read, name)
}

function fieldCode(receiver: Code, name: string): Code {
  return frame => fieldOf(receiver(frame), name)
}

function indexCode(receiver: ASTNode, index: ASTNode, compile: (part: ASTNode) => Code): Code {
  const object = compile(receiver)
  if (index.op === 'value' && typeof index.args === 'string') return fieldCode(object, index.args)
  const key = compile(index)
  return frame => elementOf(asList(object(frame)), asNumber(key(frame)))
}

function listCode(elements: readonly Code[]): Code {
  return frame => elements.map(element => element(frame))
}

function choiceCode(condition: Code, yes: Code, no: Code): Code {
  return frame => (asBool(condition(frame)) ? yes(frame) : no(frame))
}

/** `&&` and `||` do not care for the order of their sides: a side that decides outweighs a fault on the other. */
function logicCode(left: Code, right: Code, { decisive }: { readonly decisive: boolean }): Code {
  return frame => {
    let fault: Fault | undefined
    try {
      if (asBool(left(frame)) === decisive) return decisive
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      fault = error
    }
    if (asBool(right(frame)) === decisive) return decisive
    if (fault) throw fault
    return !decisive
  }
}

function notCode(operand: Code): Code {
  return frame => !asBool(operand(frame))
}

/** Only doubles know a negative zero. */
function minusCode(operand: Code, type: ExpressionType | undefined): Code {
  if (type?.type === 'double') return frame => -asNumber(operand(frame))
  return frame => 0 - asNumber(operand(frame))
}
