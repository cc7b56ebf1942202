import type * as z from 'zod'
import { nearestName } from '../core/nearest.ts'
import { suggestion } from './issue-words.ts'
import { knownKeys } from './known-keys.ts'
import { type Entry, type Located, type Path, child, isRefused, offsetOf, partAt } from './located.ts'
import { type Fault, quoted } from './problem.ts'

/** Faults of one schema that are worth listing. */
const MOST = 100

type Issue = z.core.$ZodIssue

/** The faults behind a schema's issues. `base` is where the schema's data stands in the file. */
export function issueFaults(
  root: Located,
  base: Path,
  schema: z.ZodType,
  issues: readonly Issue[],
): readonly Fault[] {
  const flat = issues.slice(0, MOST).flatMap(issue => flatten(issue, []))
  const unknown = flat.flatMap(({ issue, path }) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.slice(0, MOST).map(key => unknownKey(root, schema, base, path, key))
      : [],
  )
  // A mistyped key is one fault, not an unknown and a missing one.
  const meant = new Set(unknown.map(({ meant }) => JSON.stringify(meant)))
  const others = flat
    .filter(
      ({ issue, path }) =>
        issue.code !== 'unrecognized_keys' && !meant.has(JSON.stringify([...base, ...path])),
    )
    .map(({ issue, path }) => faultAt(root, [...base, ...path], issue))
  return [...unknown.map(({ fault }) => fault), ...others].filter(({ path }) => !isRefused(root, path))
}

/** An issue with its whole path. */
type Placed = { readonly issue: Issue; readonly path: Path }

/** A union's issue stands for those of the branch that came furthest. */
function flatten(issue: Issue, above: Path): readonly Placed[] {
  const path = [...above, ...issue.path.map(key => (typeof key === 'number' ? key : String(key)))]
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path }]
  const branches = issue.errors.map(errors => errors.flatMap(inner => flatten(inner, path)))
  const fitting = branches.filter(placed => placed.some(inner => !isMismatch(inner, path)))
  if (fitting.length === 0) return [{ issue, path }]
  return fitting.reduce((best, placed) => (score(placed, path) > score(best, path) ? placed : best))
}

/** The branch was not meant at all: another type, at the union's own place. */
const isMismatch = ({ issue, path }: Placed, at: Path): boolean =>
  path.length === at.length && (issue.code === 'invalid_type' || issue.code === 'invalid_value')

/** Branches with fewer unknown or missing keys, and issues deeper down, come nearer to what was meant. */
function score(placed: readonly Placed[], at: Path): number {
  const wrongKeys = placed.filter(
    ({ issue, path }) => issue.code === 'unrecognized_keys' && path.length === at.length,
  )
  const depth = Math.max(...placed.map(({ path }) => path.length))
  return depth - 10 * wrongKeys.length - placed.length
}

/** An unknown key, and the path of the key that was meant where one is near. */
function unknownKey(root: Located, schema: z.ZodType, base: Path, path: Path, key: string) {
  const part = partAt(root, [...base, ...path])
  const entry = part?.type === 'map' ? part.entries.get(key) : undefined
  const free = knownKeys(schema, path).filter(known => child(part, known) === undefined)
  const near = nearestName(key, free)
  const fault: Fault = {
    at: entry?.keyAt ?? offsetOf(root, [...base, ...path]),
    path: [...base, ...path, key],
    message: `unknown key ${quoted(key)}${keyHint(key, entry, free)}`,
  }
  return { fault, meant: near === undefined ? null : [...base, ...path, near] }
}

function keyHint(key: string, entry: Entry | undefined, free: readonly string[]): string {
  // `{ en: First, and second }` has a key `and second`.
  const isComma = entry?.value.type === 'scalar' && entry.value.value === null && key.includes(' ')
  if (isComma) return ': a comma ends a text inside { }, so put the text in quotes'
  const isFew = nearestName(key, free) === undefined && free.length > 0 && free.length <= 8
  return isFew ? ` (known here: ${free.join(', ')})` : suggestion(key, free)
}

function faultAt(root: Located, path: Path, issue: Issue): Fault {
  const part = partAt(root, path.slice(0, -1))
  const isKey = issue.code === 'invalid_key' && part?.type === 'map'
  const keyAt = isKey ? part.entries.get(String(path.at(-1)))?.keyAt : undefined
  return { at: keyAt ?? offsetOf(root, path), path, message: issue.message }
}
