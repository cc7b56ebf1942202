import * as z from 'zod'
import type { Json } from '../core/json.ts'
import type { AnyWorld, SettingsAt } from '../core/world.ts'
import { type JsonSchema, listOf, objectOf } from './json-parts.ts'
import { withPlaceholders } from './placeholders.ts'
import { LevelFile } from './schema.ts'
import { withSettings } from './setting-schema.ts'

/** What the schema is called; files of that name with other titles are not ours. */
export const SCHEMA_TITLE = 'A level of Boxwright'

/**
 * The JSON Schema of a level file, for completion and checks in editors: `setup` follows the world that the file names.
 */
export function levelJsonSchema(worlds: readonly AnyWorld[]): JsonSchema {
  const ids = worlds.map(world => world.id)
  const plain = draft7(LevelFile, '#')
  const level = withPlaceholders(plain, 'values')
  const setups = worlds.map(world => {
    const name = `setup-${world.id}`
    return [name, world.with(known => setupSchema(known, `#/definitions/${name}`))] as const
  })
  return {
    ...level,
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: SCHEMA_TITLE,
    properties: {
      ...objectOf(level['properties']),
      world: { type: 'string', enum: ids },
      // What stands for the placeholders holds none itself.
      vary: objectOf(plain['properties'])['vary'] ?? true,
    },
    required: [...listOf(level['required']), 'setup'],
    allOf: ids.map(id => ({
      if: { properties: { world: { const: id } }, required: ['world'] },
      // oxlint-disable-next-line unicorn/no-thenable -- a word of JSON Schema; nobody awaits this
      then: { properties: { setup: { $ref: `#/definitions/setup-${id}` } } },
    })),
    definitions: { ...objectOf(level['definitions']), ...Object.fromEntries(setups) },
  }
}

/** What of a world says what a setup may be. */
type Described = { readonly setup: z.ZodType; readonly settings?: readonly SettingsAt[] }

const setupSchema = ({ setup, settings = [] }: Described, place: string): JsonSchema =>
  withPlaceholders(withSettings(draft7(setup, place), settings), 'values and keys')

/** A schema's JSON Schema, its references made to fit the place where it will stand. */
function draft7(schema: z.ZodType, place: string): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
  })
  return objectOf(moved(json, place))
}

/** Plain data out of the library's typed schema, with `$ref`s moved to a new root. */
function moved(value: unknown, place: string): Json {
  if (Array.isArray(value)) return value.map(item => moved(item, place))
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).map(([key, part]): [string, Json] =>
      key === '$ref' && typeof part === 'string'
        ? [key, part.replace(/^#/, place)]
        : [key, moved(part, place)],
    )
    return Object.fromEntries(parts)
  }
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return isPlain ? value : null
}
