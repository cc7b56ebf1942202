import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { playApi as play } from '../../src/cli/play-api.ts'
import { LANGS } from '../../src/core/text.ts'
import { openLevel } from '../../src/io/open-level.ts'
import type { AppState } from '../../src/tui/app-state.ts'
import type { Opened } from '../../src/tui/ports.ts'
import { shippedFiles } from '../support/campaign.ts'
import { isFull, tries } from '../support/full.ts'
import { chances } from '../../src/core/chance.ts'
import { calm } from './fakes.ts'
import { faults } from './faults.ts'
import { monkeyStart, pressAny, type Zoo } from './monkey.ts'

const SIZES = [
  { columns: 60, rows: 20 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 200, rows: 60 },
] as const

/** How much more memory may be held after all keys than after a tenth of them, in bytes: caches fill, logs do not grow. */
const BOUND = 32 * 2 ** 20

function opened(path: string): Opened {
  const result = openLevel(path)
  if (!result.ok) throw new Error(`${path} does not open: ${result.error.type}`)
  return { level: result.value.level, proof: result.value.proof, play }
}

/** Every level in the full selection; in the fast one some of each chapter. */
const levels = shippedFiles.filter((_, i) => isFull || i % 9 === 0).map(opened)

/** Collects what is garbage and tells what is left, in bytes. */
function held(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect !== 'function') throw new Error('no way to collect garbage')
  Reflect.apply(collect, null, [])
  return process.memoryUsage().heapUsed
}

test('no row of keys breaks the game, widens a screen or keeps memory', () => {
  const seeds = tries(4, 20)
  const keys = tries(400, 10_000)
  const found: string[] = []
  const places = new Set<string>()
  let early = 0
  for (let seed = 0; seed < seeds; seed++) {
    const pick = chances(seed)
    const size = SIZES[seed % SIZES.length] ?? SIZES[0]
    const lang = LANGS[seed % LANGS.length] ?? 'en'
    const motion = seed % 3 === 0
    const zoo: Zoo = { levels, start: calm({ lang, motion, glyphs: seed % 5 === 0 ? 'ascii' : 'unicode' }) }
    let state = monkeyStart(zoo)
    for (let key = 0; key < keys; key++) {
      state = pressAny(state, size, zoo, pick)
      places.add(placeOf(state))
      if (key % 40 > 0) continue
      for (const fault of faults(state, size)) found.push(`seed ${seed}, key ${key}: ${fault}`)
    }
    if (seed === 1) early = held()
  }
  expect(found.slice(0, 10)).toEqual([])
  // The walk came about in the game; otherwise it would have shown nothing.
  expect([...places].toSorted()).toEqual(expect.arrayContaining(isFull ? [...OFTEN, ...SELDOM] : OFTEN))
  expect(held() - early).toBeLessThan(BOUND)
}, 1_200_000)

const placeOf = ({ place, overlay, session }: AppState): string =>
  overlay?.type ?? (place.type === 'level' ? (session?.phase ?? '') : place.type)

const OFTEN = ['brief', 'build', 'help', 'map', 'score', 'settings']
const SELDOM = ['choose', 'debrief', 'explain', 'glossary', 'hints', 'leave', 'predict', 'probes', 'running']
