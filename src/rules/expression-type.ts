import type { FactType } from './fact-types.ts'

/** The type of a part of an expression. `unknown` is a part with a fault, or an element of an empty list: it fits all. */
export type ExpressionType =
  | Exclude<FactType, { type: 'list' }>
  | { readonly type: 'list'; readonly element: ExpressionType }
  | { readonly type: 'unknown' }

/** The type of what has a fault already. */
export const UNKNOWN: ExpressionType = { type: 'unknown' }

/** Whether two types are the same to CEL. Enums are strings. */
export function isSame(a: ExpressionType, b: ExpressionType): boolean {
  if (a.type === 'unknown' || b.type === 'unknown') return true
  if (a.type === 'list' && b.type === 'list') return isSame(a.element, b.element)
  if (a.type === 'object' && b.type === 'object') return a.name === b.name
  return a.type === b.type
}

/** A type in an author's words: `list of string`. */
export function typeText(type: ExpressionType): string {
  return type.type === 'list' && type.element.type !== 'unknown'
    ? `list of ${typeText(type.element)}`
    : type.type
}

/** The type that covers both of two same types: enums keep the members of both. */
export function merge(a: ExpressionType, b: ExpressionType): ExpressionType {
  if (a.type === 'unknown') return b
  if (a.type === 'list' && b.type === 'list') return { type: 'list', element: merge(a.element, b.element) }
  if (a.type !== 'string' || b.type !== 'string') return a
  if (!a.members || !b.members) return { type: 'string' }
  return { type: 'string', members: [...new Set([...a.members, ...b.members])] }
}

/** Whether values of the type hold objects, which rules do not compare. */
export function hasObjects(type: ExpressionType): boolean {
  return type.type === 'object' || (type.type === 'list' && hasObjects(type.element))
}
