import type { Lang } from '../core/text.ts'
import { GLOSSARY_TERMS } from './glossary-terms.ts'
import type { Readings } from './particles.ts'
import type { Term } from './term.ts'

/** A stretch of text: plain, or a term with the words it is shown by. */
export type Segment =
  | { readonly type: 'plain'; readonly text: string }
  | { readonly type: 'term'; readonly id: string; readonly text: string }

/** Every term, in the order of their topics: namespaces, limits, processes, pods, runtimes, images. */
export const GLOSSARY: readonly Term[] = GLOSSARY_TERMS

const BY_ID: ReadonlyMap<string, Term> = new Map(GLOSSARY.map(term => [term.id, term]))

/** The readings of all terms, for particles: `{ runc: '런씨' }`. */
export const GLOSSARY_READINGS: Readings = Object.fromEntries(
  GLOSSARY.flatMap(term => (term.reading === undefined ? [] : [[term.name.ko.toLowerCase(), term.reading]])),
)

/** A term by its id. */
export const findTerm = (id: string): Term | undefined => BY_ID.get(id)

const REFERENCE = /\[\[([a-z0-9-]+)(?:\|([^[\]|]+))?\]\]/g

/**
 * Splits a text at its terms: `[[pid-namespace]]` is shown by the term's name, `[[pid-namespace|its own pids]]` by the
 * words given. An unknown term becomes plain text; anything else in brackets stays as it is written.
 */
export function markup(text: string, lang: Lang): readonly Segment[] {
  const segments: Segment[] = []
  let end = 0
  for (const match of text.matchAll(REFERENCE)) {
    segments.push({ type: 'plain', text: text.slice(end, match.index) }, segmentOf(match, lang))
    end = match.index + match[0].length
  }
  segments.push({ type: 'plain', text: text.slice(end) })
  return segments.filter(segment => segment.text !== '')
}

function segmentOf(match: RegExpExecArray, lang: Lang): Segment {
  const [, id = '', shown] = match
  const term = findTerm(id)
  if (term === undefined) return { type: 'plain', text: shown ?? id }
  return { type: 'term', id, text: shown ?? term.name[lang] }
}

/** A text as it is read: terms by their words, without brackets. */
export const plain = (text: string, lang: Lang): string =>
  markup(text, lang)
    .map(segment => segment.text)
    .join('')

/** The ids of the terms that a text names, each once, in order. */
export const termsIn = (text: string): readonly string[] => references(text).filter(id => BY_ID.has(id))

const BY_NAME: ReadonlyMap<string, string> = new Map(
  GLOSSARY.map(({ id, name }) => [name.en.toLowerCase(), id]),
)

// Longer names first: a pod sandbox is no pod.
const NAMED = new RegExp(
  `(?<![\\w-])(?:${[...BY_NAME.keys()]
    .sort((a, b) => b.length - a.length)
    .map(name => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|')})(?![\\w-])`,
  'gi',
)

/** The ids of the terms whose English names stand in a text, marked or not, each once, in order. */
export const termsNamed = (text: string): readonly string[] => [
  ...new Set(Array.from(text.matchAll(NAMED), ([name]) => BY_NAME.get(name.toLowerCase()) ?? '')),
]

/** The ids in `[[…]]` that no term has, each once, in order: mistakes of the author. */
export const unknownTerms = (text: string): readonly string[] => references(text).filter(id => !BY_ID.has(id))

const references = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(REFERENCE)].map(([, id = '']) => id)),
]
