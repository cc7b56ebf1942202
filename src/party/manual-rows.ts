import { WORLDS } from '../catalog/worlds.ts'
import type { ManualRow } from '../core/manual.ts'
import type { Level } from '../level/level.ts'
import { fieldOf } from '../solver/place.ts'

/** The rows of its world's manual that a level has use for, in the manual's order: one page of a navigator's sheet. */
export function manualRows(level: Level): readonly ManualRow[] {
  const world = WORLDS.find(({ id }) => id === level.world)
  const rows = world?.with(({ manualPage }) => manualPage) ?? []
  const known = new Set([...settingsOf(level), ...level.rules.flatMap(({ when }) => namesIn(when.source))])
  return rows.filter(({ about }) => about.some(name => known.has(name)))
}

/** What the level's controls set: `shop.memory` is memory, `shop.bind.socket` is bind and socket. */
const settingsOf = (level: Level): readonly string[] =>
  (fieldOf(level).axes ?? []).flatMap(({ slot }) => slot.split('.').slice(1))

/** Names in an expression: facts, and the values that they are compared with. */
const namesIn = (source: string): readonly string[] => source.match(/[A-Za-z_]\w*/g) ?? []
