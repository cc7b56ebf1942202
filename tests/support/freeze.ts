/** Freezes data through and through, so that a change of it throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) deepFreeze(part)
  }
  return value
}

/** What is left of a value that goes through JSON text. */
export const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
