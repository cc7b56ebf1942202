import type { Plan } from '../plan.ts'
import { boxObserver, hostFacts, runObserver } from '../observe.ts'
import type { Facts } from '../facts.ts'
import type { Setup } from '../setup.ts'
import { stageOf } from '../stage.ts'

/**
 * The facts of a plan that no control of the level need be able to make: as an OCI runtime builds it, or on the cgroup
 * version of another machine. What a run of an export is held against.
 */
export function predictedFacts(setup: Setup, plan: Plan): Facts {
  const stage = stageOf(setup)
  const boxes = [...boxObserver(stage)(plan)]
  return {
    box: Object.fromEntries(boxes.map(facts => [facts.id, facts])),
    boxes,
    host: hostFacts(setup, plan),
    run: runObserver(stage)(plan),
  }
}

/** The facts of a run that is watched so many times as long. */
export const laterFacts = (setup: Setup, plan: Plan, watched: number): Facts =>
  predictedFacts(
    { ...setup, host: { ...setup.host, seconds: Math.ceil(setup.host.seconds * watched) } },
    plan,
  )

/** The same plan on a machine with that version of cgroups. */
export function onCgroup(plan: Plan, version: 'v1' | 'v2'): Plan {
  const { machine } = plan
  return { ...plan, machine: { ...machine, host: { ...machine.host, cgroup: version } } }
}

/** The names of processes that a level knows: what the host runs, and its boxes. */
export const knownNames = (plan: Plan): ReadonlySet<string> =>
  new Set([
    'systemd',
    'sshd',
    ...plan.machine.host.processes.map(({ name }) => name),
    ...plan.machine.boxes.map(({ id }) => id),
  ])

/** Facts that a machine cannot show, and why: a prefix of their paths, with the reason. */
export type Beyond = { readonly prefix: string; readonly reason: string }

/**
 * What a run on a machine with that version of cgroups can't show: a disk that boxes fill has no rate of its own there,
 * buffered writes are held back by v2 alone, and a machine that runs dry may pick another of two that are nearly as large.
 */
export function beyond(setup: Setup, plan: Plan, version: 'v1' | 'v2'): readonly Beyond[] {
  const here = onCgroup(plan, version)
  const facts = predictedFacts(setup, here)
  return [...closeCalls(setup, here, facts), ...ofDisks(setup, plan, version, facts)]
}

/** Parts of the machine's memory at which the same boxes must die for it to be said who does. */
const NEARBY = [0.9, 0.95, 1.05, 1.1] as const

/** Cases in which the machine runs dry, and whom its kernel picks then hangs on a few MiB. */
function closeCalls(setup: Setup, plan: Plan, facts: Facts): readonly Beyond[] {
  const dry = Object.entries(facts.run).filter(([, { host }]) => host.oomKills > 0)
  if (dry.length === 0) return []
  const { host } = setup
  const nearby = NEARBY.map(part => {
    const memory = Math.round(host.memory * part)
    return predictedFacts({ ...setup, host: { ...host, memory } }, plan).run
  })
  return dry
    .filter(([name, run]) =>
      nearby.some(other => String(other[name]?.host.victims) !== String(run.host.victims)),
    )
    .map(([name]) => ({ prefix: `run.${name}.`, reason: CLOSE_CALL }))
}

const CLOSE_CALL = 'whom a kernel picks when the machine runs dry hangs on a few MiB here'

function ofDisks(setup: Setup, plan: Plan, version: 'v1' | 'v2', facts: Facts): readonly Beyond[] {
  return Object.entries(facts.run).flatMap(([name, { box, host }]) => {
    const writes = Object.entries(setup.boxes).filter(([, { acts }]) =>
      (Array.isArray(acts) ? acts : (acts[name] ?? [])).some(act => act.verb === 'writes'),
    )
    if (host.diskBusyPercent < 90 && version === plan.machine.host.cgroup) return []
    const reason =
      version === 'v1' && plan.machine.host.cgroup === 'v2'
        ? 'io.max reaches buffered writes on cgroup v2 only, and this machine has v1'
        : 'this disk is faster than the one of the game, so it is not full'
    return writes.flatMap(([id]) =>
      box[id] === undefined ? [] : [{ prefix: `run.${name}.box.${id}.`, reason }],
    )
  })
}
