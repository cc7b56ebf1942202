import { type CelEnvironment, checkSource } from '../rules/environment.ts'
import type { Expression } from '../rules/expression.ts'
import { MOST_ITEMS } from './checks.ts'
import { type Located, type Path, itemsAt, partAt, pathText } from './located.ts'
import type { Fault } from './problem.ts'
import { offsetInScalar } from './scalar.ts'

/** The expressions of a level by path (`rules[0].when`), and what is wrong with the others. */
export type Compiled = {
  readonly expressions: ReadonlyMap<string, Expression>
  readonly faults: readonly Fault[]
}

const PLAIN =
  "write this in quotes or as a | block: in plain YAML a leading '!' is a tag and ' #' starts a comment"

/** Where a level file has expressions, and what they must come to. */
function places(root: Located): readonly { readonly path: Path; readonly type: 'bool' | 'string' }[] {
  const when = (list: string) =>
    itemsAt(root, [list], MOST_ITEMS).map(([path]) => ({ path: [...path, 'when'], type: 'bool' as const }))
  const answers = itemsAt(root, ['predict'], MOST_ITEMS).map(([path]) => ({
    path: [...path, 'answer'],
    type: 'string' as const,
  }))
  return [...when('rules'), ...when('predict'), ...answers, ...when('nudges')]
}

/** Rules in plain scalars, which YAML would change before CEL sees them. */
export function plainFaults(root: Located): readonly Fault[] {
  return places(root).flatMap(({ path }) => {
    const part = partAt(root, path)
    const isPlain = part?.type === 'scalar' && part.style === 'plain' && typeof part.value === 'string'
    return isPlain ? [{ at: part.start, path, message: PLAIN }] : []
  })
}

/** Compiles every expression of a file against its board's facts. */
export function compileAll(text: string, root: Located, cel: CelEnvironment): Compiled {
  const expressions = new Map<string, Expression>()
  const faults: Fault[] = []
  for (const { path, type, source, at } of sources(text, root)) {
    const result = cel.compile(source, type)
    if (result.ok) expressions.set(pathText(path), result.value)
    else faults.push(...result.error.map(problem => ({ at: at(problem.at), path, message: problem.message })))
  }
  return { expressions, faults }
}

/** What is wrong with the expressions of a file whatever its facts are: for a setup that cannot be opened. */
export const checkAll = (text: string, root: Located): readonly Fault[] =>
  sources(text, root).flatMap(({ path, type, source, at }) =>
    checkSource(source, type).map(problem => ({ at: at(problem.at), path, message: problem.message })),
  )

/** An expression as it is compiled; `at` leads from its offsets back to the file. */
type Source = {
  readonly path: Path
  readonly type: 'bool' | 'string'
  readonly source: string
  readonly at: (offset: number) => number
}

function sources(text: string, root: Located): readonly Source[] {
  return places(root).flatMap(({ path, type }) => {
    const part = partAt(root, path)
    if (part?.type !== 'scalar' || typeof part.value !== 'string' || part.style === 'plain') return []
    const lead = part.value.length - part.value.trimStart().length
    return [
      {
        path,
        type,
        source: part.value.trim(),
        at: (offset: number) => offsetInScalar(text, part, lead + offset),
      },
    ]
  })
}
