import { ok, type Result } from '../../src/core/result.ts'
import type { Lang, Text } from '../../src/core/text.ts'
import { fail } from '../../src/core/result.ts'
import { playPlain } from '../../src/plain/plain-game.ts'
import type { Entrance, Opened, Ports } from '../../src/plain/ports.ts'
import { playApi as play } from '../../src/cli/play-api.ts'
import {
  type CampaignIndex,
  type LevelProgress,
  NO_PROGRESS,
  type Progress,
} from '../../src/play/progress.ts'
import type { Level } from '../../src/level/level.ts'
import type { Proof } from '../../src/solver/proof.ts'
import { prove } from '../../src/solver/prove.ts'

/** A level as ports hand it out. */
function opened(level: Level, known?: Proof): Opened {
  if (known) return { level, proof: known, play }
  const proof = prove(level)
  if (!proof.ok) throw new Error(`${level.id} has no proof: ${proof.error.type}`)
  return { level, proof: proof.value, play }
}

/** A sitting in memory: what was told, and what was saved. */
export type Sitting = { readonly told: string; readonly saved: Progress }

/** How a sitting is set up. */
export type Setup = {
  readonly levels: readonly Level[]
  readonly lang?: Lang
  readonly progress?: Progress
  readonly entrance?: Entrance
  readonly campaign?: CampaignIndex
  readonly cannotSave?: Text
  /** The bet that the machine can take. */
  readonly bet?: { readonly command: string }
  /** Where it is known already; a large level takes seconds to prove. */
  readonly proof?: Proof
}

/** One chapter of all levels. */
export function campaignOf(levels: readonly Level[]): CampaignIndex {
  const entries = levels.map(({ id, world, title, playHash, optional, tutorial }) => ({
    id,
    file: `${id}.yaml`,
    world,
    title,
    par: 1,
    playHash,
    optional,
    tutorial,
  }))
  const about = { en: 'One', ko: '하나' }
  return { chapters: [{ id: 'one', number: 1, title: about, about, opensAfter: 0, levels: entries }] }
}

/** Plays typed lines through the plain mode; the input is over after the last. */
export async function sit(lines: readonly string[], setup: Setup): Promise<Sitting> {
  const { levels, lang = 'en', progress = NO_PROGRESS, entrance = { type: 'map' } } = setup
  const ids = new Map(levels.map(level => [level.id, level]))
  let saved = progress
  const load = async (id: string): Promise<Result<Opened, Text>> => {
    const level = ids.get(id)
    return level ? ok(opened(level, setup.proof)) : fail({ en: `no ${id}`, ko: `${id} 없음` })
  }
  const ports: Ports = {
    campaign: setup.campaign ?? campaignOf(levels),
    sandboxes: [{ world: 'test', name: { en: 'Test world', ko: '시험 세계' }, manual: { en: '', ko: '' } }],
    loadLevel: load,
    loadSandbox: load,
    saveResult: async (id: string, result: LevelProgress) => {
      if (setup.cannotSave) return fail(setup.cannotSave)
      saved = { ...saved, levels: { ...saved.levels, [id]: result } }
      return ok(saved)
    },
    findBet: async () => setup.bet ?? null,
  }
  const input = [...lines]
  let told = ''
  await playPlain(
    ports,
    { lang, progress, entrance },
    {
      readLine: async () => input.shift() ?? null,
      write: text => {
        told += text
      },
    },
  )
  return { told, saved }
}
