import type { Text } from '../core/text.ts'
import type { Explanation } from '../rules/expression.ts'

/** What has to be said beside the number of a fact, by its path; `null` where nothing has to. */
type Mark = (fact: string) => Text | null

/** Names that a macro gave to elements: `w` in `works.all(w, …)` is `works.shop`. */
type Named = { readonly [variable: string]: string }

/** An expression taken apart, with what has to be said beside each of its numbers. */
export function markedParts(part: Explanation, mark: Mark, named: Named = {}): Explanation {
  const known = withElement(part, named)
  const parts = part.parts.map(inner => markedParts(inner, mark, known))
  const said = isNumber(part.value) ? saidOf({ ...part, parts }, mark, known) : null
  return { ...part, parts, ...(said ? { mark: said } : {}) }
}

/** Of an element only its id counts: what a fact of it rests on does not depend on the list that it was found in. */
function withElement({ element }: Explanation, named: Named): Named {
  const [variable, id] = element?.split(' = ') ?? []
  return variable === undefined || id === undefined ? named : { ...named, [variable]: id }
}

const isNumber = (value: string): boolean => /^-?\d/.test(value)

/** A path is marked by the board; what is computed from paths says what each of them says. */
function saidOf({ source, parts }: Explanation, mark: Mark, named: Named): Text | null {
  const [first = '', ...rest] = source.split('.')
  if (/^[\w.]+$/.test(source)) return mark([named[first] ?? first, ...rest].join('.'))
  const all = new Map(parts.flatMap(part => (part.mark ? [[part.mark.en, part.mark] as const] : [])))
  const said = [...all.values()]
  if (said.length === 0) return null
  return { en: said.map(({ en }) => en).join(' '), ko: said.map(({ ko }) => ko).join(' ') }
}

/** What has to be said beside each number among the facts, by its path; elements of a list go by their ids. */
export function markedFacts(facts: object, mark: Mark): { readonly [path: string]: Text } {
  const under = (value: unknown, path: string): readonly (readonly [string, Text])[] => {
    if (typeof value === 'number') return said(path)
    if (typeof value !== 'object' || value === null) return []
    const isList = Array.isArray(value)
    return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
      under(inner, `${path}.${isList ? (idOf(inner) ?? key) : key}`),
    )
  }
  const said = (path: string): readonly (readonly [string, Text])[] => {
    const found = mark(path)
    return found ? [[path, found]] : []
  }
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, fact]: [string, unknown]) => under(fact, name)),
  )
}

function idOf(element: unknown): string | undefined {
  const id: unknown = typeof element === 'object' && element !== null ? Reflect.get(element, 'id') : undefined
  return typeof id === 'string' ? id : undefined
}
