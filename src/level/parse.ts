import { type Document, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import { UNPRINTABLE } from '../core/printable.ts'
import { badCharacter, badCharacters, refusedLexemes, tooDeep } from './lexical.ts'
import { type Entry, type Located, type Path, type ScalarStyle, pathAt } from './located.ts'
import { type Lines, linesOf, placeOf } from './position.ts'
import { type Fault, quoted } from './problem.ts'
import { offsetInScalar } from './scalar.ts'
import { yamlMessage } from './yaml-message.ts'

/** KiB that a level file may have, in UTF-8. Shipped levels have about a twentieth of it. */
const MAX_KIB = 256

/** Entries that a map or list may have. */
const MAX_ENTRIES = 200

/** Keys that mean something to JavaScript objects. */
const RESERVED = ['__proto__', 'constructor', 'prototype']

/** A file as parts with places, and what is wrong with its YAML. `root` is absent where nothing sensible was found. */
export type Parsed = { readonly text: string; readonly root?: Located; readonly faults: readonly Fault[] }

/** Reads YAML text, strictly: one document, string keys, no aliases, anchors, tags or directives. */
export function parseYaml(raw: string): Parsed {
  if (raw.length > MAX_KIB * 1024 || utf8Bytes(raw) > MAX_KIB * 1024) {
    const message = `the file is too big: a level may have ${MAX_KIB} KiB`
    return { text: '', faults: [{ at: 0, path: [], message }] }
  }
  const text = raw
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .normalize('NFC')
  const { faults, tooLong } = refusedLexemes(text)
  const lexical = [...badCharacters(text), ...faults]
  const hostile = tooLong ?? tooDeep(text)
  return hostile ? { text, faults: [...lexical, hostile] } : compose(text, lexical)
}

/** Bytes of a text in UTF-8. */
function utf8Bytes(text: string): number {
  let bytes = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3
  }
  return bytes
}

/** The part after the guards, where a text can't exhaust the library any more. */
function compose(text: string, lexical: readonly Fault[]): Parsed {
  // A directive could change the version of YAML; it is reported, and read as a comment.
  const doc = parseDocument(text.replace(/^%/gm, '#'), {
    version: '1.2',
    strict: true,
    // Checked below with places of our own; the library's check takes quadratic time.
    uniqueKeys: false,
    stringKeys: true,
    merge: false,
    prettyErrors: false,
  })
  const yaml = yamlFaults(doc)
  const reader: Reader = { text, lines: linesOf(text), faults: [] }
  const root = locate(doc.contents, reader)
  const faults = [...lexical, ...yaml.faults, ...reader.faults]
  const isEmpty = root.type === 'scalar' && root.value === null
  if (isEmpty && faults.length === 0) faults.push({ at: 0, path: [], message: 'the file is empty' })
  const placed = faults.map(fault => ({ ...fault, path: [...pathAt(root, fault.at), ...fault.path] }))
  // After a fault of structure, what follows would be noise.
  return yaml.isSound && !isEmpty ? { text, root, faults: placed } : { text, faults: placed }
}

/**
 * The library's errors and warnings. After the first fault of structure the parts can't be relied on (`isSound` is false),
 * and further faults are its echoes.
 */
function yamlFaults(doc: Document.Parsed): {
  readonly faults: readonly Fault[]
  readonly isSound: boolean
} {
  const found = [...doc.errors, ...doc.warnings]
    .sort((a, b) => a.pos[0] - b.pos[0])
    .map(({ code, message, pos }) => ({ at: pos[0], code, ...yamlMessage(code, message) }))
  const structural = found.findIndex(({ isLocal }) => !isLocal)
  const told = structural < 0 ? found : found.slice(0, structural + 1)
  const isTab = told.some(({ code }) => code === 'TAB_AS_INDENT')
  const faults = told.flatMap(({ at, say, isLocal }) =>
    say === undefined || (isTab && !isLocal) ? [] : [{ at, path: [], message: say }],
  )
  return { faults: faults.slice(0, MOST), isSound: structural < 0 }
}

/** What reading parts needs: the text, and where to put faults; their paths begin at the part that `at` is in. */
type Reader = { readonly text: string; readonly lines: Lines; readonly faults: Fault[] }

/** Faults of parts that are worth listing. */
const MOST = 100

function note({ faults }: Reader, at: number, message: string, path: Path = []): void {
  if (faults.length < MOST) faults.push({ at, path, message })
}

/** Turns a node of the library into a part. */
function locate(node: unknown, reader: Reader): Located {
  if (isAlias(node)) return { type: 'refused', ...span(node.range) }
  if (isScalar(node)) return locateScalar(node, reader)
  if (!isMap(node) && !isSeq(node)) return emptyAt(0)
  const place = span(node.range)
  if (node.tag !== undefined) return { type: 'refused', ...place }
  if (node.items.length > MAX_ENTRIES) {
    note(reader, place.start, `there are ${node.items.length} entries here: at most ${MAX_ENTRIES}`)
    return { type: 'refused', ...place }
  }
  if (isMap(node)) return { type: 'map', ...place, entries: entries(node.items, reader) }
  return { type: 'list', ...place, items: node.items.map(item => locate(item, reader)) }
}

const span = (
  range: readonly number[] | null | undefined,
): { readonly start: number; readonly end: number } => ({
  start: range?.[0] ?? 0,
  end: range?.[1] ?? 0,
})

const STYLES: { readonly [type: string]: ScalarStyle } = {
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
}

type YamlScalar = {
  readonly value: unknown
  readonly type?: string
  readonly tag?: string
  readonly range?: readonly number[] | null
}

function locateScalar(node: YamlScalar, reader: Reader): Located {
  const place = span(node.range)
  const { value } = node
  if (node.tag !== undefined) return { type: 'refused', ...place }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    note(reader, place.start, 'numbers must be finite')
    return { type: 'refused', ...place }
  }
  const isPlain = value === null || typeof value === 'boolean' || typeof value === 'number'
  if (!isPlain && typeof value !== 'string') return { type: 'refused', ...place }
  const scalar = { type: 'scalar', value, style: STYLES[node.type ?? ''] ?? 'plain', ...place } as const
  if (scalar.style === 'double') noteEscapes(scalar, reader)
  return scalar
}

/** Escapes that stand for characters which can't be seen; written as such they are found in the text itself. */
function noteEscapes(scalar: Extract<Located, { readonly type: 'scalar' }>, reader: Reader): void {
  const match = UNPRINTABLE.exec(String(scalar.value).replace(/[\n\t]/g, ' '))
  if (!match) return
  const at = offsetInScalar(reader.text, scalar, match.index)
  if (reader.text[at] === '\\') note(reader, at, badCharacter(match[0]))
}

/** A map's entries by key, the first where a key is given twice. */
function entries(
  pairs: readonly { readonly key: unknown; readonly value: unknown }[],
  reader: Reader,
): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>()
  for (const pair of pairs) {
    const key = isScalar(pair.key) && typeof pair.key.value === 'string' ? pair.key.value : ''
    const keyAt = isScalar(pair.key) ? span(pair.key.range).start : 0
    const fault = keyFault(key, found.get(key), reader.lines)
    if (fault !== undefined) note(reader, keyAt, fault, [key])
    // Read even where it isn't kept, for the faults inside.
    const value = pair.value === null ? emptyAt(keyAt + key.length) : locate(pair.value, reader)
    if (fault === undefined) found.set(key, { keyAt, value })
  }
  return found
}

const emptyAt = (at: number): Located => ({ type: 'scalar', value: null, style: 'plain', start: at, end: at })

function keyFault(key: string, earlier: Entry | undefined, lines: Lines): string | undefined {
  if (RESERVED.includes(key)) return `the key ${quoted(key)} is reserved: choose another name`
  if (!earlier) return undefined
  return `the key ${quoted(key)} is given twice (first on line ${placeOf(lines, earlier.keyAt).line})`
}
