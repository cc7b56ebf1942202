import * as z from 'zod'
import type { Path } from './located.ts'

type Schema = z.core.JSONSchema.BaseSchema

/** A schema or `true`, `false` in its place. */
const isSchema = (part: unknown): part is Schema =>
  typeof part === 'object' && part !== null && !Array.isArray(part)

/** The keys that a schema knows at a path, for suggestions; empty where it takes any. */
export function knownKeys(schema: z.ZodType, path: Path): readonly string[] {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  const found = path.reduce<readonly Schema[]>(
    (parts, key) => parts.flatMap(part => below(part, key)).flatMap(part => branches(root, part)),
    branches(root, root),
  )
  return [...new Set(found.flatMap(part => Object.keys(part.properties ?? {})))]
}

function below(part: Schema, key: string | number): readonly Schema[] {
  const items = Array.isArray(part.items) ? part.items : [part.items]
  const next =
    typeof key === 'number'
      ? [part.prefixItems?.[key], ...items]
      : [part.properties?.[key] ?? part.additionalProperties]
  return next.filter(isSchema)
}

/** A schema, or the choices that it is made of, references followed. */
function branches(root: Schema, part: Schema, depth = 0): readonly Schema[] {
  if (depth > 8) return []
  const name = part.$ref?.startsWith('#/$defs/') ? part.$ref.slice('#/$defs/'.length) : undefined
  const target = part.$ref === '#' ? root : name === undefined ? undefined : root.$defs?.[name]
  const choices = [target, ...(part.anyOf ?? []), ...(part.oneOf ?? []), ...(part.allOf ?? [])].filter(
    isSchema,
  )
  return [part, ...choices.flatMap(choice => branches(root, choice, depth + 1))]
}
