import type { Json } from '../core/json.ts'

/** Keys and list indices that lead to a part of a level file. */
export type Path = readonly (string | number)[]

/** How a scalar was written. Rules must not be plain. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded'

/** A part of a level file with its place in the text; offsets are in UTF-16 units. */
export type Located = { readonly start: number; readonly end: number } & (
  | { readonly type: 'map'; readonly entries: ReadonlyMap<string, Entry> }
  | { readonly type: 'list'; readonly items: readonly Located[] }
  | {
      readonly type: 'scalar'
      readonly value: string | number | boolean | null
      readonly style: ScalarStyle
    }
  /** Something that was refused already (an alias, a tag): what follows from it isn't worth a second report. */
  | { readonly type: 'refused' }
)

/** A key of a map, where it stands, and its value. */
export type Entry = { readonly keyAt: number; readonly value: Located }

/** The plain data of a part. Refused parts are `null`. */
export function dataOf(part: Located): Json {
  switch (part.type) {
    case 'map':
      return Object.fromEntries([...part.entries].map(([key, entry]) => [key, dataOf(entry.value)]))
    case 'list':
      return part.items.map(dataOf)
    case 'scalar':
      return part.value
    case 'refused':
      return null
    default:
      return part satisfies never
  }
}

/** The value under a key or index; `undefined` where there is none. */
export function child(part: Located | undefined, key: string | number): Located | undefined {
  if (part?.type === 'map') return part.entries.get(String(key))?.value
  return part?.type === 'list' && typeof key === 'number' ? part.items[key] : undefined
}

/** The part at a path; `undefined` where there is none. */
export function partAt(root: Located, path: Path): Located | undefined {
  return path.reduce<Located | undefined>(child, root)
}

/** A list's items with their paths; none where the part is no list. At most `most`, since files can be hostile. */
export function itemsAt(root: Located, path: Path, most: number): readonly (readonly [Path, Located])[] {
  const list = partAt(root, path)
  if (list?.type !== 'list') return []
  return list.items.slice(0, most).map((item, i) => [[...path, i], item] as const)
}

/** The string at a path; `undefined` where there is none, or something else. */
export function stringAt(root: Located, path: Path): string | undefined {
  const part = partAt(root, path)
  return part?.type === 'scalar' && typeof part.value === 'string' ? part.value : undefined
}

/**
 * Where a caret for a path should stand: at the value; for something missing or empty at the key above it that does
 * exist.
 */
export function offsetOf(root: Located, path: Path): number {
  let part = root
  let at = root.start
  for (const key of path) {
    const entry = part.type === 'map' ? part.entries.get(String(key)) : undefined
    const next = child(part, key)
    if (next === undefined) return at
    const isEmpty = next.type === 'scalar' && next.value === null
    // A block's value starts on the next line; the key is where an author looks for it.
    at = entry && (isEmpty || next.type === 'map' || next.type === 'list') ? entry.keyAt : next.start
    part = next
  }
  return at
}

/** Whether a path leads to or through a refused part. */
export function isRefused(root: Located, path: Path): boolean {
  let part: Located | undefined = root
  for (const key of path) {
    if (part === undefined) return false
    if (part.type === 'refused') return true
    part = child(part, key)
  }
  return part?.type === 'refused'
}

/** The path of the deepest part whose text holds an offset. */
export function pathAt(root: Located, offset: number): Path {
  const path: (string | number)[] = []
  let part: Located | undefined = root
  while (part !== undefined) {
    const found: Step | undefined = steps(part).find(
      step => step.from <= offset && offset < Math.max(step.to, step.from + 1),
    )
    if (found) path.push(found.key)
    part = found?.part
  }
  return path
}

/** A step down: key or index, the part there, and the range of text from the key to the part's end. */
type Step = {
  readonly key: string | number
  readonly part: Located
  readonly from: number
  readonly to: number
}

function steps(part: Located): readonly Step[] {
  if (part.type === 'map')
    return [...part.entries].map(([key, { keyAt, value }]) => ({
      key,
      part: value,
      from: keyAt,
      to: value.end,
    }))
  if (part.type === 'list')
    return part.items.map((item, key) => ({ key, part: item, from: item.start, to: item.end }))
  return []
}

/** A path in words: `rules[0].text.ko`. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text === '' ? key : `${text}.${key}`
  }, '')
}
