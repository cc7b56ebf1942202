import { missingToOpen } from '../play/progress.ts'
import { inBoth } from '../words/say.ts'
import type { Action } from './action.ts'
import { type AppState, mapEntries, sandboxId } from './app-state.ts'
import type { Command } from './keymap.ts'

/** A key on the map. */
export function reduceMap(state: AppState, { command }: Extract<Action, { type: 'command' }>): AppState {
  switch (command) {
    case 'up':
    case 'down':
      return move(state, command === 'up' ? -1 : 1)
    case 'left':
    case 'right':
      return moveChapter(state, command === 'left' ? -1 : 1)
    case 'top':
    case 'bottom':
      return { ...state, mapFocus: mapEntries(state).at(command === 'top' ? 0 : -1) ?? state.mapFocus }
    case 'confirm':
    case 'toggle':
    case 'run':
      return enter(state)
    case 'sandbox':
      return enterSandbox(state, state.sandboxes[0]?.world)
    case 'back':
      return { ...state, quitting: true }
    default:
      return pageMap(state, command)
  }
}

const pageMap = (state: AppState, command: Command): AppState =>
  command === 'pageUp' ? moveChapter(state, -1) : command === 'pageDown' ? moveChapter(state, 1) : state

function move(state: AppState, by: number): AppState {
  const entries = mapEntries(state)
  const at = entries.indexOf(state.mapFocus)
  return { ...state, mapFocus: entries[Math.max(0, Math.min(entries.length - 1, at + by))] ?? state.mapFocus }
}

/** To the first level of the chapter before or after; the sandboxes are the last stop. */
function moveChapter(state: AppState, by: -1 | 1): AppState {
  const stops = [
    ...state.campaign.chapters.map(chapter => chapter.levels.map(level => level.id)),
    state.sandboxes.map(entry => sandboxId(entry.world)),
  ].filter(stop => stop.length > 0)
  const at = stops.findIndex(stop => stop.includes(state.mapFocus))
  const stop = stops[Math.max(0, Math.min(stops.length - 1, at + by))]
  return { ...state, mapFocus: stop?.[0] ?? state.mapFocus }
}

function enter(state: AppState): AppState {
  const sandbox = state.sandboxes.find(entry => sandboxId(entry.world) === state.mapFocus)
  if (sandbox) return enterSandbox(state, sandbox.world)
  const chapter = state.campaign.chapters.findIndex(({ levels }) =>
    levels.some(level => level.id === state.mapFocus),
  )
  if (chapter < 0) return state
  const missing = missingToOpen(chapter, state.campaign, state.progress)
  if (missing > 0) return { ...state, toast: { say: inBoth('map.opensAfter', { n: missing }), tone: 'warn' } }
  return enterLevel(state, state.mapFocus)
}

/** Waits for a level; the effect that loads it answers with `opened` or `failed`. */
export const enterLevel = (state: AppState, id: string): AppState => ({
  ...state,
  mapFocus: id,
  overlay: null,
  place: { type: 'loading', entrance: { type: 'level', id } },
})

const enterSandbox = (state: AppState, world: string | undefined): AppState =>
  world === undefined
    ? state
    : { ...state, overlay: null, place: { type: 'loading', entrance: { type: 'sandbox', world } } }
