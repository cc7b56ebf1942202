import { cells } from './wrap.ts'

/** A line of a terminal, cell by cell. The second cell of a wide character holds an empty text. */
type Line = { readonly texts: readonly string[]; readonly looks: readonly string[] }

const SGR = new RegExp(String.raw`\x1b\[([\d;]*)m`, 'y')

/** Anything but printable text; what it does to a cursor cannot be told here. */
const CONTROL = /\p{Control}/u

/** Characters that stand alone whatever is next to them: ASCII, frames, arrows and stars, Hangul syllables. */
const ALONE = /^[\x20-\x7e·×–—‘’“”•…\u2190-\u2193\u2500-\u257f▸○●★☆✓✗\uac00-\ud7a3]*$/

/** Made when it is first needed: its tables take milliseconds, and most games never need it. */
let clusters: Intl.Segmenter | undefined

/** An unchanged stretch shorter than this is written again: moving over it costs as many bytes. */
const GAP = 5

/**
 * What turns one line of a terminal into another, from wherever the cursor stands in it: the cells that changed, each
 * run of them at its place. Lines carry SGR sequences and no other controls, or they are written anew. See ECMA-48
 * (CHA, EL) and console_codes(4).
 */
export function lineUpdate(previous: string, next: string, columns: number | undefined): string {
  const before = lineOf(previous)
  const after = lineOf(next)
  if (before === null || after === null || after.texts.length > (columns ?? 0)) return `\x1b[1G\x1b[K${next}`
  let out = ''
  let at = 0
  for (const [from, to] of changes(before, after)) {
    out += `\x1b[${from + 1}G${written(after, from, to)}`
    at = to
  }
  const width = after.texts.length
  if (before.texts.length <= width) return out
  return at === width && out !== '' && width < (columns ?? 0)
    ? `${out}\x1b[K`
    : `${out}\x1b[${width + 1}G\x1b[K`
}

/** Runs of cells that differ, from and up to, in order; runs with little between them are one. */
function changes(before: Line, after: Line): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (let at = 0; at < after.texts.length; at += 1) {
    if (before.texts[at] === after.texts[at] && before.looks[at] === after.looks[at]) continue
    // What is blank beyond the end of a line is a space in no look.
    if (at >= before.texts.length && after.texts[at] === ' ' && after.looks[at] === '') continue
    let from = at
    while (from > 0 && after.texts[from] === '') from -= 1
    let to = at + 1
    while (after.texts[to] === '') to += 1
    const last = runs.at(-1)
    if (last && from - last[1] < GAP) last[1] = Math.max(last[1], to)
    else runs.push([from, to])
  }
  return runs
}

function written({ texts, looks }: Line, from: number, to: number): string {
  let out = ''
  let look = ''
  for (let at = from; at < to; at += 1) {
    const wanted = looks[at] ?? ''
    if (wanted !== look) {
      out += look === '' ? wanted : `\x1b[0m${wanted}`
      look = wanted
    }
    out += texts[at] ?? ''
  }
  return look === '' ? out : `${out}\x1b[0m`
}

const known = new Map<string, Line | null>()

/** A line taken apart; null where it holds more than text and looks. The lines of the frame before are asked for again. */
function lineOf(line: string): Line | null {
  const kept = known.get(line)
  if (kept !== undefined) return kept
  if (known.size > 2000) known.clear()
  const taken = takenApart(line)
  known.set(line, taken)
  return taken
}

function takenApart(line: string): Line | null {
  const texts: string[] = []
  const looks: string[] = []
  let look = ''
  for (let at = 0; at < line.length; ) {
    SGR.lastIndex = at
    const code = SGR.exec(line)
    if (code) {
      look = lookAfter(look, code[1] ?? '')
      at += code[0].length
      continue
    }
    const end = line.indexOf('\x1b', at + 1)
    const text = line.slice(at, end < 0 ? line.length : end)
    if (CONTROL.test(text)) return null
    for (const cluster of ALONE.test(text) ? text : segments(text)) put(texts, looks, cluster, look)
    at += text.length
  }
  return { texts, looks }
}

function segments(text: string): readonly string[] {
  clusters ??= new Intl.Segmenter()
  return Array.from(clusters.segment(text), ({ segment }) => segment)
}

function put(texts: string[], looks: string[], cluster: string, look: string): void {
  const width = cells(cluster)
  if (width === 0) {
    // Stands on the cell before it.
    const last = texts.findLastIndex(text => text !== '')
    if (last >= 0) texts[last] += cluster
    return
  }
  texts.push(cluster)
  looks.push(look)
  for (let more = 1; more < width; more += 1) {
    texts.push('')
    looks.push(look)
  }
}

/** The parameter that ends what a parameter of SGR begins; see console_codes(4). */
function endOf(parameter: number): number {
  if (parameter === 1 || parameter === 2) return 22
  if (parameter >= 3 && parameter <= 9) return parameter + 20
  const digit = Math.floor(parameter / 10)
  if (parameter === 38 || digit === 3 || digit === 9) return 39
  if (digit === 4 || digit === 10) return 49
  return parameter
}

const lookChanges = new Map<string, string>()

/** The look after an SGR sequence, as the one sequence that gives it on its own. */
function lookAfter(look: string, parameters: string): string {
  const key = `${look} ${parameters}`
  const kept = lookChanges.get(key)
  if (kept !== undefined) return kept
  const changed = changedLook(look, parameters)
  lookChanges.set(key, changed)
  return changed
}

function changedLook(look: string, parameters: string): string {
  const active = new Map<number, string>()
  apply(active, look.slice(2, -1))
  apply(active, parameters === '' ? '0' : parameters)
  const codes = [...active].toSorted(([a], [b]) => a - b).map(([, code]) => code)
  return codes.length === 0 ? '' : `\x1b[${codes.join(';')}m`
}

/** Follows a sequence's parameters; what is active is kept under the parameter that would end it. */
function apply(active: Map<number, string>, parameters: string): void {
  const list = parameters === '' ? [] : parameters.split(';')
  for (let i = 0; i < list.length; ) {
    const parameter = Number(list[i])
    const isColour = parameter === 38 || parameter === 48
    const length = !isColour ? 1 : list[i + 1] === '2' ? 5 : 3
    const end = endOf(parameter)
    if (parameter === 0) active.clear()
    else if (end === parameter) active.delete(end)
    else active.set(parameter === 2 ? 21 : end, list.slice(i, i + length).join(';'))
    if (end === 22 && parameter === 22) active.delete(21)
    i += length
  }
}
