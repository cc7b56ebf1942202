import * as z from 'zod'
import type { Json } from '../core/json.ts'
import type { AnyWorld } from '../core/world.ts'
import { LevelFile } from './schema.ts'

/** A JSON Schema, draft 7, as data. */
export type JsonSchema = { readonly [key: string]: Json }

/** What the schema is called; files of that name with other titles are not ours. */
export const SCHEMA_TITLE = 'A level of Boxwright'

/**
 * The JSON Schema of a level file, for completion and checks in editors: `setup` follows the world that the file names.
 */
export function levelJsonSchema(worlds: readonly AnyWorld[]): JsonSchema {
  const ids = worlds.map(world => world.id)
  const level = draft7(LevelFile, '#')
  const setups = worlds.map(world => {
    const name = `setup-${world.id}`
    return [name, world.with(known => draft7(known.setup, `#/definitions/${name}`))] as const
  })
  return {
    ...level,
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: SCHEMA_TITLE,
    properties: { ...objectOf(level['properties']), world: { type: 'string', enum: ids } },
    required: [...listOf(level['required']), 'setup'],
    allOf: ids.map(id => ({
      if: { properties: { world: { const: id } }, required: ['world'] },
      // oxlint-disable-next-line unicorn/no-thenable -- a word of JSON Schema; nobody awaits this
      then: { properties: { setup: { $ref: `#/definitions/setup-${id}` } } },
    })),
    definitions: { ...objectOf(level['definitions']), ...Object.fromEntries(setups) },
  }
}

/** A schema's JSON Schema, its references made to fit the place where it will stand. */
function draft7(schema: z.ZodType, place: string): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
  })
  return objectOf(moved(json, place))
}

/** Where a number may stand, so may a `$name` of a level with variants. */
const PLACEHOLDER = { pattern: '^\\$[a-z][A-Za-z0-9]*$' }

/** Plain data out of the library's typed schema, with `$ref`s moved to a new root. */
function moved(value: unknown, place: string): Json {
  if (Array.isArray(value)) return value.map(item => moved(item, place))
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).map(([key, part]): [string, Json] =>
      key === '$ref' && typeof part === 'string'
        ? [key, part.replace(/^#/, place)]
        : [key, moved(part, place)],
    )
    const type = 'type' in value ? value.type : undefined
    const isNumber = type === 'integer' || type === 'number'
    return { ...Object.fromEntries(parts), ...(isNumber ? { type: [type, 'string'], ...PLACEHOLDER } : {}) }
  }
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return isPlain ? value : null
}

const objectOf = (value: Json | undefined): JsonSchema =>
  typeof value === 'object' && value !== null && !isList(value)
    ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, part ?? null]))
    : {}

const listOf = (value: Json | undefined): readonly Json[] =>
  value !== undefined && isList(value) ? value : []

/** `Array.isArray` does not tell read-only lists apart. */
const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
