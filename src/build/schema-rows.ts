import type * as z from 'zod'

type Schema = z.core.JSONSchema.JSONSchema

/** A field of a schema as an author reads it: where it stands, what it takes, its default, what it is for. */
export type SchemaRow = {
  readonly path: string
  readonly takes: string
  readonly start: string
  readonly about: string
}

/** Parts that have tables of their own, or would fill pages: they are named, and not looked into. */
const CLOSED: readonly string[] = ['acts', 'controls', 'build']

/** Objects with more fields than this are not spelled out. */
const MOST_FIELDS = 8

/** Every field of a JSON Schema, outer before inner. Objects without words of their own get no row. */
export function schemaRows(schema: Schema, path = ''): readonly SchemaRow[] {
  return fieldsOf(schema, path).flatMap(([inner, field]) => {
    const isClosed = CLOSED.some(name => inner === name || inner.endsWith(`.${name}`))
    const parts = isClosed ? [] : schemaRows(field, inner)
    const about = field.description ?? ''
    return about === '' && parts.length > 0 ? parts : [rowOf(inner, field, parts.length > 0), ...parts]
  })
}

/** Where named things stand below a part, once: `boxes.<id>.veth`. */
function fieldsOf(schema: Schema, path: string): readonly (readonly [string, Schema])[] {
  if (isText(schema)) return []
  const below = (name: string) => (path === '' ? name : `${path}.${name}`)
  const own = Object.entries(schema.properties ?? {}).map(
    ([name, field]) => [below(name), schemaOf(field)] as const,
  )
  const named = schemaOf(schema.additionalProperties)
  const each = isObject(named) ? fieldsOf(named, below('<id>')) : []
  const items = schema.items === undefined ? [] : fieldsOf(schemaOf(schema.items), `${path}[]`)
  const branches = (schema.anyOf ?? []).flatMap(branch => fieldsOf(schemaOf(branch), path))
  return [...own, ...each, ...items, ...branches]
}

const isObject = (schema: Schema): boolean =>
  schema.type === 'object' || (schema.anyOf ?? []).some(branch => isObject(schemaOf(branch)))

const schemaOf = (schema: Schema | boolean | readonly (Schema | boolean)[] | undefined): Schema =>
  typeof schema === 'object' && !isList(schema) ? schema : {}

/** `Array.isArray` does not tell read-only lists apart. */
const isList = (value: Schema | readonly (Schema | boolean)[]): value is readonly (Schema | boolean)[] =>
  Array.isArray(value)

function rowOf(path: string, field: Schema, hasParts: boolean): SchemaRow {
  const start = field.default === undefined ? '' : JSON.stringify(field.default)
  const isEmpty = start === '' || start === '{}' || start === '[]'
  return {
    path,
    takes: hasParts ? '' : takes(field),
    start: isEmpty ? '' : start,
    about: field.description ?? '',
  }
}

/** What a field takes, in a few words: `whole number`, `v1, v2`, `{ to, rate }`. */
export function takes(schema: Schema): string {
  if (schema.const !== undefined) return String(schema.const)
  if (schema.enum) return schema.enum.map(String).join(', ')
  if (schema.anyOf) return [...new Set(schema.anyOf.map(branch => takes(schemaOf(branch))))].join(' or ')
  if (isText(schema)) return '{ en, ko }'
  if (schema.type === 'array') {
    const items = takes(schemaOf(schema.items))
    return items === 'map' ? 'list' : `list of ${items}`
  }
  if (schema.type === 'object') return takesObject(schema)
  const type: unknown = schema.type
  return Array.isArray(type) ? type.map(one => word(one)).join(' or ') : word(type)
}

/** A small object by its fields: `?` behind those that may be left out, or what they are without a word. */
function takesObject(schema: Schema): string {
  const fields = Object.entries(schema.properties ?? {})
  const required = schema.required ?? []
  if (fields.length === 0 || fields.length > MOST_FIELDS) return 'map'
  const list = fields.map(([name, field]) => {
    const { default: start } = schemaOf(field)
    return required.includes(name)
      ? name
      : start === undefined
        ? `${name}?`
        : `${name}: ${JSON.stringify(start)}`
  })
  return `{ ${list.join(', ')} }`
}

const isText = ({ properties }: Schema): boolean =>
  properties !== undefined && Object.keys(properties).join() === 'en,ko'

function word(type: unknown): string {
  if (type === 'integer') return 'whole number'
  return typeof type === 'string' ? type : 'value'
}
