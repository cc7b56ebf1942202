import type { ZodType } from 'zod'
import { celName, type FactType, factTypes } from './fact-types.ts'

/** A fact as the author documentation lists it. */
export type FactDescription = {
  /** How a rule reaches it: `run.<case>.box.<id>.alive`, with `[]` for the elements of a list. */
  readonly path: string
  /** As an author reads it: `int`, `list of string`, `'own' | 'host'`. */
  readonly type: string
  /** The schema's own words; empty where it has none. */
  readonly description: string
}

/** Objects whose fields are named by the level, not by the world, and what such a name is. */
const NAMED_BY_LEVEL: Keys = { box: 'id', run: 'case' }

type Keys = { readonly [name: string]: string }

/**
 * Lists every fact of a board, for the author documentation.
 *
 * `keys` says which objects a level names the fields of (`box`, `run`): where those are all of one shape, one line
 * stands for all of them, as `run.<case>.box.<id>.alive`.
 */
export function describeFacts(facts: ZodType, keys: Keys = NAMED_BY_LEVEL): readonly FactDescription[] {
  return [...factTypes(facts).fields].flatMap(([name, field]) =>
    describeField({ ...field, name, path: name }, keys),
  )
}

type Described = {
  readonly name: string
  readonly path: string
  readonly type: FactType
  readonly description: string
}

function describeField(field: Described, keys: Keys): readonly FactDescription[] {
  const { path, type, description } = field
  const line = { path, type: describeType(type), description }
  return [line, ...partsOf(field, keys).flatMap(part => describeField(part, keys))]
}

/** The fields of an object, or of the elements of a list. */
function partsOf({ name, path, type }: Described, keys: Keys): readonly Described[] {
  if (type.type === 'list')
    return partsOf({ name: '', path: `${path}[]`, type: type.element, description: '' }, keys)
  if (type.type !== 'object') return []
  const key = keys[name]
  const fields = [...type.fields]
  const [first] = fields
  const isOneShape = new Set(fields.map(([, field]) => celName(field.type))).size === 1
  if (key !== undefined && first && isOneShape) return [{ ...first[1], name: '', path: `${path}.<${key}>` }]
  return fields.map(([inner, field]) => ({ ...field, name: inner, path: `${path}.${inner}` }))
}

function describeType(type: FactType): string {
  if (type.type === 'string' && type.members) return type.members.map(member => `'${member}'`).join(' | ')
  return type.type === 'list' ? `list of ${describeType(type.element)}` : type.type
}
