import type * as z from 'zod'
import type { Json } from '../core/json.ts'
import { type AnyBoard, anyBoard, type SettingsAt, type World } from '../core/world.ts'
import { type CelEnvironment, celEnvironment } from '../rules/environment.ts'
import { wordIssue } from './issue-words.ts'
import { issueFaults } from './issues.ts'
import { child, dataOf, type Located } from './located.ts'
import type { Fault } from './problem.ts'

/** Where a level is played: its board, and CEL over the board's facts. */
export type Field = { readonly setup: Json; readonly board: AnyBoard; readonly cel: CelEnvironment }

/**
 * A world opened with a file's setup. Where only settings are wrong, it is opened without them (`cel` alone is there, so
 * that rules can be checked): what facts there are does not depend on them.
 */
export type Opened = {
  readonly field?: Field
  readonly cel?: CelEnvironment
  readonly faults: readonly Fault[]
}

type Issue = z.core.$ZodIssue

/** How often a setup is tried without its faulty settings: one fault may have hidden another. */
const MOST_TRIES = 4

/** Opens a world with a file's setup. */
export function openWorld<A, S extends Json, M extends Json, F extends object>(
  root: Located,
  world: World<A, S, M, F>,
): Opened {
  const part = child(root, 'setup')
  const setup = part === undefined ? undefined : dataOf(part)
  const faults: Fault[] = []
  let tried: Json | undefined = setup
  let isTold = true
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const result = world.setup.safeParse(tried, { error: issue => wordIssue(issue, 'setup') })
    if (result.success) {
      const board = world.open(result.data)
      const cel = celEnvironment(board.facts)
      const isWhole = faults.length === 0 && tries === 0
      return {
        cel,
        faults,
        ...(isWhole ? { field: { setup: setup ?? null, board: anyBoard(board), cel } } : {}),
      }
    }
    const { issues } = result.error
    if (isTold) faults.push(...issueFaults(root, ['setup'], world.setup, issues))
    const removed = issues.flatMap(issue => removable(issue, world.settings ?? []))
    if (tried === undefined || removed.some(one => one === null)) break
    const gone = removed.filter(one => one !== null)
    // Without a value that stood at the start, a control may seem to start nowhere: that is no fault of the file.
    isTold &&= gone.every(({ holds }) => holds === 'control')
    tried = gone.reduce((rest, { path }) => without(rest, path), tried)
  }
  return { faults }
}

/** A faulty setting, or the settings of an owner, that a setup can do without. */
type Removable = { readonly path: readonly string[]; readonly holds: SettingsAt['holds'] }

/** The settings that an issue is about; `null` where it is about something else. */
function removable(issue: Issue, settings: readonly SettingsAt[]): readonly (Removable | null)[] {
  const path = issue.path.map(String)
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map(key => [...path, key]) : [path]
  return paths.map(one => {
    const place = settings.find(
      ({ at }) => one.length >= at.length && at.every((key, i) => key === '*' || key === one[i]),
    )
    return place ? { path: one.slice(0, place.at.length + 1), holds: place.holds } : null
  })
}

/** Data without what stands at a path. */
function without(data: Json, [key, ...rest]: readonly string[]): Json {
  if (key === undefined || typeof data !== 'object' || data === null || Array.isArray(data)) return data
  const entries = Object.entries(data).flatMap(([name, part]): readonly (readonly [string, Json])[] => {
    if (name !== key) return [[name, part ?? null]]
    return rest.length === 0 ? [] : [[name, without(part ?? null, rest)]]
  })
  return Object.fromEntries(entries)
}
