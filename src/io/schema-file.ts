import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { WORLDS } from '../catalog/worlds.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { levelJsonSchema, SCHEMA_TITLE } from '../level/json-schema.ts'
import { errorCode, type FileProblem, fileProblem } from './file-problem.ts'
import { readText } from './read-text.ts'

/**
 * Where the JSON Schema of level files lies, which editors complete and check with: in the folder of the levels. A checkout
 * has it; the installed game leaves it out, and stores one for whoever begins a level.
 */
export const schemaPath = (levels: string): string => join(levels, 'level.schema.json')

/** The schema as it should be stored. */
const schemaText = (): string => `${JSON.stringify(levelJsonSchema(WORLDS), null, 1)}\n`

/**
 * Whether a schema is stored, and whether it says what the level format and the worlds say now. A file of that name with
 * another title is somebody else's.
 */
export function storedSchema(levels: string): 'none' | 'foreign' | 'stale' | 'current' {
  const stored = readText(schemaPath(levels))
  if (!stored.ok) return stored.error.code === 'ENOENT' ? 'none' : 'foreign'
  if (stored.value === schemaText()) return 'current'
  return stored.value.includes(`"title": "${SCHEMA_TITLE}"`) ? 'stale' : 'foreign'
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
