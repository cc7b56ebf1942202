import { ACTIVITIES } from './slowdown.ts'
import type { WorkFacts } from './facts.ts'
import { isolationOf } from './isolation.ts'
import type { Clause, Need } from './needs.ts'
import type { WorkloadSetup } from './setup.ts'

/** The wall is thinner than asked for, whoever is beside it. */
export const isThin = ({ needs }: Pick<WorkloadSetup, 'needs'>, { isolation }: WorkFacts): boolean =>
  needs.wall !== undefined && isolation < isolationOf(needs.wall)

/** Needs that a choice misses wherever its neighbours are, in the order in which they are told. */
export function ownUnmet({ needs }: WorkloadSetup, facts: WorkFacts): readonly Need[] {
  const { speed, iops, hosts, clauses } = needs
  const slow = ACTIVITIES.some(activity => facts.speed[activity] < (speed[activity] ?? -1))
  const broken: readonly (readonly [Need, boolean])[] = [
    ['fit', !facts.fits],
    ['wall', needs.from.length === 0 && isThin({ needs }, facts)],
    ['speed', slow],
    ['iops', iops !== undefined && facts.iops < iops],
    ['hosts', !hosts.every(host => facts.runsOn.includes(host))],
    ...clauses.map((clause): readonly [Need, boolean] => [clause, !clauseHolds(clause, facts)]),
  ]
  return broken.filter(([, isBroken]) => isBroken).map(([need]) => need)
}

function clauseHolds(clause: Clause, facts: WorkFacts): boolean {
  switch (clause) {
    case 'ownKernel':
      return facts.ownKernel
    case 'noHostRoot':
      return !facts.hostRoot
    case 'provable':
      return facts.provable
    case 'keepsLogs':
      return facts.keepsLogs
  }
}
