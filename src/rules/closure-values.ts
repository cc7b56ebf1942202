/** An evaluation that failed as CEL defines it. `&&`, `||`, `all` and `exists` may absorb it. */
export class Fault extends Error {}

/** An integer left the range that JavaScript numbers hold exactly: only the library's big integers can go on. */
export class Inexact extends Error {}

// One object for each kind: a search over many states meets them often, and a stack trace is slow to take.
const DIVISION_BY_ZERO = new Fault('division by zero')
const NO_SUCH_FIELD = new Fault('absent field')
const OUT_OF_RANGE = new Fault('index out of range')
const OVERFLOW = new Fault('too large for int')
const WRONG_TYPE = new Fault('fact of another type than its schema says')

/** The one such error. */
export const INEXACT = new Inexact('integer beyond 2^53')

/** A whole number, or the fault that says it is none that we can count with. Also turns -0 into 0. */
export function whole(value: number): number {
  if (Number.isSafeInteger(value)) return value + 0
  throw INEXACT
}

/** Integer division and remainder cut towards zero, as CEL's do. */
export function divide(a: number, b: number): number {
  if (b === 0) throw DIVISION_BY_ZERO
  return whole(Math.trunc(a / b))
}

/** The remainder that belongs to `divide`; its sign is that of the left operand. */
export function remainder(a: number, b: number): number {
  if (b === 0) throw DIVISION_BY_ZERO
  return whole(a % b)
}

/** A double cut to an integer. */
export function toInt(value: number): number {
  if (!Number.isFinite(value)) throw OVERFLOW
  return whole(Math.trunc(value))
}

/** A double as CEL writes it into a string. */
export function doubleText(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf'
  return value === Number.NEGATIVE_INFINITY ? '-Inf' : `${value}`
}

/** Equality of plain values; lists by their elements. Rules do not compare objects. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b
  return a === b || (a.length === b.length && a.every((element, i) => isEqual(element, b[i])))
}

/** Whether a list holds a value. */
export function includes(list: readonly unknown[], value: unknown): boolean {
  return Array.isArray(value) ? list.some(element => isEqual(element, value)) : list.indexOf(value) !== -1
}

/** The size of a string in code points, or of a list in elements. */
export function sizeOf(value: unknown): number {
  if (typeof value !== 'string') return asList(value).length
  let size = 0
  for (const _ of value) size++
  return size
}

type Plain = { readonly [name: string]: unknown }

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null

/** A field of a plain object. An inherited `toString` is no field. */
export function fieldOf(value: unknown, name: string): unknown {
  const field = isPlain(value) ? value[name] : undefined
  if (field === undefined || typeof field === 'function') throw NO_SUCH_FIELD
  return field
}

/** Whether a plain object has a field. */
export function hasField(value: unknown, name: string): boolean {
  return isPlain(value) && Object.hasOwn(value, name) && value[name] !== undefined
}

/** An element of a list. */
export function elementOf(list: readonly unknown[], index: number): unknown {
  if (index < 0 || index >= list.length) throw OUT_OF_RANGE
  return list[index]
}

/** A top-level fact; a board without it has a bug, which reads as a fault like any absent field. */
export function factOf(read: (name: string) => unknown, name: string): unknown {
  const fact = read(name)
  if (fact === undefined) throw NO_SUCH_FIELD
  return fact
}

/** A value that the checks have found to be bool. */
export function asBool(value: unknown): boolean {
  if (typeof value === 'boolean') return value
  throw WRONG_TYPE
}

/** A value that the checks have found to be a number. */
export function asNumber(value: unknown): number {
  if (typeof value === 'number') return value
  throw WRONG_TYPE
}

/** A value that the checks have found to be a string. */
export function asString(value: unknown): string {
  if (typeof value === 'string') return value
  throw WRONG_TYPE
}

/** A value that the checks have found to be a list. */
export function asList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw WRONG_TYPE
}
