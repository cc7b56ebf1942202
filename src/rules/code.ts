import type { ASTNode } from '@marcbachmann/cel-js'
import type { ExpressionType } from './expression-type.ts'

/** The elements that the macros around a part stand at. */
export type Slots = unknown[]

/** What code runs over: plain facts, and the elements of the macros around it. */
export type Frame = { readonly read: (name: string) => unknown; readonly slots: Slots }

/** A part of an expression, ready to run. Throws a Fault where CEL defines an error. */
export type Code = (frame: Frame) => unknown

/** What turning a part into code needs to know. */
export type Names = {
  readonly types: ReadonlyMap<ASTNode, ExpressionType>
  /** The slot that each macro variable in scope is kept in. */
  readonly slots: ReadonlyMap<string, number>
  readonly compile: (node: ASTNode, names: Names) => Code
}

/** The slot of a macro's variable, or nothing for a fact. */
export const slotOf = (names: Names, name: string): number | undefined => names.slots.get(name)

/** The names inside a macro: its variable gets the next slot. */
export function withVariable(
  names: Names,
  variable: string,
): { readonly names: Names; readonly slot: number } {
  const slot = names.slots.size
  return { slot, names: { ...names, slots: new Map([...names.slots, [variable, slot]]) } }
}
