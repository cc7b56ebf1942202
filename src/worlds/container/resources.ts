import type { Act } from './acts.ts'
import { actsOf } from './run.ts'
import { caseIds, type Setup } from './setup.ts'

/** What boxes can fight for. */
export const RESOURCES = ['memory', 'cpu', 'tasks', 'disk', 'link'] as const
/** A resource. */
export type Resource = (typeof RESOURCES)[number]

function resourceOf(act: Act): Resource | null {
  switch (act.verb) {
    case 'grow':
    case 'fill':
    case 'workers':
      return 'memory'
    case 'burn':
      return 'cpu'
    case 'threads':
    case 'bomb':
      return 'tasks'
    case 'writes':
      return 'disk'
    case 'sends':
    case 'receives':
      return 'link'
    default:
      return null
  }
}

/** The resources that a level's workloads use, in a fixed order. */
export function resourcesOf(setup: Setup): readonly Resource[] {
  const used = new Set(
    Object.values(setup.boxes).flatMap(box =>
      caseIds(setup).flatMap(name => actsOf(box, name).map(resourceOf)),
    ),
  )
  return RESOURCES.filter(resource => used.has(resource))
}
