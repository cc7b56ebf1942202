import { cpusSeen } from '../../kernel/cgroup.ts'
import type { LoadAct, LoadBox, LoadHost, LoadOutcome } from '../../kernel/load.ts'
import type { Errno } from '../../kernel/machine.ts'
import { namespaceOf } from '../../kernel/membership.ts'
import { hostProcBroken } from '../../kernel/proc.ts'
import { outcomes } from '../../kernel/simulate.ts'
import { startError } from '../../kernel/start.ts'
import type { InstantAct, LoadVerbAct } from './act-words.ts'
import type { Act } from './acts.ts'
import { type Aftermath, type Pending, runInstants } from './instants.ts'
import type { Plan } from './plan.ts'
import type { BoxSetup, Setup } from './setup.ts'

/** What became of one box. */
export type BoxRun = {
  readonly id: string
  /** Why it was not started, or `ok`. */
  readonly start: Errno
  readonly load: LoadOutcome
  /** Results of the acts that have an id; `skipped` where the box never came to it. */
  readonly did: { readonly [act: string]: Errno | 'skipped' }
}

/** One case, run to its end. */
export type CaseRun = {
  readonly boxes: readonly BoxRun[]
  readonly aftermath: Aftermath
  readonly host: {
    readonly hostname: string
    readonly psWorks: boolean
    readonly oomKills: number
    readonly victims: readonly string[]
    readonly taskTableFull: boolean
    readonly diskBusyPercent: number
    readonly linkBusyPercent: number
  }
}

/** A case made ready for the load simulation. */
export type Staged = {
  readonly aftermath: Aftermath
  readonly host: LoadHost
  readonly boxes: readonly LoadBox[]
}

/** The acts of a box in a case. */
export const actsOf = (box: BoxSetup, name: string): readonly Act[] =>
  Array.isArray(box.acts) ? box.acts : (box.acts[name] ?? [])

/** True for an act that uses a resource over time. */
export function isLoad(act: Act): act is LoadVerbAct {
  switch (act.verb) {
    case 'serve':
    case 'grow':
    case 'fill':
    case 'threads':
    case 'workers':
    case 'bomb':
    case 'burn':
    case 'writes':
    case 'sends':
    case 'receives':
    case 'wait':
    case 'exit':
      return true
    default:
      return false
  }
}

const isInstant = (act: Act): act is InstantAct => !isLoad(act)

/** How a case begins: all that comes before any limit counts. */
export type Opening = {
  readonly aftermath: Aftermath
  readonly psWorks: boolean
  readonly boxes: readonly {
    readonly id: string
    readonly start: Errno
    readonly did: BoxRun['did']
    readonly ownNet: boolean
    readonly acts: readonly LoadAct[]
  }[]
}

/** Runs the acts that are over at once, and says what the rest asks of the machine. Reads no limit but the CPU set. */
export function openingOf(setup: Setup, plan: Plan, name: string): Opening {
  const { machine } = plan
  const boxes = Object.entries(setup.boxes).map(([id, box]) => ({
    id,
    acts: actsOf(box, name),
    start: startError(machine, id),
  }))
  const pending = boxes.flatMap(({ id, acts, start }): Pending[] =>
    start === 'ok' ? acts.filter(isInstant).map(act => ({ box: id, act })) : [],
  )
  const aftermath = runInstants(setup, plan, pending)
  return {
    aftermath,
    psWorks: !hostProcBroken(machine),
    boxes: boxes.map(({ id, acts, start }) => ({
      id,
      start,
      did: didOf(id, acts, aftermath),
      ownNet: namespaceOf(machine, id, 'net') !== 'host',
      acts: loadActs(plan, id, acts, { start, aftermath }),
    })),
  }
}

/** Makes a case ready for the load simulation. */
export function stage(
  setup: Setup,
  plan: Plan,
  name: string,
  opening: Opening = openingOf(setup, plan, name),
): Staged {
  const { host, boxes } = plan.machine
  const { cores, memory, reserved, tasks, disk, link } = setup.host
  return {
    aftermath: opening.aftermath,
    host: { cgroup: host.cgroup, cores, memory: memory - reserved, tasks, disk, link },
    boxes: opening.boxes.flatMap(({ id, ownNet, acts }) => {
      const limits = boxes.find(box => box.id === id)?.limits
      const oomScoreAdj = setup.boxes[id]?.oomScoreAdj ?? 0
      return limits === undefined ? [] : { id, limits, ownNet, oomScoreAdj, acts }
    }),
  }
}

/** What a box asks of the machine. A box that was not started, was killed or gave up asks for nothing. */
function loadActs(
  plan: Plan,
  id: string,
  acts: readonly Act[],
  { start, aftermath }: { readonly start: Errno; readonly aftermath: Aftermath },
): readonly LoadAct[] {
  if (start !== 'ok') return [{ type: 'exit', code: 1 }]
  if (aftermath.killed.includes(id)) return [{ type: 'exit', code: 137 }]
  const gaveUp = aftermath.done.some(d => d.box === id && d.act.fatal && d.result !== 'ok')
  if (gaveUp) return [{ type: 'exit', code: 1 }]
  return acts.filter(isLoad).flatMap(act => loadAct(plan, id, act))
}

function loadAct(plan: Plan, id: string, act: LoadVerbAct): readonly LoadAct[] {
  switch (act.verb) {
    case 'serve':
      return []
    case 'grow':
      return [{ type: 'grow', to: act.value.to, rate: act.value.rate }]
    case 'fill': {
      const { useful, rate, pages } = act.value
      return [{ type: 'fill', useful, rate, pages }]
    }
    case 'threads':
      return [{ type: 'tasks', count: act.value.count, rate: act.value.rate }]
    case 'workers': {
      const cpus = cpusSeen(plan.machine, id)
      const { each, rate } = act.value
      return [
        { type: 'tasks', count: cpus, rate: cpus },
        { type: 'grow', to: cpus * each, rate },
      ]
    }
    case 'bomb':
      return [{ type: 'bomb' }]
    case 'burn':
      return [{ type: 'burn', cores: act.value.cores, work: act.value.work ?? null }]
    case 'writes': {
      const { rate, total, how } = act.value
      return [{ type: 'write', rate, total: total ?? null, how }]
    }
    case 'sends':
      return [{ type: 'send', rate: act.value.rate, total: act.value.total ?? null }]
    case 'receives':
      return [{ type: 'receive', rate: act.value.rate, total: act.value.total ?? null }]
    case 'wait':
      return [{ type: 'wait', seconds: act.value }]
    case 'exit':
      return [{ type: 'exit', code: act.value }]
    default:
      return act satisfies never
  }
}

/** Runs one case of a plan to its end. */
export function runCase(
  setup: Setup,
  plan: Plan,
  name: string,
  opening: Opening = openingOf(setup, plan, name),
): CaseRun {
  const { aftermath, psWorks } = opening
  const staged = stage(setup, plan, name, opening)
  const load = outcomes(staged.host, staged.boxes, setup.host.seconds)
  return {
    aftermath,
    boxes: opening.boxes.flatMap(({ id, start, did }) => {
      const outcome = load.boxes[id]
      return outcome === undefined ? [] : { id, start, load: outcome, did }
    }),
    host: {
      ...load.host,
      hostname: aftermath.hostnames['host'] ?? plan.machine.host.hostname,
      psWorks,
    },
  }
}

function didOf(id: string, acts: readonly Act[], aftermath: Aftermath): BoxRun['did'] {
  const results = acts.flatMap((act): [string, Errno | 'skipped'][] => {
    if (act.id === '') return []
    if (isLoad(act)) return [[act.id, 'ok']]
    const done = aftermath.done.find(d => d.box === id && d.act.id === act.id)
    return [[act.id, done?.result ?? 'skipped']]
  })
  return Object.fromEntries(results)
}
