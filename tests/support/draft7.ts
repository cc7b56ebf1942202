/** A part of a schema or of data that is an object. */
type Parts = { readonly [key: string]: unknown }

const isParts = (value: unknown): value is Parts =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const partsOf = (value: unknown): Parts => (isParts(value) ? value : {})
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Where a value does not fit a JSON Schema, draft 7; empty where it does. Throws for a keyword that it does not know. */
export const misfits = (root: unknown, value: unknown): readonly string[] =>
  misfitsAt({ root: partsOf(root) }, root, value, '')

type Schemas = { readonly root: Parts }
type Check = (schemas: Schemas, schema: Parts, value: unknown, path: string) => readonly string[]

const TYPES: { readonly [type: string]: (value: unknown) => boolean } = {
  array: Array.isArray,
  boolean: value => typeof value === 'boolean',
  integer: Number.isInteger,
  null: value => value === null,
  number: value => typeof value === 'number',
  object: isParts,
  string: value => typeof value === 'string',
}

const regexes = new Map<string, RegExp>()

function regexOf(pattern: string): RegExp {
  const regex = regexes.get(pattern) ?? new RegExp(pattern, 'u')
  regexes.set(pattern, regex)
  return regex
}

const fault = (path: string, isFault: boolean, message: string): readonly string[] =>
  isFault ? [`${path || 'the file'}: ${message}`] : []

const numeric =
  (keyword: string, isFault: (value: number, limit: number) => boolean): Check =>
  (_, schema, value, path) =>
    fault(path, typeof value === 'number' && isFault(value, Number(schema[keyword])), keyword)

const sized =
  (keyword: string, size: (value: unknown) => number | null, sign: 1 | -1): Check =>
  (_, schema, value, path) => {
    const found = size(value)
    return fault(path, found !== null && (found - Number(schema[keyword])) * sign < 0, keyword)
  }

const letters = (value: unknown): number | null => (typeof value === 'string' ? value.length : null)
const entries = (value: unknown): number | null => (Array.isArray(value) ? value.length : null)
const ignored: Check = () => []

const CHECKS: { readonly [keyword: string]: Check } = {
  $schema: ignored,
  default: ignored,
  definitions: ignored,
  description: ignored,
  title: ignored,
  $ref: (schemas, { $ref }, value, path) => {
    const target = String($ref)
      .split('/')
      .slice(1)
      .reduce<unknown>((part, key) => partsOf(part)[key], schemas.root)
    if (target === undefined) throw new Error(`nothing is at ${String($ref)}`)
    return misfitsAt(schemas, target, value, path)
  },
  type: (_, { type }, value, path) => {
    const types = typeof type === 'string' ? [type] : listOf(type)
    return fault(path, !types.some(one => TYPES[String(one)]?.(value)), `no ${types.join(' or ')}`)
  },
  enum: (_, { enum: words }, value, path) =>
    fault(path, !listOf(words).includes(value), `none of ${listOf(words).join(', ')}`),
  const: (_, { const: word }, value, path) => fault(path, word !== value, `not ${String(word)}`),
  pattern: (_, { pattern }, value, path) =>
    fault(path, typeof value === 'string' && !regexOf(String(pattern)).test(value), `not ${String(pattern)}`),
  minimum: numeric('minimum', (value, limit) => value < limit),
  maximum: numeric('maximum', (value, limit) => value > limit),
  exclusiveMinimum: numeric('exclusiveMinimum', (value, limit) => value <= limit),
  minLength: sized('minLength', letters, 1),
  maxLength: sized('maxLength', letters, -1),
  minItems: sized('minItems', entries, 1),
  maxItems: sized('maxItems', entries, -1),
  items: (schemas, { items }, value, path) =>
    listOf(value).flatMap((item, i) => misfitsAt(schemas, items, item, `${path}[${i}]`)),
  required: (_, { required }, value, path) =>
    isParts(value)
      ? listOf(required).flatMap(key =>
          fault(path, !Object.hasOwn(value, String(key)), `lacks ${String(key)}`),
        )
      : [],
  properties: (schemas, { properties }, value, path) =>
    isParts(value)
      ? Object.entries(partsOf(properties)).flatMap(([key, schema]) =>
          Object.hasOwn(value, key) ? misfitsAt(schemas, schema, value[key], `${path}.${key}`) : [],
        )
      : [],
  patternProperties: (schemas, { patternProperties }, value, path) =>
    Object.entries(partsOf(patternProperties)).flatMap(([pattern, schema]) =>
      Object.entries(partsOf(value)).flatMap(([key, part]) =>
        regexOf(pattern).test(key) ? misfitsAt(schemas, schema, part, `${path}.${key}`) : [],
      ),
    ),
  additionalProperties: (schemas, schema, value, path) => {
    const patterns = Object.keys(partsOf(schema['patternProperties'])).map(regexOf)
    const isOther = (key: string): boolean =>
      !Object.hasOwn(partsOf(schema['properties']), key) && !patterns.some(pattern => pattern.test(key))
    return Object.entries(partsOf(value)).flatMap(([key, part]) =>
      isOther(key) ? misfitsAt(schemas, schema['additionalProperties'], part, `${path}.${key}`) : [],
    )
  },
  propertyNames: (schemas, { propertyNames }, value, path) =>
    Object.keys(partsOf(value)).flatMap(key => misfitsAt(schemas, propertyNames, key, `${path}.${key}`)),
  allOf: (schemas, { allOf }, value, path) =>
    listOf(allOf).flatMap(schema => misfitsAt(schemas, schema, value, path)),
  anyOf: (schemas, { anyOf }, value, path) =>
    branches(schemas, listOf(anyOf), value, path, found => found > 0),
  oneOf: (schemas, { oneOf }, value, path) =>
    branches(schemas, listOf(oneOf), value, path, found => found === 1),
  if: (schemas, schema, value, path) =>
    misfitsAt(schemas, schema['if'], value, path).length > 0
      ? []
      : misfitsAt(schemas, schema['then'] ?? true, value, path),
}

function branches(
  schemas: Schemas,
  list: readonly unknown[],
  value: unknown,
  path: string,
  isEnough: (fitting: number) => boolean,
): readonly string[] {
  const found = list.map(schema => misfitsAt(schemas, schema, value, path))
  if (isEnough(found.filter(one => one.length === 0).length)) return []
  return fault(path, true, `fits none of ${list.length}: ${found.flat().join('; ')}`)
}

function misfitsAt(schemas: Schemas, schema: unknown, value: unknown, path: string): readonly string[] {
  if (typeof schema === 'boolean') return fault(path, !schema, 'not allowed here')
  return Object.keys(partsOf(schema)).flatMap(keyword => {
    // `if` reads it.
    if (keyword === 'then') return []
    const check = CHECKS[keyword]
    if (!check) throw new Error(`the test's validator does not know '${keyword}'`)
    return check(schemas, partsOf(schema), value, path)
  })
}
