import { fail, ok, type Result } from '../core/result.ts'
import type { Text } from '../core/text.ts'
import type { Sandbox } from '../io/campaign-file.ts'
import type { Saved } from '../io/save-file.ts'
import {
  type CampaignIndex,
  type LevelProgress,
  mergeProgress,
  NO_PROGRESS,
  type Progress,
  type Settings,
} from '../play/progress.ts'
import { inBoth } from '../words/say.ts'
import { type BetPorts, betPorts } from './bet.ts'
import type { Context } from './context.ts'
import type { Loaded } from './load.ts'
import { noticeText } from './notice.ts'
import type { Stage } from './stage.ts'
import { suspend } from './suspend.ts'

/** Everything that screens ask of the outside world; fits both the full screen and the plain mode. */
export type Ports = {
  readonly campaign: CampaignIndex
  readonly sandboxes: readonly Sandbox[]
  loadLevel(id: string): Promise<Result<Loaded, Text>>
  loadSandbox(world: string): Promise<Result<Loaded, Text>>
  saveResult(level: string, result: LevelProgress): Promise<Result<Progress, Text>>
  saveSettings(settings: Settings): Promise<Result<null, Text>>
  /** Stops the process like Ctrl-Z; resolves when it goes on. The terminal must have been given back before. */
  suspend(): Promise<void>
} & BetPorts

/** Makes the ports of one sitting. */
export function portsFor(stage: Stage, context: Context): Ports {
  // What must not or cannot be stored still counts until the game is left.
  let sitting = NO_PROGRESS
  let told = ''
  /** A disk that is full stays full: what is wrong with it is said once. */
  const settle = <T>({ notice }: Saved<Progress>, good: T): Result<T, Text> => {
    const say = notice ? noticeText(notice) : null
    if (say === null || say.en === told) return ok(good)
    told = say.en
    return fail(say)
  }
  return {
    campaign: stage.campaign,
    sandboxes: stage.sandboxes,
    loadLevel: async id => {
      const path = stage.files.get(id)
      if (path === undefined) return fail(inBoth('cli.unknownLevel', { name: id }))
      return (await import('./load.ts')).loadPlayable(path)
    },
    loadSandbox: async world => (await import('./load.ts')).loadSandbox(world),
    saveResult: async (id, result) => {
      const won: Progress = { ...NO_PROGRESS, levels: { [id]: result } }
      if (stage.unsaved.has(id)) {
        sitting = mergeProgress(sitting, won)
        return ok(mergeProgress(context.saves.read().value, sitting))
      }
      const saved = await context.saves.merge(won)
      if (saved.notice) sitting = mergeProgress(sitting, won)
      return settle(saved, mergeProgress(saved.value, sitting))
    },
    saveSettings: async settings => settle(await context.saves.merge({ ...NO_PROGRESS, settings }), null),
    suspend,
    ...betPorts(stage, context),
  }
}
