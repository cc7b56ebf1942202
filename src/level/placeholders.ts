import type { Json } from '../core/json.ts'
import { isList, type JsonSchema, listOf, objectOf } from './json-parts.ts'

/** A `$name` of a level with variants, alone: where a number is wanted, it stands for the whole of it. */
const WHOLE = '^\\$[a-z][A-Za-z0-9]*$'

/** A `$name` anywhere in a text: `join:$first`. */
const WITHIN = '\\$[a-z]'

/**
 * A schema that takes a `$name` of a level with variants wherever a value or also a key is bound to a form: what it stands
 * for is only known when it is put in.
 */
export function withPlaceholders(schema: JsonSchema, where: 'values' | 'values and keys'): JsonSchema {
  const inside = Object.fromEntries(
    Object.entries(schema).map(([keyword, part]) => [keyword, insideOf(keyword, part, where)]),
  )
  return where === 'values' ? withValues(inside) : withKeys(withValues(inside))
}

/** What a keyword holds: a schema, a list of schemas, schemas by name, or plain data. */
function insideOf(keyword: string, part: Json, where: 'values' | 'values and keys'): Json {
  const schemaOf = (one: Json): Json =>
    typeof one === 'object' && one !== null && !isList(one) ? withPlaceholders(objectOf(one), where) : one
  switch (keyword) {
    case 'properties':
    case 'definitions':
      return Object.fromEntries(Object.entries(objectOf(part)).map(([name, one]) => [name, schemaOf(one)]))
    case 'anyOf':
    case 'allOf':
    case 'oneOf':
      return listOf(part).map(schemaOf)
    case 'items':
    case 'additionalProperties':
      return isList(part) ? part.map(schemaOf) : schemaOf(part)
    default:
      return part
  }
}

function withValues(schema: JsonSchema): JsonSchema {
  const { type, pattern, enum: words, ...rest } = schema
  if (type === 'integer' || type === 'number') return { ...schema, type: [type, 'string'], pattern: WHOLE }
  if (typeof pattern === 'string') return { ...schema, pattern: orPlaceholder(pattern) }
  if (words === undefined) return schema
  return { ...rest, anyOf: [{ enum: words }, { type: 'string', pattern: WITHIN }] }
}

function withKeys(schema: JsonSchema): JsonSchema {
  const { pattern } = objectOf(schema['propertyNames'])
  const names =
    typeof pattern === 'string'
      ? { propertyNames: { ...objectOf(schema['propertyNames']), pattern: orPlaceholder(pattern) } }
      : {}
  const isClosed = schema['additionalProperties'] === false
  return { ...schema, ...names, ...(isClosed ? { patternProperties: { [WHOLE]: true } } : {}) }
}

const orPlaceholder = (pattern: string): string => `${WITHIN}|${pattern}`
