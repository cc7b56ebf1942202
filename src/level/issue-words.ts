import type * as z from 'zod'
import { nearestName } from '../core/nearest.ts'
import { quoted } from './problem.ts'

/** "(did you mean 'x'?)", or nothing where no name is near. */
export function suggestion(name: string, known: readonly string[]): string {
  const best = nearestName(name, known)
  return best === undefined ? '' : ` (did you mean ${quoted(best)}?)`
}

const NOUNS: { readonly [type: string]: string } = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys and values',
  record: 'keys and values',
  tuple: 'a list',
  null: 'nothing',
}

/** A value in a message. */
function found(value: unknown): string {
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string') return `the text ${quoted(value)}`
  return typeof value === 'number' || typeof value === 'boolean' ? `${value}` : 'keys and values'
}

/**
 * Words an issue of a schema for authors; the schema's own words go first. `base` is the key of the schema's data in the
 * file.
 */
export function wordIssue(issue: z.core.$ZodRawIssue, base?: string): string | undefined {
  if (issue.input === undefined && issue.code !== 'custom') return missing(issue.path?.at(-1) ?? base)
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, issue.input)
    case 'invalid_value':
      return wrongValue(issue.input, issue.values.map(String))
    case 'invalid_union':
      return wrongBranch(issue)
    case 'too_small':
      return bound('at least', String(issue.minimum), issue.origin)
    case 'too_big':
      return bound('at most', String(issue.maximum), issue.origin)
    case 'not_multiple_of':
      return `this must be a multiple of ${issue.divisor}`
    case 'invalid_format':
      return `${found(issue.input)} is not written as it must be${issue.pattern === undefined ? '' : `: ${issue.pattern}`}`
    case 'invalid_key':
      return 'this key is not allowed here'
    default:
      return undefined
  }
}

function missing(key: PropertyKey | undefined): string {
  if (key === 'en' || key === 'ko')
    return `'${key}' is missing: every text stands in English (en) and Korean (ko)`
  return key === undefined ? 'this is missing' : `${quoted(String(key))} is missing`
}

function wrongType(expected: string, input: unknown): string {
  if (input === null) return `this is empty: expected ${NOUNS[expected] ?? expected}`
  const hint = expected === 'string' && typeof input !== 'object' ? ': put it in quotes' : ''
  return `expected ${NOUNS[expected] ?? expected}, found ${found(input)}${hint}`
}

function wrongValue(input: unknown, values: readonly string[]): string {
  const near = typeof input === 'string' ? suggestion(input, values) : ''
  const expected = values.length === 1 ? quoted(values[0] ?? '') : `one of ${values.map(quoted).join(', ')}`
  return `expected ${expected}, found ${found(input)}${near}`
}

function wrongBranch(issue: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidUnion>): string {
  const { discriminator, options, input } = issue
  if (typeof discriminator !== 'string' || typeof input !== 'object' || input === null)
    return `${found(input)} does not fit here`
  const value: unknown = Object.entries(input).find(([key]) => key === discriminator)?.[1]
  if (value === undefined) return missing(discriminator)
  return wrongValue(value, Array.isArray(options) ? options.map(String) : [])
}

function bound(which: string, amount: string, origin: string): string {
  if (origin === 'string') return `this must have ${which} ${amount} characters`
  if (origin === 'array' || origin === 'set') return `this must have ${which} ${amount} entries`
  return `this must be ${which} ${amount}`
}
