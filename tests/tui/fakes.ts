import { resolve } from 'node:path'
import { fail, ok } from '../../src/core/result.ts'
import { same } from '../../src/core/text.ts'
import { openLevel } from '../../src/io/open-level.ts'
import { playApi as play } from '../../src/cli/play-api.ts'
import { type CampaignChapter, mergeProgress, NO_PROGRESS, type Progress } from '../../src/play/progress.ts'
import { sandboxLevel, sandboxProof } from '../../src/cli/sandbox-level.ts'
import { WORLDS } from '../../src/catalog/worlds.ts'
import type { Opened, Ports, Settings, Start } from '../../src/tui/ports.ts'

/** The level that screens are tested with: three boxes, a prediction, two cases. */
export const HOG = 'limits/memory-hog'

const opened = openLevel(resolve('levels/02-limits/01-memory-hog.yaml'))
if (!opened.ok) throw new Error(`memory-hog does not open: ${JSON.stringify(opened.error)}`)

/** The level of the tests, with what plays it. */
export const hog: Opened = { level: opened.value.level, proof: opened.value.proof, play }

const openedBill = openLevel(resolve('levels/06-box-or-machine/08-the-bill.yaml'))
if (!openedBill.ok) throw new Error(`the-bill does not open: ${JSON.stringify(openedBill.error)}`)

/** A level with objectives. */
export const bill: Opened = { level: openedBill.value.level, proof: openedBill.value.proof, play }

/** The sandbox of the first world. */
export function sandboxOf(world: string): Opened | undefined {
  const found = WORLDS.find(({ id }) => id === world)
  if (!found) return undefined
  const level = sandboxLevel(found)
  return { level, proof: sandboxProof(level), play }
}

function chapter(
  number: number,
  id: string,
  en: string,
  ko: string,
  levels: readonly string[],
): CampaignChapter {
  return {
    id,
    number,
    title: { en, ko },
    opensAfter: number === 1 ? 0 : 3,
    about: { en: 'What a process sees, and what sees it.', ko: '프로세스가 보는 것과 프로세스를 보는 것.' },
    levels: levels.map((level, i) => ({
      id: level,
      file: '',
      world: 'container',
      title: level === HOG ? hog.level.title : { en: `Level number ${i + 1}`, ko: `레벨 ${i + 1}번` },
      par: 3,
      playHash: level === HOG ? hog.level.playHash : 'x',
      optional: i === 5,
      tutorial: false,
    })),
  }
}

/** A campaign whose first level can be opened and whose others cannot. */
export const CHAPTERS: readonly CampaignChapter[] = [
  chapter(1, 'limits', 'Limits', '제한', [HOG, 'limits/b', 'limits/c', 'limits/d', 'limits/e', 'limits/f']),
  chapter(2, 'pods', 'Pods', '파드', ['pods/a', 'pods/b', 'pods/c', 'pods/d']),
  chapter(3, 'road', 'The road', '길', [
    'road/a',
    'road/b',
    'road/c',
    'road/d',
    'road/e',
    'road/f',
    'road/g',
  ]),
]

/** Ports that keep what they are given. */
export function fakePorts(): Ports & { readonly saved: Progress[]; readonly settings: Settings[] } {
  const saved: Progress[] = []
  const settings: Settings[] = []
  return {
    saved,
    settings,
    campaign: { chapters: CHAPTERS },
    sandboxes: WORLDS.map(world => world.with(({ id, name, manual }) => ({ world: id, name, manual }))),
    loadLevel: id => Promise.resolve(id === HOG ? ok(hog) : fail(same(`There is no level file for ${id}.`))),
    loadSandbox: world => {
      const found = sandboxOf(world)
      return Promise.resolve(found ? ok(found) : fail(same(`There is no world ${world}.`)))
    },
    saveResult: (level, result) => {
      const next = mergeProgress(saved.at(-1) ?? NO_PROGRESS, { version: 1, levels: { [level]: result } })
      saved.push(next)
      return Promise.resolve(ok(next))
    },
    saveSettings: next => {
      settings.push(next)
      return Promise.resolve(ok(null))
    },
    suspend: () => Promise.resolve(),
    findBet: () => Promise.resolve(null),
    playBet: () => Promise.resolve(),
  }
}

/** A start on the map, in English, without animations. */
export const calm = (
  changes: Partial<Settings> = {},
  entrance: Start['entrance'] = { type: 'map' },
): Start => ({
  settings: { lang: 'en', theme: 'mono', motion: false, glyphs: 'unicode', mouse: true, ...changes },
  progress: NO_PROGRESS,
  entrance,
})
