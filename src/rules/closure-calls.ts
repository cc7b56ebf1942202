import type { ASTNode } from '@marcbachmann/cel-js'
import {
  asBool,
  asList,
  asNumber,
  asString,
  doubleText,
  Fault,
  hasField,
  sizeOf,
  toInt,
} from './closure-values.ts'
import { type Code, type Frame, type Names, withVariable } from './code.ts'

/** Code for a function, method or macro. Which there are, the checks decide. */
export function callCode(node: Extract<ASTNode, { op: 'call' | 'rcall' }>, names: Names): Code {
  if (node.op === 'call') return functionCode(node.args[0], node.args[1], names)
  const [name, receiver, args] = node.args
  const object = names.compile(receiver, names)
  if (name === 'size') return frame => sizeOf(object(frame))
  const [first, second, third] = args
  if (first?.op === 'id' && second)
    return macroCode(name, object, { variable: first.args, second, third }, names)
  if (first) return textCode(name, object, names.compile(first, names))
  throw new Error(`the checks let '${name}' pass`)
}

function functionCode(name: string, [arg]: readonly ASTNode[], names: Names): Code {
  if (!arg) throw new Error(`the checks let '${name}' pass`)
  if (name === 'has' && arg.op === '.') {
    const [receiver, field] = arg.args
    const object = names.compile(receiver, names)
    return frame => hasField(object(frame), field)
  }
  const value = names.compile(arg, names)
  const isDouble = names.types.get(arg)?.type === 'double'
  switch (name) {
    case 'size':
      return frame => sizeOf(value(frame))
    case 'int':
      return frame => toInt(asNumber(value(frame)))
    case 'double':
      return isDouble ? value : frame => asNumber(value(frame)) + 0
    case 'string':
      return isDouble ? frame => doubleText(asNumber(value(frame))) : frame => String(value(frame))
    default:
      throw new Error(`the checks let '${name}' pass`)
  }
}

function textCode(name: string, object: Code, arg: Code): Code {
  switch (name) {
    case 'startsWith':
      return frame => asString(object(frame)).startsWith(asString(arg(frame)))
    case 'endsWith':
      return frame => asString(object(frame)).endsWith(asString(arg(frame)))
    case 'contains':
      return frame => asString(object(frame)).includes(asString(arg(frame)))
    default:
      throw new Error(`the checks let '${name}' pass`)
  }
}

type MacroParts = { readonly variable: string; readonly second: ASTNode; readonly third: ASTNode | undefined }
type Loop = (frame: Frame, element: unknown) => unknown

function macroCode(name: string, list: Code, parts: MacroParts, outer: Names): Code {
  const { names, slot } = withVariable(outer, parts.variable)
  const at = (code: Code): Loop => {
    return (frame, element) => {
      frame.slots[slot] = element
      return code(frame)
    }
  }
  const body = at(names.compile(parts.second, names))
  const last = parts.third && at(names.compile(parts.third, names))
  const holds = (frame: Frame) => (element: unknown) => asBool(body(frame, element))
  switch (name) {
    case 'all':
      return quantifierCode(list, body, { decisive: false })
    case 'exists':
      return quantifierCode(list, body, { decisive: true })
    case 'exists_one':
      return frame => asList(list(frame)).filter(holds(frame)).length === 1
    case 'filter':
      return frame => asList(list(frame)).filter(holds(frame))
    case 'map':
      return last ? filterMapCode(list, body, last) : mapCode(list, body)
    default:
      throw new Error(`the checks let '${name}' pass`)
  }
}

function mapCode(list: Code, body: Loop): Code {
  return frame => asList(list(frame)).map(element => body(frame, element))
}

/** Element by element, condition then value, so that the first fault met is the first there is. */
function filterMapCode(list: Code, condition: Loop, body: Loop): Code {
  return frame =>
    asList(list(frame)).flatMap(element => (asBool(condition(frame, element)) ? [body(frame, element)] : []))
}

/** `all` is a long `&&`, `exists` a long `||`: an element that decides outweighs the faults of others. */
function quantifierCode(list: Code, body: Loop, { decisive }: { readonly decisive: boolean }): Code {
  return frame => {
    let fault: Fault | undefined
    for (const element of asList(list(frame))) {
      try {
        if (asBool(body(frame, element)) === decisive) return decisive
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        fault ??= error
      }
    }
    if (fault) throw fault
    return !decisive
  }
}
