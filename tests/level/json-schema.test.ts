import { expect, test } from 'vitest'
import * as z from 'zod'
import { parse } from 'yaml'
import { levelJsonSchema } from '../../src/level/json-schema.ts'
import { LevelFile } from '../../src/level/schema.ts'
import { BASE, WORLDS } from './switches.ts'

const schema = z.fromJSONSchema(levelSchemaWithoutWorlds())

/** The part of the schema that zod can read back: it knows no `if`. */
function levelSchemaWithoutWorlds() {
  const { allOf: _, definitions: __, ...rest } = levelJsonSchema(WORLDS)
  return rest
}

test('the schema for editors takes a faultless level and refuses unknown keys, missing ones and unknown worlds', () => {
  expect(schema.safeParse(parse(BASE)).success).toBe(true)
  for (const [from, to] of [
    ['title:', 'titel:'],
    ['ko: 전등', 'kr: 전등'],
    ['world: switches', 'world: route'],
    ['setup:', 'set:'],
  ] as const)
    expect(schema.safeParse(parse(BASE.replace(from, to))).success).toBe(false)
})

test("the setup follows the file's world", () => {
  expect(levelJsonSchema(WORLDS)).toMatchObject({
    $schema: 'http://json-schema.org/draft-07/schema#',
    properties: { world: { enum: ['switches'] } },
    definitions: { 'setup-switches': { type: 'object', required: ['lamps', 'start'] } },
  })
  expect(JSON.stringify(levelJsonSchema(WORLDS)['allOf'])).toBe(
    '[{"if":{"properties":{"world":{"const":"switches"}},"required":["world"]},' +
      '"then":{"properties":{"setup":{"$ref":"#/definitions/setup-switches"}}}}]',
  )
})

test('every field of a level file is described for authors', () => {
  const bare: string[] = []
  const walk = (part: unknown, path: string): void => {
    if (typeof part !== 'object' || part === null) return
    if ('properties' in part && typeof part.properties === 'object' && part.properties !== null)
      for (const [key, field] of Object.entries(part.properties)) {
        if (typeof field !== 'object' || field === null || !('description' in field))
          bare.push(`${path}.${key}`)
        walk(field, `${path}.${key}`)
      }
    if ('items' in part) walk(part.items, `${path}[]`)
  }
  walk(z.toJSONSchema(LevelFile, { io: 'input' }), '')
  expect(bare).toEqual([])
})

test('where a number may stand the schema takes a placeholder, and no other text', () => {
  const withRuns = (runs: string) => schema.safeParse(parse(`${BASE}\nruns: ${runs}\n`)).success
  expect([withRuns('3'), withRuns('$runs'), withRuns('three'), withRuns('99')]).toEqual([
    true,
    true,
    false,
    false,
  ])
})
