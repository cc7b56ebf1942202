import type { Json } from '../core/json.ts'
import type { SettingsAt, SettingValues } from '../core/world.ts'
import { isList, type JsonSchema, listOf, objectOf } from './json-parts.ts'

/** A setup's JSON Schema in which each setting has a key of its own and takes its own values. */
export const withSettings = (setup: JsonSchema, settings: readonly SettingsAt[]): JsonSchema =>
  settings.reduce((schema, one) => settled(schema, one.at, one), setup)

/** The same at a place below a schema. A world that names a place which its setup does not have has a bug. */
function settled(schema: JsonSchema, at: readonly string[], settings: SettingsAt): JsonSchema {
  const [key, ...rest] = at
  if (key === undefined) return settingsOf(schema, settings)
  if (key === '*') {
    const inside = settled(objectOf(schema['additionalProperties']), rest, settings)
    return { ...schema, additionalProperties: inside }
  }
  const properties = objectOf(schema['properties'])
  if (properties[key] === undefined) throw new Error(`the setup has no '${settings.at.join('.')}'`)
  return {
    ...schema,
    properties: { ...properties, [key]: settled(objectOf(properties[key]), rest, settings) },
  }
}

/** Settings by name: what a name holds keeps its shape and its words, and its values become those that the setting takes. */
function settingsOf(schema: JsonSchema, { holds, values }: SettingsAt): JsonSchema {
  const { propertyNames: _, ...rest } = schema
  const properties = objectOf(schema['properties'])
  const any = objectOf(schema['additionalProperties'])
  const held = (base: JsonSchema, takes: SettingValues): JsonSchema =>
    holds === 'value' ? valueSchema(base, takes) : controlSchema(base, takes)
  const { '*': every, ...named } = values
  if (every) return { ...schema, additionalProperties: held(any, every) }
  const told = Object.entries(named).map(([name, takes]) => {
    const base = properties[name] === undefined ? any : objectOf(properties[name])
    return [name, held(base, takes)] as const
  })
  return { ...rest, properties: { ...properties, ...Object.fromEntries(told) }, additionalProperties: false }
}

/** A control is a list of values, or a list and more: wherever it has items, they are the setting's values. */
function controlSchema(control: JsonSchema, takes: SettingValues): JsonSchema {
  const inside = (part: Json): Json =>
    isList(part)
      ? part.map(inside)
      : typeof part === 'object' && part !== null
        ? controlSchema(objectOf(part), takes)
        : part
  return Object.fromEntries(
    Object.entries(control).map(([keyword, part]) => [
      keyword,
      keyword === 'items' ? valueSchema(objectOf(part), takes) : inside(part),
    ]),
  )
}

/** A value of a setting, in the forms of YAML that the setup takes: a word may look like a number or a boolean there. */
function valueSchema(base: JsonSchema, { words, forms = [] }: SettingValues): JsonSchema {
  const types = typesOf(base)
  const written = words.flatMap((word): readonly Json[] => [
    word,
    ...(types.includes('number') && /^\d+$/.test(word) ? [Number(word)] : []),
    ...(types.includes('boolean') && (word === 'on' || word === 'off') ? [word === 'on'] : []),
  ])
  const { description } = base
  return {
    ...(description === undefined ? {} : { description }),
    anyOf: [...(written.length > 0 ? [{ enum: written }] : []), ...forms],
  }
}

function typesOf(schema: JsonSchema): readonly Json[] {
  const type = schema['type']
  const branches = listOf(schema['anyOf']).flatMap(branch => typesOf(objectOf(branch)))
  return [...branches, ...(type === undefined ? [] : isList(type) ? type : [type])]
}
