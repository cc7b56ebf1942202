import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { WORLDS } from '../catalog/worlds.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { levelJsonSchema } from '../level/json-schema.ts'
import { errorCode, type FileProblem, fileProblem } from './file-problem.ts'
import { readText } from './read-text.ts'

/** Where the JSON Schema of level files lies, which editors complete and check with: beside the shipped levels. */
export const schemaPath = (levels: string): string => join(levels, 'level.schema.json')

/** The schema as it should be stored. */
const schemaText = (): string => `${JSON.stringify(levelJsonSchema(WORLDS), null, 1)}\n`

/** Whether the stored schema says what the level format and the worlds say now. */
export function isSchemaCurrent(levels: string): boolean {
  const stored = readText(schemaPath(levels))
  return stored.ok && stored.value === schemaText()
}

/** Stores the schema. */
export function writeSchema(levels: string): Result<null, FileProblem> {
  const path = schemaPath(levels)
  try {
    writeFileSync(path, schemaText())
    return ok(null)
  } catch (error) {
    return fail(fileProblem(path, errorCode(error)))
  }
}
