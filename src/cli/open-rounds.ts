import { openLevel } from '../io/open-level.ts'
import type { OpenRounds } from '../party/board.ts'
import type { OpenRound } from '../party/long-code.ts'
import { type RoundPlan, roundsOf } from '../party/rounds.ts'
import { fileOf, levelsOf, type Shelf } from './shelf.ts'

/** Opens the scored rounds of games, each level with its numbers once, however many results are counted. */
export function roundOpener(shelf: Shelf): OpenRounds {
  const opened = new Map<string, Omit<OpenRound, 'plan'>>()
  const open = (plan: RoundPlan): OpenRound => {
    const key = `${plan.level} ${plan.variant}`
    const round = opened.get(key) ?? read(shelf, plan)
    opened.set(key, round)
    return { plan, ...round }
  }
  return code => roundsOf(code, shelf.campaign.pool).flatMap(plan => (plan.number > 0 ? [open(plan)] : []))
}

/** The levels of rounds come with the game and are proved: one that does not open is a broken installation. */
function read(shelf: Shelf, { level: id, variant }: RoundPlan): Omit<OpenRound, 'plan'> {
  const entry = levelsOf(shelf).find(known => known.id === id)
  const opened = openLevel(entry ? fileOf(shelf, entry) : id, variant)
  if (!opened.ok) throw new Error(`${id} (${variant}): ${opened.error.type}`)
  return { level: opened.value.level, proof: opened.value.proof }
}
