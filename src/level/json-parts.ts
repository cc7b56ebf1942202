import type { Json } from '../core/json.ts'

/** A JSON Schema, draft 7, as data. */
export type JsonSchema = { readonly [key: string]: Json }

/** A part that is an object; empty for any other. */
export const objectOf = (value: Json | undefined): JsonSchema =>
  typeof value === 'object' && value !== null && !isList(value)
    ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, part ?? null]))
    : {}

/** A part that is a list; empty for any other. */
export const listOf = (value: Json | undefined): readonly Json[] =>
  value !== undefined && isList(value) ? value : []

/** `Array.isArray` does not tell read-only lists apart. */
export const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
