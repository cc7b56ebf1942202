import type { Pack } from './packs.ts'
import { type ParameterId, parameter } from './parameters.ts'

/** What a workload spends its time with. */
export const ACTIVITIES = [
  'cpu',
  'syscalls',
  'allocations',
  'reads',
  'opens',
  'download',
  'database',
] as const
/** What a workload spends its time with. */
export type Activity = (typeof ACTIVITIES)[number]

/** How a workload reaches its disk and its network. */
export type Mode = { readonly disk: 'overlay' | 'volume'; readonly net: 'nat' | 'host' }

const GVISOR: { readonly [A in Activity]: ParameterId | null } = {
  cpu: 'cpuGvisor',
  syscalls: 'syscallsGvisor',
  allocations: 'allocationsGvisor',
  reads: 'readsGvisor',
  opens: 'opensGvisor',
  download: 'downloadGvisor',
  database: null,
}

/** The figures behind a speed; an empty list where a container is what others are measured against, `null` where there is none. */
export function speedFigures(pack: Pack, activity: Activity, mode: Mode): readonly ParameterId[] | null {
  const one = (id: ParameterId | null) => (id === null ? null : [id])
  switch (pack) {
    case 'container':
    case 'userns':
      return activity === 'database' ? [databaseFigure(mode)] : []
    case 'gvisor':
      return one(GVISOR[activity])
    case 'kata':
    case 'microvm':
    case 'vm':
      return guestFigures(pack, activity)
  }
}

/** Both costs must be out of the way: one of the two alone was never measured, so the low end counts. */
const databaseFigure = ({ disk, net }: Mode): ParameterId =>
  disk === 'volume' && net === 'host' ? 'databaseTuned' : 'databaseDefault'

function guestFigures(pack: 'kata' | 'microvm' | 'vm', activity: Activity): readonly ParameterId[] | null {
  switch (activity) {
    case 'cpu':
      return ['cpuGuest']
    case 'syscalls':
    case 'allocations':
    case 'reads':
    case 'opens':
      return ['callsGuest']
    case 'download':
      return pack === 'microvm' ? ['networkMicrovm', 'networkHardware'] : null
    case 'database':
      return pack === 'vm' ? ['databaseVm'] : null
  }
}

/**
 * Speed in percent of the same work in a container with a volume and host network, rounded down; `null` where no study
 * gives a figure. "n times slower" is 100 / n percent, two rates are one over the other.
 */
export function speedPercent(pack: Pack, activity: Activity, mode: Mode): number | null {
  const figures = speedFigures(pack, activity, mode)
  if (figures === null) return null
  const [first, second] = figures
  if (first === undefined) return 100
  const { value, unit } = parameter(first)
  if (second !== undefined) return Math.floor((100 * value) / parameter(second).value)
  return unit === 'times slower' ? Math.floor(100 / value) : Math.floor(value)
}

/** Disk operations a second at most; `null` where no study gives a figure. */
export function iopsOf(pack: Pack): number | null {
  if (pack === 'container' || pack === 'userns') return parameter('iopsHardware').value
  return pack === 'microvm' ? parameter('iopsMicrovm').value : null
}
