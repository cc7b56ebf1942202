import { fail, ok, type Result } from '../core/result.ts'
import type { Text } from '../core/text.ts'
import type { Saved } from '../io/save-file.ts'
import type { LevelProgress, Progress, Settings } from '../play/progress.ts'
import { inBoth } from '../words/say.ts'
import type { Context } from './context.ts'
import type { Loaded } from './load.ts'
import { noticeText } from './notice.ts'
import type { Stage } from './stage.ts'

/** The best result of a level, as screens show it. */
export type Best = {
  readonly stars: LevelProgress['stars']
  readonly points: number
  readonly moves: number
  readonly playHash: string
}

/** Best results by level id. */
export type Bests = { readonly [level: string]: Best }

/** Everything that screens ask of the outside world; fits both the full screen and the plain mode. */
export type Ports = {
  readonly campaign: Stage['campaign']
  loadLevel(id: string): Promise<Result<Loaded, Text>>
  loadSandbox(world: string): Promise<Result<Loaded, Text>>
  saveResult(level: string, best: Best): Promise<Result<Bests, Text>>
  saveSettings<S extends Settings>(settings: S): Promise<Result<S, Text>>
}

/** Stored progress as screens show it. */
export const bestsOf = ({ levels }: Progress): Bests =>
  Object.fromEntries(Object.entries(levels).map(([id, level]) => [id, bestOf(level)]))

function bestOf({ stars, points, playHash, moves }: LevelProgress): Best {
  return { stars, points, playHash, moves: moves?.length ?? 0 }
}

/** Makes the ports of one sitting. */
export function portsFor(stage: Stage, context: Context): Ports {
  // What could not be stored still counts until the game is left.
  let unsaved: Bests = {}
  const settle = <T>(saved: Saved<Progress>, good: T): Result<T, Text> =>
    saved.notice ? fail(noticeText(saved.notice)) : ok(good)
  return {
    campaign: stage.campaign,
    loadLevel: async id => {
      const path = stage.files.get(id)
      if (path === undefined) return fail(inBoth('cli.unknownLevel', { name: id }))
      return (await import('./load.ts')).loadPlayable(path)
    },
    loadSandbox: async world => (await import('./load.ts')).loadSandbox(world),
    saveResult: async (id, best) => {
      if (stage.unsaved.has(id)) {
        unsaved = { ...unsaved, [id]: best }
        return ok({ ...bestsOf(context.saves.read().value), ...unsaved })
      }
      const { stars, points, playHash } = best
      const saved = await context.saves.merge({ version: 1, levels: { [id]: { stars, points, playHash } } })
      return settle(saved, { ...bestsOf(saved.value), ...unsaved })
    },
    saveSettings: async settings =>
      settle(await context.saves.merge({ version: 1, levels: {}, settings }), settings),
  }
}
