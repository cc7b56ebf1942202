import { type Located, child, itemsAt, offsetOf } from './located.ts'
import { suggestion } from './issue-words.ts'
import { type Parsed, parseYaml } from './parse.ts'
import { type Fault, quoted } from './problem.ts'

/** Variants that a level may have. */
export const MOST_VARIANTS = 9

/** A placeholder in a file with variants: `$limit`. */
const PLACEHOLDER = /\$([a-z][A-Za-z0-9]*)/g

/** A value put in the place of a placeholder: where it stands in the file, and where in the text that is parsed. */
type Put = { readonly from: number; readonly written: number; readonly to: number; readonly length: number }

/** A file with one variant's values put in. `at` leads from its parts back to the file. */
export type Varied = {
  readonly parsed: Parsed
  /** The file's own text, for excerpts. */
  readonly source: string
  readonly at: (offset: number) => number
  /** How many variants the file lists; absent where it lists none. */
  readonly count?: number
  readonly faults: readonly Fault[]
}

/**
 * Reads a file, puts a variant's values in the place of its `$names`, and parses that. Only files with a list `vary` have
 * placeholders; in all others a `$` is a `$`. Values never hold a line break, so that lines stay where they are.
 */
export function parseVariant(text: string, variant: number): Varied {
  const plain = parseYaml(text)
  const { root, text: source } = plain
  const list = root && child(root, 'vary')
  const same = { parsed: plain, source, at: (offset: number) => offset }
  if (root === undefined || list?.type !== 'list')
    return { ...same, faults: root && list === undefined ? missing(root, variant, 0) : [] }
  const count = list.items.length
  const listed = itemsAt(root, ['vary'], MOST_VARIANTS)
  const chosen = listed[variant]
  if (!chosen) return { ...same, count, faults: missing(root, variant, count) }
  const values = valuesOf(chosen[1])
  const { filled, puts, used } = putIn(source, values)
  const faults = [...strangeNames(source, values), ...idleNames(root, values, used), ...unlike(root, listed)]
  return { parsed: parseYaml(filled), source, at: offset => backTo(offset, puts), count, faults }
}

/** A variant that the file does not have. */
function missing(root: Located, variant: number, count: number): readonly Fault[] {
  if (variant < Math.max(1, count)) return []
  const has = count === 0 ? 'has no variants' : `has ${count}, numbered from 0`
  const message = `there is no variant ${variant}: the level ${has}`
  return [{ at: offsetOf(root, ['vary']), path: ['vary'], message }]
}

/** A variant's values as the file shows them. What cannot stand there is left to the schema. */
function valuesOf(part: Located): ReadonlyMap<string, string> {
  if (part.type !== 'map') return new Map()
  return new Map(
    [...part.entries].flatMap(([name, { value }]) =>
      value.type === 'scalar' && value.value !== null ? [[name, String(value.value)]] : [],
    ),
  )
}

/** The text with values in the place of placeholders; unknown ones are left as they stand. */
function putIn(text: string, values: ReadonlyMap<string, string>) {
  const puts: Put[] = []
  const used = new Set<string>()
  let shift = 0
  const filled = text.replace(PLACEHOLDER, (written: string, name: string, from: number) => {
    const value = values.get(name)
    if (value === undefined) return written
    used.add(name)
    puts.push({ from, written: written.length, to: from + shift, length: value.length })
    shift += value.length - written.length
    return value
  })
  return { filled, puts, used }
}

/** The place in the file of a place in the filled text; all of a value lies at its placeholder. */
function backTo(offset: number, puts: readonly Put[]): number {
  const last = puts.findLast(put => put.to <= offset)
  if (!last) return offset
  const after = offset - last.to - last.length
  return after < 0 ? last.from : last.from + last.written + after
}

function strangeNames(text: string, values: ReadonlyMap<string, string>): readonly Fault[] {
  const known = [...values.keys()]
  return [...text.matchAll(PLACEHOLDER)].flatMap(({ index, 1: name = '' }) =>
    values.has(name)
      ? []
      : [
          {
            at: index,
            path: [],
            message: `vary has no value ${quoted(name)}${suggestion(name, known)}: give each variant one`,
          },
        ],
  )
}

/** Names that stand nowhere in the file. */
function idleNames(
  root: Located,
  values: ReadonlyMap<string, string>,
  used: ReadonlySet<string>,
): readonly Fault[] {
  return [...values.keys()]
    .filter(name => !used.has(name))
    .map(name => {
      const path = ['vary', 0, name]
      const message = `nothing in the file says $${name}: use it, or remove it`
      return { at: offsetOf(root, path), path, message }
    })
}

/** Variants that lack a name of the first, or have one more. */
function unlike(root: Located, listed: ReturnType<typeof itemsAt>): readonly Fault[] {
  const [first, ...others] = listed.map(([path, part]) => ({ path, names: [...valuesOf(part).keys()] }))
  if (!first) return []
  return others.flatMap(({ path, names }) => {
    const lacks = first.names.filter(name => !names.includes(name))
    const adds = names.filter(name => !first.names.includes(name))
    const odd = [...lacks.map(name => `lacks ${quoted(name)}`), ...adds.map(name => `adds ${quoted(name)}`)]
    const message = `this variant ${odd.join(' and ')}: all variants have the same names`
    return odd.length === 0 ? [] : [{ at: offsetOf(root, path), path, message }]
  })
}
