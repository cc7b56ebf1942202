/** What a run of an export told: facts by their path, and what it could not show, with the reason. */
export type Observed = {
  readonly facts: readonly { readonly path: string; readonly said: string }[]
  readonly skips: readonly { readonly what: string; readonly reason: string }[]
  /** Why a box did not start, in the tool's own words. */
  readonly notes: readonly string[]
  /** How many times the game's seconds the longest case was watched; 1 where none took time. */
  readonly watched: number
}

/** What a script says in the place of a fact that it asked nobody for. */
const NOBODY_ASKED = 'skipped'

/** Reads the lines that an exported script prints. What every case repeats is told once. */
export function readObserved(output: string): Observed {
  const facts: { path: string; said: string }[] = []
  const skips: { what: string; reason: string }[] = []
  const notes: string[] = []
  let watched = 1
  for (const line of output.split('\n')) {
    const [, what, reason] = /^skip ([^:]+): (.*)$/.exec(line) ?? []
    const isNew = !skips.some(skip => skip.what === what && skip.reason === reason)
    if (what !== undefined && reason !== undefined && isNew) skips.push({ what, reason })
    const [, path, said] = /^((?:box|run)\.[\w.]+)=(.*)$/.exec(line) ?? []
    if (path !== undefined && said !== undefined && said !== NOBODY_ASKED)
      facts.push({ path, said: said.trim() })
    watched = Math.max(watched, Number(/^watched=([\d.]+)$/.exec(line)?.[1] ?? 1))
    const note = /^note (.*)$/.exec(line)?.[1]?.trim()
    if (note !== undefined && !notes.includes(note)) notes.push(note)
  }
  return { facts, skips, notes, watched }
}

/** A fact of the game beside what was observed, both as text. */
export type Compared = {
  readonly path: string
  readonly predicted: string
  readonly observed: string
  readonly agrees: boolean
}

/** Numbers that come from a clock or a scheduler, and how far they may be off; the rest must be equal. */
const TOLERANCE: { readonly [fact: string]: { readonly percent: number; readonly points: number } } = {
  cpuPercent: { percent: 20, points: 8 },
  throttledPercent: { percent: 0, points: 20 },
  hitPercent: { percent: 0, points: 10 },
  writeRate: { percent: 20, points: 2 },
  sendRate: { percent: 20, points: 2 },
  receiveRate: { percent: 20, points: 2 },
}

/** Counts of which only matters whether there is any. */
const COUNTED_AS_ANY: readonly string[] = ['failedForks', 'oomKills']

/** The value at a path of plain data. */
export function factAt(facts: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, key) =>
        typeof at === 'object' && at !== null ? Object.entries(at).find(([k]) => k === key)?.[1] : undefined,
      facts,
    )
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf('.') + 1)

/** A list as a set of words: scaffolding that only the real run has (shells, waiting helpers) is none of the game's. */
function asSet(words: readonly string[], path: string, known: ReadonlySet<string>): string {
  const isNames = path.endsWith('sees.processes')
  return [...new Set(words)]
    .filter(word => !isNames || known.has(word))
    .toSorted()
    .join(' ')
}

function agrees(path: string, predicted: number, observed: string): boolean {
  const said = Number(observed)
  if (observed === '' || Number.isNaN(said)) return false
  // How often a fork is tried again is the program's choice, and how many processes make up a box that is killed is the
  // script's; that it is refused or killed is the kernel's.
  if (COUNTED_AS_ANY.includes(lastPart(path))) return predicted > 0 === said > 0
  const { percent, points } = TOLERANCE[lastPart(path)] ?? { percent: 0, points: 0 }
  return Math.abs(said - predicted) <= Math.max(points, (predicted * percent) / 100)
}

/**
 * Holds what was observed against the game's facts. `later` are the facts of a run as long as the real one was watched:
 * what is about to happen when the game ends may have happened by then. `known` are the names of processes that the game
 * knows; paths that the game has no fact for are left out.
 */
export function compareFacts(
  observed: Observed,
  facts: unknown,
  known: ReadonlySet<string>,
  later: unknown = facts,
): readonly Compared[] {
  return observed.facts.flatMap(({ path, said }): readonly Compared[] => {
    const now = compare(path, factAt(facts, path), said, known)
    if (now === undefined) return []
    const then = now.agrees ? undefined : compare(path, factAt(later, path), said, known)
    return [{ ...now, agrees: now.agrees || then?.agrees === true }]
  })
}

function compare(
  path: string,
  fact: unknown,
  said: string,
  known: ReadonlySet<string>,
): Compared | undefined {
  if (Array.isArray(fact)) {
    const predicted = asSet(fact.map(String), path, known)
    const observed = asSet(said.split(/\s+/).filter(Boolean), path, known)
    return { path, predicted, observed, agrees: predicted === observed }
  }
  const predicted = String(fact)
  if (typeof fact === 'number') return { path, predicted, observed: said, agrees: agrees(path, fact, said) }
  if (typeof fact === 'boolean' || typeof fact === 'string')
    return { path, predicted, observed: said, agrees: predicted === said }
  return undefined
}

/** A fact of the game with what was said in its place, as the same type of value. */
export function factSaid(fact: unknown, path: string, said: string, known: ReadonlySet<string>): unknown {
  if (Array.isArray(fact)) return said.split(/\s+/).filter(word => word !== '' && isKnown(word, path, known))
  if (typeof fact === 'number') return Number(said)
  return typeof fact === 'boolean' ? said === 'true' : said
}

const isKnown = (word: string, path: string, known: ReadonlySet<string>): boolean =>
  !path.endsWith('sees.processes') || known.has(word)

/**
 * Facts as an expression reads them, each looked up by its path when it is read; one that the look-up has no value for is
 * absent. Lists and plain values are facts; the list of all boxes repeats the boxes by name.
 */
export function factsThrough(facts: unknown, look: (path: string) => unknown, path = ''): unknown {
  if (path === 'boxes' && Array.isArray(facts))
    return facts.map(box => factsThrough(box, look, `box.${String(factAt(box, 'id'))}`))
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) return look(path)
  const through = {}
  for (const [key, part] of Object.entries(facts))
    Object.defineProperty(through, key, {
      enumerable: true,
      get: () => factsThrough(part, look, path === '' ? key : `${path}.${key}`),
    })
  return through
}
