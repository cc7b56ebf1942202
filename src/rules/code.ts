import type { ASTNode } from '@marcbachmann/cel-js'
import type { ExpressionType } from './expression-type.ts'

/** What code runs over: plain facts, and in `slots` the elements that the macros around it stand at. */
export type Frame = { readonly read: (name: string) => unknown; readonly slots: unknown[] }

/** A part of an expression, ready to run. Throws a Fault where CEL defines an error. */
export type Code = (frame: Frame) => unknown

/** What turning a part into code needs to know. */
export type Names = {
  readonly types: ReadonlyMap<ASTNode, ExpressionType>
  /** The slot that each macro variable in scope is kept in. */
  readonly slots: ReadonlyMap<string, number>
  readonly compile: (node: ASTNode, names: Names) => Code
}

/** The names inside a macro: its variable gets the next slot. */
export function withVariable(
  names: Names,
  variable: string,
): { readonly names: Names; readonly slot: number } {
  const slot = names.slots.size
  return { slot, names: { ...names, slots: new Map([...names.slots, [variable, slot]]) } }
}
