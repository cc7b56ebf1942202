import * as z from 'zod'

/** A field of a fact object. Optional fields are what `has()` is for. */
export type FactField = { readonly type: FactType; readonly optional: boolean; readonly description: string }

/** A fact whose fields are known. `name` is the type's name inside CEL; objects of one shape share it. */
export type ObjectType = {
  readonly type: 'object'
  readonly name: string
  readonly fields: ReadonlyMap<string, FactField>
}

/** The type of a fact. `members` are all values that an enum can take. */
export type FactType =
  | { readonly type: 'bool' | 'int' | 'double' }
  | { readonly type: 'string'; readonly members?: readonly string[] }
  | { readonly type: 'list'; readonly element: FactType }
  | ObjectType

type Schema = z.core.JSONSchema.JSONSchema
type Reading = {
  readonly definitions: { readonly [id: string]: Schema }
  /** Object types read so far, by shape. */
  readonly shapes: Map<string, string>
  readonly path: readonly string[]
  /** Definitions being read, to notice recursion. */
  readonly open: readonly string[]
}

/**
 * Reads the types of a board's facts from their schema.
 *
 * Throws for a schema that rules cannot read (records, unions of unlike types, recursion, names that CEL does not
 * allow): such a schema is a bug in its world.
 */
export function factTypes(facts: z.ZodType): ObjectType {
  const schema = z.toJSONSchema(facts)
  const reading = { definitions: schema.$defs ?? {}, shapes: new Map(), path: [], open: [] }
  const type = readType(schema, reading)
  if (type.type !== 'object') throw new Error('the facts of a board must be one z.object')
  return type
}

/** A type as CEL writes it: `list<string>`; objects by their name. */
export function celName(type: FactType): string {
  if (type.type === 'list') return `list<${celName(type.element)}>`
  return type.type === 'object' ? type.name : type.type
}

function readType(schema: Schema, reading: Reading): FactType {
  if (schema.$ref !== undefined) return readReference(schema.$ref, reading)
  if (schema.anyOf) return readUnion(schema.anyOf, reading)
  switch (schema.type) {
    case 'boolean':
      return { type: 'bool' }
    case 'integer':
      return { type: 'int' }
    case 'number':
      return readNumber(schema)
    case 'string':
      return readString(schema)
    case 'array':
      return { type: 'list', element: readType(schemaOf(schema.items, reading), within(reading, 'item')) }
    case 'object':
      return readObject(schema, reading)
    default:
      return refuse(reading, `has a schema that rules cannot read: ${JSON.stringify(schema)}`)
  }
}

/** JSON Schema calls every number literal a number; integers among them are ints to rules. */
function readNumber(schema: Schema): FactType {
  const literals = schema.const === undefined ? schema.enum : [schema.const]
  return { type: literals?.every(Number.isInteger) ? 'int' : 'double' }
}

function readString(schema: Schema): FactType {
  const members = (schema.const === undefined ? schema.enum : [schema.const])?.filter(
    m => typeof m === 'string',
  )
  return members ? { type: 'string', members } : { type: 'string' }
}

function readReference(ref: string, reading: Reading): FactType {
  const id = ref.split('/').at(-1) ?? ref
  const target = reading.definitions[id]
  if (!target || reading.open.includes(id))
    return refuse(reading, 'refers to itself; rules read finite facts only')
  return readType(target, { ...reading, open: [...reading.open, id] })
}

/** A union of literals of one kind is an enum. */
function readUnion(options: readonly (Schema | boolean)[], reading: Reading): FactType {
  const types = options.map(option => readType(schemaOf(option, reading), reading))
  const first = types[0]
  if (!first || types.some(type => celName(type) !== celName(first)))
    return refuse(reading, 'is a union of unlike types; rules need one type')
  if (first.type !== 'string') return first
  const members = types.flatMap(type => (type.type === 'string' ? (type.members ?? []) : []))
  const open = types.some(type => type.type === 'string' && !type.members)
  return open ? { type: 'string' } : { type: 'string', members: [...new Set(members)] }
}

function readObject(schema: Schema, reading: Reading): FactType {
  if (!schema.properties) return refuse(reading, 'is a record; rules need an object with known fields')
  const fields = new Map<string, FactField>()
  for (const [name, field] of Object.entries(schema.properties)) {
    const inner = within(reading, name)
    if (!isFactName(name)) refuse(inner, 'has a name that CEL does not allow')
    const type = readType(schemaOf(field, inner), inner)
    fields.set(name, {
      type,
      optional: !schema.required?.includes(name),
      description: describe(field, reading),
    })
  }
  return { type: 'object', name: shapeName(fields, reading), fields }
}

/** The field's own description, else that of the shared type it refers to. */
function describe(field: Schema | boolean, reading: Reading): string {
  if (typeof field === 'boolean') return ''
  const target =
    field.$ref === undefined ? undefined : reading.definitions[field.$ref.split('/').at(-1) ?? '']
  return field.description ?? target?.description ?? ''
}

/** Objects of one shape share a type, so that `box.web` and an element of `boxes` can stand in one list. */
function shapeName(fields: ReadonlyMap<string, FactField>, reading: Reading): string {
  const shape = JSON.stringify([...fields].map(([name, { type }]) => [name, celName(type), membersOf(type)]))
  const known = reading.shapes.get(shape)
  if (known !== undefined) return known
  const words = ['facts', ...reading.path].map(word => word.charAt(0).toUpperCase() + word.slice(1))
  const name = `${words.join('')}${reading.shapes.size}`
  reading.shapes.set(shape, name)
  return name
}

/** Enums of other members make another shape: else one object's members would be checked against another's. */
function membersOf(type: FactType): readonly string[] | undefined {
  return type.type === 'list' ? membersOf(type.element) : type.type === 'string' ? type.members : undefined
}

const RESERVED = new Set(
  (
    'true false null in as break const continue else for function if import let loop package namespace return ' +
    'var void while __proto__ prototype constructor'
  ).split(' '),
)

/** Whether CEL allows a name for a fact or field: an identifier that is no keyword or reserved word. */
export function isFactName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !RESERVED.has(name)
}

const within = (reading: Reading, name: string): Reading => ({ ...reading, path: [...reading.path, name] })

function schemaOf(schema: Schema['items'], reading: Reading): Schema {
  if (typeof schema === 'object' && !Array.isArray(schema)) return schema
  return refuse(reading, 'has a schema that rules cannot read')
}

function refuse(reading: Reading, why: string): never {
  throw new Error(`fact '${reading.path.join('.')}' ${why}`)
}
