import { WORLDS } from '../catalog/worlds.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Text } from '../core/text.ts'
import { openLevel } from '../io/open-level.ts'
import type { Level } from '../level/level.ts'
import { formatProblem } from '../level/problem.ts'
import type { PlayApi } from '../play/game.ts'
import type { Proof } from '../solver/proof.ts'
import { inBoth, words } from '../words/say.ts'
import { openTrouble } from './open-failure.ts'
import { playApi } from './play-api.ts'
import { sandboxLevel, sandboxProof } from './sandbox-level.ts'

/** A level with its proof and the functions that play it. */
export type Loaded = { readonly level: Level; readonly proof: Proof; readonly play: PlayApi }

/** Opens a level for a screen, as one of its variants. What is wrong with it comes as a text in both languages. */
export function loadPlayable(path: string, variant = 0): Result<Loaded, Text> {
  const opened = openLevel(path, variant)
  if (opened.ok) return ok({ level: opened.value.level, proof: opened.value.proof, play: playApi })
  const told = (lang: 'en' | 'ko'): string =>
    openTrouble(opened.error, { lang, t: words(lang) }, formatProblem).lines.join('\n')
  return fail({ en: told('en'), ko: told('ko') })
}

/** Opens a world's sandbox for a screen. */
export function loadSandbox(id: string): Result<Loaded, Text> {
  const world = WORLDS.find(candidate => candidate.id === id)
  if (!world) return fail(inBoth('cli.unknownWorld', { name: id }))
  const level = sandboxLevel(world)
  return ok({ level, proof: sandboxProof(level), play: playApi })
}
