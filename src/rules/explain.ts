import type { ASTNode } from '@marcbachmann/cel-js'
import { asBool, asList, Fault, INEXACT, Inexact } from './closure-values.ts'
import { compileCode } from './closure.ts'
import { type Frame, type Names, withVariable } from './code.ts'
import type { Explanation, Facts } from './expression.ts'
import type { ExpressionType } from './expression-type.ts'
import { showValue } from './show.ts'
import { writeExpression } from './write.ts'

/** What a part came to: a value, or why there is none. */
type Outcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string }

/** Prepares the explanation of a checked expression. `evaluate` has the last word on its value. */
export function explainer(
  ast: ASTNode,
  types: ReadonlyMap<ASTNode, ExpressionType>,
  evaluate: (facts: Facts) => boolean | string,
): (facts: Facts) => Explanation {
  const names: Names = { types, slots: new Map(), compile: compileCode }
  return facts => {
    const explained = explainPart(ast, names, { read: facts.plain, slots: [] })
    // Parts are read as JavaScript numbers. Where those do not reach, the whole still shows its true value.
    const isInexact = explained.value === `error: ${INEXACT.message}`
    return isInexact ? { ...explained, value: showValue(evaluate(facts), types.get(ast)) } : explained
  }
}

function explainPart(node: ASTNode, names: Names, frame: Frame): Explanation {
  const outcome = outcomeOf(node, names, frame)
  return {
    source: writeExpression(node),
    value: outcome.ok ? showValue(outcome.value, names.types.get(node)) : `error: ${outcome.why}`,
    parts: node.op === 'rcall' ? callParts(node, names, frame) : explainAll(operands(node), names, frame),
  }
}

/** Literals explain themselves. */
function explainAll(nodes: readonly ASTNode[], names: Names, frame: Frame): readonly Explanation[] {
  return nodes.filter(node => !isLiteral(node)).map(node => explainPart(node, names, frame))
}

const isLiteral = (node: ASTNode): boolean =>
  node.op === 'value' || (node.op === 'list' && node.args.every(isLiteral))

/** A path of fields is one thing to a reader: its steps are not taken apart. */
function isPath(node: ASTNode): boolean {
  return node.op === 'id' || (node.op === '.' && isPath(node.args[0]))
}

function operands(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
    case 'map':
    case '.?':
    case '[?]':
    case 'rcall':
      return []
    case '.':
      return isPath(node) ? [] : [node.args[0]]
    case 'call':
      // `has` asks whether the field is there, so its value is beside the point.
      return node.args[0] === 'has' ? [] : node.args[1]
    case '!_':
    case '-_':
      return [node.args]
    default:
      return node.args
  }
}

function callParts(
  node: Extract<ASTNode, { op: 'rcall' }>,
  names: Names,
  frame: Frame,
): readonly Explanation[] {
  const [name, receiver, args] = node.args
  const [variable, ...bodies] = args
  const receiverPart = explainAll([receiver], names, frame)
  if (variable?.op !== 'id' || bodies.length === 0)
    return [...receiverPart, ...explainAll(args, names, frame)]
  const list = outcomeOf(receiver, names, frame)
  if (!list.ok) return receiverPart
  const elements = asList(list.value)
  const elementType = elementTypeOf(names.types.get(receiver))
  const inner = withVariable(names, variable.args)
  const explained = elements.map(element => {
    frame.slots[inner.slot] = element
    const body = bodyFor(bodies, inner.names, frame)
    const label = `${variable.args} = ${showValue(element, elementType)}`
    return { ...explainPart(body, inner.names, frame), element: label }
  })
  return [...receiverPart, ...markDecided(name, explained)]
}

/** Of a map with a condition, the condition explains the elements left out, the value the others. */
function bodyFor(bodies: readonly ASTNode[], names: Names, frame: Frame): ASTNode {
  const [first, second] = bodies
  if (!first) throw new Error('a macro without a body passed the checks')
  if (!second) return first
  const condition = outcomeOf(first, names, frame)
  return condition.ok && asBool(condition.value) ? second : first
}

/** The first element that is false decides an `all`, the first that is true an `exists`; else a fault does. */
function markDecided(name: string, elements: readonly Explanation[]): readonly Explanation[] {
  if (name !== 'all' && name !== 'exists') return elements
  const decisive = String(name === 'exists')
  const direct = elements.findIndex(element => element.value === decisive)
  const decider = direct === -1 ? elements.findIndex(element => element.value.startsWith('error: ')) : direct
  return elements.map((element, i) => (i === decider ? { ...element, decided: true } : element))
}

function elementTypeOf(type: ExpressionType | undefined): ExpressionType | undefined {
  return type?.type === 'list' ? type.element : undefined
}

function outcomeOf(node: ASTNode, names: Names, frame: Frame): Outcome {
  try {
    return { ok: true, value: compileCode(node, names)(frame) }
  } catch (error) {
    if (error instanceof Fault || error instanceof Inexact) return { ok: false, why: error.message }
    throw error
  }
}
